// What is said of a figure of a scale in words, and from which value on.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// Holds where the value is beyond `limit`, above or below.
struct QualityRule {
  std::string_view statistic;
  bool above;
  double limit;
  std::string_view words, source;
  bool of_items = false; ///< of single items; else of the scale
};

std::span<const QualityRule> quality_rules();

/// What the last rule that holds says of a value: stricter ones come later.
std::string quality_flag(std::string_view statistic, bool of_item, double value);

/// Fewer complete answers than this are said beside alpha.
inline constexpr unsigned few_complete = 50;
/// Alpha without an item must rise by more than this to be said.
inline constexpr double worth_dropping = 0.02;

} // namespace joinedup
