// Every statistical method in force, with parameters, defaults and source: what `joinedup methods` lists.
#pragma once

#include <span>
#include <string_view>

namespace joinedup {

struct MethodParameter {
  std::string_view name, fallback; ///< fallback: the default in force
  std::string_view meaning;        ///< with its range, and where it is set when it can be
};

struct MethodInfo {
  std::string_view id, step; ///< step: the stage of a run, in the order in which it happens
  std::string_view summary;  ///< what it does, with the formula where one line holds it
  std::span<const MethodParameter> parameters;
  std::string_view source; ///< author, year, DOI; or "ours" for a design choice
};

/// In the order of a run.
std::span<const MethodInfo> methods();

} // namespace joinedup
