// Containers read whole, for tests.
#pragma once

#include "exports/container/container.hpp"
#include "support/survey_reading.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::testing {

/// What a container came to: its text with \n for the end of a record, or why there is none.
struct Contained {
  bool opened = false;
  std::string text, thrown, format;
  std::vector<ColumnInfo> columns;
  Diagnostics diagnostics;
};

inline Contained read_contained(const std::string& bytes, const std::string& sheet = {}) {
  Contained out;
  auto opened = open_container(container_kind(bytes.substr(0, 80)), text_source(bytes), "file", sheet);
  out.diagnostics = std::move(opened.diagnostics);
  out.opened = opened.value.has_value();
  if (!out.opened) return out;
  out.format = opened->format;
  out.columns = std::move(opened->columns);
  std::string part(4096, '\0');
  try {
    while (const std::size_t got = opened->text->read(part.data(), part.size()))
      out.text.append(part, 0, got);
  } catch (const std::runtime_error& failure) {
    out.thrown = failure.what();
  }
  for (char& c : out.text)
    if (c == opened->newline) c = '\n';
  return out;
}

inline std::string container_bytes(const std::string& name) {
  return file_text(std::string(JOINEDUP_TESTS) + "/oracle/data/containers/" + name);
}

} // namespace joinedup::testing
