// Text and numbers as the report prints them. Everything that comes from outside passes through `escaped`.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `&`, `<`, `>`, `"` and `'` as entities; control characters and bytes that are no UTF-8 become U+FFFD.
std::string escaped(std::string_view text);

/// Fixed decimals with a true minus sign (U+2212) and thousands commas.
std::string shown(double value, int decimals);
/// The same with a plus sign before what is above 0; "0.0" where it rounds to nothing.
std::string shown_signed(double value, int decimals);
/// "58.2 to 61.2"; empty where an end lacks.
std::string shown_interval(const Number& low, const Number& high, int decimals);
/// 0.25 -> "25", 0.0179 -> "1.8": a share in per cent, without the sign.
std::string shown_percent(double share);
/// "1 area", "2 areas".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts);
/// First letter in upper case (ASCII).
std::string capitalised(std::string text);
/// The text ends with a full stop.
std::string sentence(std::string text);

/// Difference of two values as printed: each rounded first, so that the printed numbers add up.
double rounded_gap(double value, double reference, int decimals);

/// How an indicator's values are printed: per cent for shares, else decimals that suit its range.
struct UnitStyle {
  bool percent = false;
  int decimals = 1;
};
UnitStyle unit_style(const IndicatorInfo& info);
/// A value in its own unit. RULINGS R41: a share of 0 or 1 on fewer than 30 reads `<5 %` or `>95 %`.
std::string shown_value(const Number& value, const UnitStyle& style, const std::optional<std::uint64_t>& n);
/// Whether R41 hides how the value stands at an end of the scale (its interval is then left out).
bool extreme_share(const Number& value, const UnitStyle& style, const std::optional<std::uint64_t>& n);
std::string shown_value_interval(const Estimated& estimate, const UnitStyle& style);
/// "0 to 30", "0 to 100 %": the range between the goalposts.
std::string shown_range(const IndicatorInfo& info);
/// Whether the index runs from 0 to 100: means of points between goalposts.
bool out_of_hundred(const RunResults& results);

} // namespace joinedup
