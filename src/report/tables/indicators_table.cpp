// The measures, tidy: a row per area and indicator; then regions, then the whole.
#include "report/html/text.hpp"
#include "report/tables/field_words.hpp"
#include "report/tables/row_cells.hpp"

#include <algorithm>
#include <array>

namespace joinedup {
namespace {

constexpr std::array columns{"area_code", "level",      "indicator",   "n",           "value",     "se",     "lowercl",
                             "uppercl",   "confidence", "lower99_8cl", "upper99_8cl", "statistic", "method", "crude",
                             "adjusted",  "z",          "z_od",        "p",           "fdr",       "band",   "status"};

std::vector<DataField> fields_of(const RunResults& results) {
  std::vector<DataField> out;
  for (const std::string_view name : columns) {
    out.push_back(field_of(*field_words(indicators_field_words(), "indicators", name), name));
    if (name == "confidence") out.back().words = {"95%"};
    if (name != "indicator") continue;
    for (const IndicatorInfo& info : results.indicators)
      out.back().words.push_back(info.id);
  }
  return out;
}

const IndicatorInfo& info_of(const RunResults& results, const std::string& id) {
  static const IndicatorInfo none;
  for (const IndicatorInfo& info : results.indicators)
    if (info.id == id) return info;
  return none;
}

/// Some row was adjusted for case mix.
bool adjusts(const RunResults& results) {
  const auto adjusted = [](const AreaResult& row) {
    return std::ranges::any_of(row.indicators, [](const IndicatorResult& i) { return i.adjusted.has_value(); });
  };
  return adjusted(results.total) || std::ranges::any_of(results.areas, adjusted);
}

class MeasureRows {
public:
  explicit MeasureRows(const RunResults& results) : results_(results), adjusts_(adjusts(results)) {}

  std::vector<DataCell> row(const AreaResult& row, const IndicatorResult& indicator) const {
    const IndicatorInfo& info = info_of(results_, indicator.indicator);
    const bool hidden = indicator.status.hidden();
    const BlankReason own = hidden ? BlankReason::hidden : BlankReason::absent;
    const UnitStyle unit = unit_style(info);
    NumberLook value{.decimals = unit.decimals, .percent = unit.percent};
    const NumberLook error{.decimals = unit.decimals + 1, .percent = unit.percent};
    std::vector<DataCell> out;
    RowCells cells(out);
    cells.blank(own).text(row.code).text(words(row.level)).text(indicator.indicator).whole(indicator.n);
    value.extreme = extreme_share(indicator.estimate.value, unit, indicator.n);
    cells.estimated(indicator.estimate, value, error).text(info.statistic).text(info.method);
    cells.number(indicator.crude, value);
    cells.blank(adjusts_ ? own : BlankReason::not_applicable).number(indicator.adjusted, value);
    add_comparison(cells, row, indicator, info);
    cells.blank(own).text(indicator.status.text());
    return out;
  }

private:
  void add_comparison(RowCells& cells, const AreaResult& row, const IndicatorResult& indicator,
                      const IndicatorInfo& info) const {
    const Comparison& c = indicator.comparison;
    const bool none = row.level != Level::area || !info.banded;
    const bool hidden = indicator.status.hidden() || info.hidden_compared > 0;
    cells.blank(none ? BlankReason::not_applicable : hidden ? BlankReason::hidden : BlankReason::absent);
    cells.number(c.z, z_look).number(c.z_od, z_look).number(c.p, p_look).yes_no(c.fdr).text(words(c.band));
  }

  const RunResults& results_;
  bool adjusts_;
};

} // namespace

DataTable indicators_table(const RunResults& results) {
  DataTable out;
  out.name = "indicators";
  out.title = "The measures by area";
  out.fields = fields_of(results);
  out.key = {"level", "area_code", "indicator"};
  const MeasureRows rows(results);
  const auto add = [&](const AreaResult& row) {
    for (const IndicatorResult& indicator : row.indicators)
      out.rows.push_back(rows.row(row, indicator));
  };
  std::ranges::for_each(results.areas, add);
  std::ranges::for_each(results.regions, add);
  add(results.total);
  return out;
}

} // namespace joinedup
