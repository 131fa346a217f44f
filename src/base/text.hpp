// Text and numbers without locale: what every reader and writer needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

std::string_view trim(std::string_view text); ///< without ASCII white space at both ends
std::string lower(std::string_view text);     ///< ASCII letters in lower case, other bytes as they are
bool equal_ignoring_case(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator); ///< "a,,b" has three parts; "" has one
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The whole text as a finite decimal number (point, optional sign and exponent), or nothing.
std::optional<double> parse_number(std::string_view text);
std::optional<std::uint64_t> parse_whole(std::string_view text);

/// Shortest text that reads back as the same double; "0" for negative zero. `value` must be finite.
std::string shortest(double value);
void append_shortest(std::string& out, double value);
/// `decimals` places, half away from zero on the shortest decimal text of `value`; never "-0.0".
std::string fixed(double value, int decimals);
/// `value` rounded as `fixed` prints it.
double round_to(double value, int decimals);
/// 12345 -> "12,345".
std::string with_thousands(std::uint64_t value);

} // namespace joinedup
