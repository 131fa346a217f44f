#include "report/html/text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {
namespace {

constexpr std::string_view minus = "\xE2\x88\x92";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Length of the well-formed UTF-8 sequence at the start of `text`, or 0 (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&byte](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF && tail(1)) return 2;
  if (first >= 0xE0 && first <= 0xEF && tail(1) && tail(2)) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (first >= 0xF0 && first <= 0xF4 && tail(1) && tail(2) && tail(3)) {
    const bool outside = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return outside ? 0 : 4;
  }
  return 0;
}

bool control(char c) {
  const auto code = static_cast<unsigned char>(c);
  return (code < 0x20 && c != '\n' && c != '\t') || code == 0x7F;
}

void append_ascii(std::string& out, char c) {
  switch (c) {
  case '&':
    out += "&amp;";
    break;
  case '<':
    out += "&lt;";
    break;
  case '>':
    out += "&gt;";
    break;
  case '"':
    out += "&quot;";
    break;
  case '\'':
    out += "&#39;";
    break;
  default:
    control(c) ? out += replacement : out += c;
  }
}

} // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 1)
      append_ascii(out, text.front());
    else
      out += length == 0 ? replacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string shown(double value, int decimals) {
  std::string digits = fixed(value, decimals);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const std::size_t whole_end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = whole_end; at > 3; at -= 3)
    digits.insert(at - 3, ",");
  return negative ? std::string(minus) + digits : digits;
}

std::string shown_signed(double value, int decimals) {
  return (round_to(value, decimals) > 0 ? "+" : "") + shown(value, decimals);
}

std::string shown_interval(const Number& low, const Number& high, int decimals) {
  if (!low || !high) return {};
  return shown(*low, decimals) + " to " + shown(*high, decimals);
}

std::string shown_percent(double share) {
  const double percent = share * 100;
  return fixed(percent, std::abs(percent - std::round(percent)) < 0.05 ? 0 : 1);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", with_thousands(count), count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text;
}

std::string sentence(std::string text) {
  if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

double rounded_gap(double value, double reference, int decimals) {
  return round_to(round_to(value, decimals) - round_to(reference, decimals), decimals);
}

UnitStyle unit_style(const IndicatorInfo& info) {
  const double range = std::abs(info.high - info.low);
  const bool share = info.statistic.starts_with("proportion") || info.statistic.starts_with("share");
  if (share) return {true, 0};
  return {false, range > 0 && range < 5 ? 3 : 1};
}

bool extreme_share(const Number& value, const UnitStyle& style, const std::optional<std::uint64_t>& n) {
  constexpr std::uint64_t enough = 30;
  return value && style.percent && n && *n < enough && (*value <= 0 || *value >= 1);
}

std::string shown_value(const Number& value, const UnitStyle& style, const std::optional<std::uint64_t>& n) {
  if (!value) return {};
  if (extreme_share(value, style, n)) return *value <= 0 ? "<5" : ">95";
  return shown(style.percent ? *value * 100 : *value, style.decimals);
}

std::string shown_value_interval(const Estimated& estimate, const UnitStyle& style) {
  const double factor = style.percent ? 100 : 1;
  if (!estimate.lower || !estimate.upper) return {};
  return shown_interval(*estimate.lower * factor, *estimate.upper * factor, style.decimals);
}

std::string shown_range(const IndicatorInfo& info) {
  const UnitStyle style = unit_style(info);
  if (style.percent) return "per cent";
  const auto end = [](double value) { return value == std::round(value) ? shown(value, 0) : shown(value, 3); };
  return end(info.low) + " to " + end(info.high);
}

bool out_of_hundred(const RunResults& results) {
  const auto mean = [](const MethodChoice& choice) { return choice.method == "arithmetic"; };
  return mean(results.index.aggregate) &&
         std::ranges::all_of(results.index.domains, [&mean](const Domain& d) { return mean(d.aggregate); }) &&
         std::ranges::all_of(results.indicators, [](const IndicatorInfo& i) { return i.normalised.empty(); });
}

} // namespace joinedup
