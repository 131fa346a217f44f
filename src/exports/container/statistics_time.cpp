// Sources: PSPP manual, Time and Date Formats (seconds since 1582-10-14); Stata 18 D manual, Datetime (days, and
// milliseconds, since 1960-01-01); SAS 9.4 Formats and Informats (days, and seconds, since 1960-01-01).
#include "exports/container/statistics_time.hpp"

#include "base/text.hpp"

#include <array>
#include <span>
#include <string>

namespace joinedup {

namespace {

constexpr std::int64_t spss_epoch = -141'428; ///< 1582-10-14
constexpr std::int64_t epoch_1960 = -3'653;   ///< 1960-01-01
constexpr double day = 86'400;

struct Format {
  std::string_view start;
  TimeKind kind;
};

/// The first that fits counts, so that longer names stand before their beginnings.
constexpr std::array<Format, 12> spss_formats = {{
    {"datetime", TimeKind::date_time},
    {"ymdhms", TimeKind::date_time},
    {"date", TimeKind::date},
    {"adate", TimeKind::date},
    {"edate", TimeKind::date},
    {"sdate", TimeKind::date},
    {"jdate", TimeKind::date},
    {"qyr", TimeKind::date},
    {"moyr", TimeKind::date},
    {"wkyr", TimeKind::date},
    {"time", TimeKind::duration},
    {"mtime", TimeKind::duration},
}};

constexpr std::array<Format, 25> sas_formats = {{
    {"datetime", TimeKind::date_time}, {"dateampm", TimeKind::date_time}, {"e8601dt", TimeKind::date_time},
    {"b8601dt", TimeKind::date_time},  {"is8601dt", TimeKind::date_time}, {"e8601da", TimeKind::date},
    {"b8601da", TimeKind::date},       {"is8601da", TimeKind::date},      {"e8601tm", TimeKind::duration},
    {"b8601tm", TimeKind::duration},   {"is8601tm", TimeKind::duration},  {"date", TimeKind::date},
    {"ddmmyy", TimeKind::date},        {"mmddyy", TimeKind::date},        {"yymmdd", TimeKind::date},
    {"weekdat", TimeKind::date},       {"worddat", TimeKind::date},       {"julian", TimeKind::date},
    {"monyy", TimeKind::date},         {"yymon", TimeKind::date},         {"eurdfdd", TimeKind::date},
    {"nldate", TimeKind::date},        {"timeampm", TimeKind::duration},  {"time", TimeKind::duration},
    {"hhmm", TimeKind::duration},
}};

TimeKind look_up(std::span<const Format> formats, std::string_view format) {
  const std::string name = lower(format);
  for (const Format& known : formats)
    if (name.starts_with(known.start)) return known.kind;
  return TimeKind::none;
}

/// %td, %-tdD_m_Y, %d, %tc, %tm ...
TimeScale stata_scale(std::string_view format) {
  if (!format.starts_with('%')) return {};
  format.remove_prefix(1);
  if (format.starts_with('-')) format.remove_prefix(1);
  if (format.starts_with('d') || format.starts_with("td")) return {TimeKind::date, epoch_1960, day};
  if (format.starts_with("tc")) return {TimeKind::date_time, epoch_1960, 0.001};
  if (format.starts_with("tm")) return {TimeKind::month, epoch_1960, 1};
  return {};
}

} // namespace

TimeScale time_scale(ContainerKind kind, std::string_view format) {
  if (kind == ContainerKind::stata) return stata_scale(format);
  if (kind == ContainerKind::spss) return {look_up(spss_formats, format), spss_epoch, 1};
  if (kind != ContainerKind::sas_transport) return {};
  const TimeKind found = look_up(sas_formats, format);
  return {found, epoch_1960, found == TimeKind::date ? day : 1.0};
}

} // namespace joinedup
