// Options as data: parsing, help and the tests that every option has a case read the same records.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// One option of a command. A record without `value` is a flag.
struct OptionSpec {
  std::string_view name;       ///< with its dashes: "--output"
  char letter = 0;             ///< short form, 0 = none
  std::string_view value = {}; ///< what stands for the value in help; "a|b|c" allows just these words
  std::string_view help = {};
  bool repeatable = false;
  bool whole_number = false; ///< the value must be a whole number

  bool is_flag() const { return value.empty(); }
  /// Lower-case words between bars are all the values there are; capitals stand for a value of one's own.
  bool is_choice() const {
    const auto is_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '|';
    };
    return value.find('|') != std::string_view::npos && std::all_of(value.begin(), value.end(), is_word);
  }
};

/// Options under one heading of the help.
struct OptionGroup {
  std::string_view heading;
  std::span<const OptionSpec> options;
};

} // namespace joinedup
