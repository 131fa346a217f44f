// JSON text -> IndexSpec, all faults at once with their positions.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages. `base`: the index that this one extends: its domains, companions, notices and
/// methods hold unless they are given anew; null = none, and then it must have domains unless it says `extends`.
Outcome<IndexSpec> read_index(std::string_view text, const std::string& file, const IndexSpec* base = nullptr);

/// What an index definition extends: a preset's id or a path as written, and where it says so.
struct NamedBase {
  std::string name;
  Position where;
};
std::optional<NamedBase> index_extends(std::string_view text, const std::string& file);

} // namespace joinedup
