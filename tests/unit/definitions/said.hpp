// What a reader said about a text, as people see it.
#pragma once

#include "base/render.hpp"

#include <joinedup/outcome.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace joinedup::test {

/// All messages; and a value is given exactly when there is no error among them.
template <typename T> std::string said(const Outcome<T>& outcome) {
  return (outcome.value.has_value() == outcome.diagnostics.has_errors() ? "value and errors do not agree\n" : "") +
         render_text(outcome.diagnostics);
}

inline std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

inline std::string shipped(const std::string& name) { return text_of(JOINEDUP_SOURCE "/instruments/" + name); }

} // namespace joinedup::test
