// Numbers, dates and times of containers as the text that a person would write: 4 and not 4.0, 2026-03-02.
#pragma once

#include <cstdint>
#include <string>

namespace joinedup {

/// Shortest text that reads back as the same number; no exponent from 1e-7 up to 1e17. `inf`, `nan` as they are.
void append_plain_number(std::string& out, double value);
void append_plain_number(std::string& out, float value);
/// A share as a percentage: 0.29 is 29%. The point moves in the shortest text, so that nothing is rounded twice.
void append_percentage(std::string& out, double share);

/// Times are counted from an epoch in one of these ways; `durations` has no epoch.
enum class TimeKind : std::uint8_t { none, date, date_time, duration, month };

/// How the numbers of a column become dates: value * unit seconds after the epoch. Months count calendar months.
struct TimeScale {
  TimeKind kind = TimeKind::none;
  std::int64_t epoch_day = 0; ///< days from 1970-01-01 to the epoch
  double unit = 1;            ///< seconds that 1 stands for
};

/// ISO 8601: 2026-03-02, 2026-03-02T09:00:00, 09:00:00 (hours may pass 24), 2026-03; parts of a second to the
/// millisecond where there are any. False, and nothing appended, when the year would leave 1 to 9999.
bool append_time(std::string& out, double value, const TimeScale& scale);

} // namespace joinedup
