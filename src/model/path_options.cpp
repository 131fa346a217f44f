#include "model/path_options.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

using Change = std::function<std::string(const std::string&)>;

/// Options whose value is a file where it has the form of one, or always.
constexpr std::array<std::string_view, 7> paths{"--study",   "--index",  "--geography", "--map",
                                                "--against", "--target", "--dictionary"};
/// INSTRUMENT=FILE, or INSTRUMENT=SET,FILE.
constexpr std::array<std::string_view, 2> named_paths{"--table", "--value-set"};

std::string change_list(const std::string& text, const Change& change) {
  std::string out;
  for (std::size_t start = 0;;) {
    const std::size_t comma = text.find(',', start);
    out += change(text.substr(start, comma - start));
    if (comma == std::string::npos) return out;
    out += ',';
    start = comma + 1;
  }
}

} // namespace

std::string with_paths(std::string_view option, const std::string& value, const Change& change) {
  if (std::ranges::find(paths, option) != paths.end()) return change(value);
  const std::size_t equals = value.find('=');
  if (std::ranges::find(named_paths, option) == named_paths.end() || equals == std::string::npos) return value;
  return value.substr(0, equals + 1) + change_list(value.substr(equals + 1), change);
}

} // namespace joinedup
