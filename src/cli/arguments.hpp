// What was given on the command line, by option name.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> options; ///< flags have an empty list
  std::vector<std::string> words;                                       ///< what is no option

  bool has(std::string_view name) const { return options.find(name) != options.end(); }
  std::vector<std::string> all(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::vector<std::string>{} : found->second;
  }
  std::string text(std::string_view name, std::string otherwise = {}) const {
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? otherwise : found->second.back();
  }
  /// Whole numbers were checked by the parser.
  std::optional<std::uint64_t> number(std::string_view name) const;
};

} // namespace joinedup
