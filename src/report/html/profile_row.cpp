#include "report/html/profile_row.hpp"

#include "report/hide.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

/// An estimate less the reference, times `factor` (which turns round where it is negative).
Estimated gap_of(const Estimated& e, double reference, double factor) {
  const auto moved = [&](const Number& value) { return value ? Number((*value - reference) * factor) : Number(); };
  Estimated out{moved(e.value), {}, moved(e.lower), moved(e.upper), moved(e.lower99_8), moved(e.upper99_8)};
  if (factor < 0) {
    std::swap(out.lower, out.upper);
    std::swap(out.lower99_8, out.upper99_8);
  }
  return out;
}

ProfileRow index_row(const ReportPage& page, const AreaResult& area) {
  ProfileRow row;
  row.css = "tt";
  row.label = "Index";
  row.unit = out_of_hundred(page.results) ? "0 to 100" : "points";
  row.n = area.n ? with_thousands(*area.n) : "";
  row.here = area.index.value ? shown(*area.index.value, 1) : "";
  row.interval = shown_interval(area.index.lower, area.index.upper, 1);
  const Number reference = reference_of(page.results, area);
  row.there = reference ? shown(*reference, 1) : "";
  if (area.index.value && reference) row.gap = gap_of(area.index, *reference, 1);
  row.comparison = area.comparison;
  row.status = area.status;
  if (area.status.hidden()) row.hidden = area.reason;
  return row;
}

Number value_of(const std::vector<DomainResult>& domains, const std::string& id) {
  const auto found = std::ranges::find(domains, id, &DomainResult::domain);
  return found == domains.end() ? Number() : found->value;
}

ProfileRow domain_row(const ReportPage& page, const AreaResult& area, const Domain& domain) {
  ProfileRow row;
  row.css = "dm";
  row.label = escaped(domain.label.empty() ? domain.id : domain.label);
  const Number weight = value_of(page.results.domain_weights, domain.id);
  row.unit = fmt::format("domain{}", weight ? fmt::format(", weight {} %", shown_percent(*weight)) : "");
  const Number here = value_of(area.domains, domain.id), there = value_of(page.results.total.domains, domain.id);
  row.here = here ? shown(*here, 1) : "";
  row.there = there && page.results.target.kind == "england" ? shown(*there, 1) : "";
  row.bands = false;
  if (area.status.hidden()) row.hidden = area.reason;
  return row;
}

/// What the measure is compared with: value less difference, else the whole's value where the whole is the target.
Number reference_value(const ReportPage& page, const IndicatorResult& indicator, std::size_t number) {
  if (indicator.estimate.value && indicator.comparison.difference)
    return *indicator.estimate.value - *indicator.comparison.difference;
  const IndicatorResult* total = indicator_at(page.results.total, number);
  return total && page.results.target.kind == "england" ? total->estimate.value : Number();
}

ProfileRow measure_row(const ReportPage& page, const AreaResult& area, std::size_t number) {
  const IndicatorInfo& info = page.results.indicators[number];
  const IndicatorResult& indicator = area.indicators[number];
  const UnitStyle style = unit_style(info);
  ProfileRow row;
  row.css = "in";
  row.label = escaped(info.label.empty() ? info.id : info.label);
  row.unit = escaped(shown_range(info)) + (info.low_is_good ? ", low is good" : "") +
             (info.value_set.empty() ? "" : ", value set " + escaped(info.value_set));
  row.n = indicator.n ? with_thousands(*indicator.n) : "";
  row.here = escaped(shown_value(indicator.estimate.value, style, indicator.n));
  const bool extreme = extreme_share(indicator.estimate.value, style, indicator.n);
  if (!extreme) row.interval = shown_value_interval(indicator.estimate, style);
  const Number reference = reference_value(page, indicator, number);
  row.there = shown_value(reference, style, std::nullopt);
  const double range = info.high - info.low;
  const bool turned = info.low_is_good && !page.wording.neutral();
  if (reference && indicator.estimate.value && range > 0 && !extreme)
    row.gap = gap_of(indicator.estimate, *reference, (turned ? -100 : 100) / range);
  row.comparison = indicator.comparison;
  row.status = indicator.status;
  row.hidden = indicator.status.hidden() ? hidden_reason(indicator.status, page.results.study.disclosure) : "";
  row.banded = info.banded;
  row.low_is_good = info.low_is_good;
  return row;
}

} // namespace

std::vector<ProfileRow> profile_rows(const ReportPage& page, const AreaResult& area) {
  const RunResults& r = page.results;
  std::vector<ProfileRow> rows = {index_row(page, area)};
  const std::size_t count = std::min(r.indicators.size(), area.indicators.size());
  for (const Domain& domain : r.index.domains) {
    if (r.index.domains.size() > 1) rows.push_back(domain_row(page, area, domain));
    for (std::size_t i = 0; i < count; ++i)
      if (r.indicators[i].domain == domain.id) rows.push_back(measure_row(page, area, i));
  }
  const std::size_t before = rows.size();
  for (std::size_t i = 0; i < count; ++i)
    if (r.indicators[i].domain.empty()) rows.push_back(measure_row(page, area, i));
  if (rows.size() > before) {
    ProfileRow heading;
    heading.css = "hd";
    heading.label = "Companions: printed beside the index, not in it";
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(before), heading);
  }
  return rows;
}

} // namespace joinedup
