#include "exports/container/number_text.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace joinedup {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr double most_ms = 4e17; ///< some 12,000 years

template <typename Number> void append_any(std::string& out, Number value) {
  std::array<char, 64> text{};
  const Number size = std::abs(value);
  if (value == 0) {
    out += '0';
    return;
  }
  const bool plain = size >= Number(1e-7) && size < Number(1e17);
  const auto end = plain ? std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed)
                         : std::to_chars(text.data(), text.data() + text.size(), value);
  out.append(text.data(), end.ptr);
}

void append_clock(std::string& out, std::int64_t ms) {
  const std::int64_t seconds = ms / 1000, rest = ms % 1000;
  fmt::format_to(std::back_inserter(out), "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (rest != 0) fmt::format_to(std::back_inserter(out), ".{:03}", rest);
}

bool append_day(std::string& out, std::int64_t day) {
  if (day < -800'000 || day > 3'000'000) return false;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  const int year = static_cast<int>(date.year());
  if (year < 1 || year > 9999) return false;
  fmt::format_to(std::back_inserter(out), "{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(date.day()));
  return true;
}

bool append_month(std::string& out, double months, std::int64_t epoch_day) {
  if (std::abs(months) > 120'000) return false;
  const std::chrono::year_month_day epoch{std::chrono::sys_days{std::chrono::days{epoch_day}}};
  const auto since = static_cast<std::int64_t>(std::floor(months));
  const std::int64_t month = std::int64_t{12} * static_cast<int>(epoch.year()) + since;
  if (month < 12 || month >= 120'000) return false;
  fmt::format_to(std::back_inserter(out), "{:04}-{:02}", month / 12, month % 12 + 1);
  return true;
}

} // namespace

void append_plain_number(std::string& out, double value) { append_any(out, value); }
void append_plain_number(std::string& out, float value) { append_any(out, value); }

void append_percentage(std::string& out, double share) {
  std::array<char, 64> digits{}; // 2.9e-01
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), share, std::chars_format::scientific);
  const std::string_view shortest(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
  double hundredfold = share;
  if (const std::size_t e = shortest.find('e'); e != std::string_view::npos) {
    const int exponent = std::stoi(std::string(shortest.substr(e + 1))) + 2;
    const std::string moved = fmt::format("{}e{}", shortest.substr(0, e), exponent);
    std::from_chars(moved.data(), moved.data() + moved.size(), hundredfold);
  }
  append_plain_number(out, hundredfold);
  out += '%';
}

bool append_time(std::string& out, double value, const TimeScale& scale) {
  if (!std::isfinite(value) || scale.kind == TimeKind::none) return false;
  if (scale.kind == TimeKind::month) return append_month(out, value, scale.epoch_day);
  const double exact = value * scale.unit * 1000;
  if (std::abs(exact) > most_ms) return false;
  const auto ms = static_cast<std::int64_t>(std::llround(exact));
  if (scale.kind == TimeKind::duration) {
    if (ms < 0) out += '-';
    append_clock(out, ms < 0 ? -ms : ms);
    return true;
  }
  const std::int64_t within = ((ms % day_ms) + day_ms) % day_ms, day = (ms - within) / day_ms + scale.epoch_day;
  if (!append_day(out, day)) return false;
  // A date that holds a time of day is told whole: nothing is cut off in silence.
  if (scale.kind == TimeKind::date && within == 0) return true;
  out += 'T';
  append_clock(out, within);
  return true;
}

} // namespace joinedup
