#include "cli/quality_text.hpp"

#include "base/text.hpp"
#include "cli/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

using Statistics = std::vector<QualityStatistic>;

std::string number(const Statistics& all, std::string_view name, int decimals) {
  const QualityStatistic* one = statistic(all, name);
  if (one == nullptr) return "-";
  if (one->status.hidden()) return "hidden";
  return one->value ? fixed(*one->value, decimals) : "-";
}

std::string percent(const Statistics& all, std::string_view name) {
  const QualityStatistic* one = statistic(all, name);
  if (one == nullptr || !one->value) return number(all, name, 1);
  return fixed(*one->value * 100, 1);
}

std::string with_unit(const std::string& percent) {
  return percent == "-" || percent == "hidden" ? percent : percent + " %";
}

std::string base(const Statistics& all, std::string_view name) {
  const QualityStatistic* one = statistic(all, name);
  return one != nullptr && one->n ? with_thousands(*one->n) : "hidden";
}

std::string interval(const Statistics& all, std::string_view name) {
  const QualityStatistic* one = statistic(all, name);
  if (one == nullptr || !one->lower || !one->upper) return "";
  return fmt::format("{} to {}", fixed(*one->lower, 2), fixed(*one->upper, 2));
}

std::string flags(const Statistics& all) {
  std::string out;
  for (const QualityStatistic& one : all) {
    if (one.flag.empty()) continue;
    if (!out.empty()) out += "; ";
    out += one.flag;
  }
  return out;
}

/// Why figures lack: each reason once.
std::string reasons(const Statistics& all) {
  std::vector<std::string> seen;
  for (const QualityStatistic& one : all) {
    if (!one.reason.empty() && std::find(seen.begin(), seen.end(), one.reason) == seen.end())
      seen.push_back(one.reason);
  }
  return join(seen, "; ");
}

std::string scale_lines(const ScaleInfo& info, const ScaleQuality& scale) {
  const Statistics& s = scale.statistics;
  std::string out = fmt::format("{}  {}\n", info.id, info.label);
  out += fmt::format("  answers    {} of {} records answer, {} of them complete; items missing {}\n",
                     with_unit(percent(s, "response")), base(s, "response"), with_unit(percent(s, "complete")),
                     with_unit(percent(s, "missing")));
  const std::string range =
      info.low && info.high ? fmt::format(", range {} to {}", shortest(*info.low), shortest(*info.high)) : "";
  out += fmt::format("  score      mean {}, SD {}{}; floor {}, ceiling {}\n", number(s, "mean", 2), number(s, "sd", 2),
                     range, with_unit(percent(s, "floor")), with_unit(percent(s, "ceiling")));
  const std::string alpha = interval(s, "alpha");
  out += fmt::format("  items      alpha {}{}, omega {}, mean correlation {}; straight-lining {}\n",
                     number(s, "alpha", 3), alpha.empty() ? "" : fmt::format(" ({})", alpha), number(s, "omega", 3),
                     number(s, "inter_item", 2), with_unit(percent(s, "straight_lining")));
  if (!info.also.empty()) out += fmt::format("  also       {}: the same items\n", join(info.also, ", "));
  if (const std::string said = flags(s); !said.empty()) out += fmt::format("  flags      {}\n", said);
  if (const std::string why = reasons(s); !why.empty()) out += fmt::format("  not given  {}\n", why);
  return out;
}

std::string item_table(const ScaleQuality& scale, std::size_t width) {
  TextTable table;
  table.columns = {{"item"},     {"missing %", true}, {"floor %", true},       {"ceiling %", true}, {"mean", true},
                   {"SD", true}, {"item-rest", true}, {"alpha without", true}, {"loading", true},   {"flags"}};
  for (const ItemQuality& item : scale.items) {
    const Statistics& s = item.statistics;
    table.rows.push_back({item.id, percent(s, "missing"), percent(s, "floor"), percent(s, "ceiling"),
                          number(s, "mean", 2), number(s, "sd", 2), number(s, "item_rest", 2),
                          number(s, "alpha_without", 3), number(s, "loading", 2), flags(s)});
  }
  return table_text(table, width);
}

std::string area_table(const QualityResults& results, std::size_t scale, std::size_t width) {
  TextTable table;
  table.columns = {{"area"},          {"records", true},   {"answer %", true}, {"missing %", true},
                   {"floor %", true}, {"ceiling %", true}, {"mean", true},     {"SD", true},
                   {"alpha", true},   {"95 % interval"},   {"omega", true},    {"straight %", true},
                   {"flags"}};
  for (const QualityRow& row : results.areas) {
    const Statistics& s = row.scales[scale].statistics;
    table.rows.push_back({row.name, base(s, "response"), percent(s, "response"), percent(s, "missing"),
                          percent(s, "floor"), percent(s, "ceiling"), number(s, "mean", 2), number(s, "sd", 2),
                          number(s, "alpha", 3), interval(s, "alpha"), number(s, "omega", 3),
                          percent(s, "straight_lining"), flags(s)});
  }
  return table_text(table, width);
}

} // namespace

std::string quality_text(const QualityResults& results, std::size_t width) {
  std::string out;
  for (std::size_t s = 0; s < results.scales.size(); ++s) {
    if (s > 0) out += "\n";
    out += scale_lines(results.scales[s], results.total.scales[s]);
    out += item_table(results.total.scales[s], width);
    if (results.areas.empty()) continue;
    out += "\n" + area_table(results, s, width);
  }
  return out;
}

} // namespace joinedup
