#include "pipeline/area_rows.hpp"

#include "index/contributions.hpp"
#include "publish/bands.hpp"
#include "publish/count_rules.hpp"

#include <joinedup/base_size.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

bool usable(const DomainEstimate& estimate, std::size_t k, Hiding hiding, std::uint64_t minimum) {
  return hiding == Hiding::shown && estimate.indicator_n[k] >= minimum && std::isfinite(estimate.mean[k]);
}

/// Hidden indicators take no part. Where the index itself is hidden nothing of it is published, and only indicators
/// with too few respondents are left out: pooled targets may still need the area (RULINGS R1).
Presence presence_of(const DraftRow& row, std::size_t size, std::uint64_t minimum) {
  Presence present(size);
  for (std::size_t k = 0; k < size; ++k) {
    const Hiding hiding = row.index == Hiding::shown ? row.indicators[k] : Hiding::shown;
    present[k] = usable(*row.estimate, k, hiding, minimum);
  }
  return present;
}

/// n as it is shown: the whole's is never rounded; none where figures came without one.
std::optional<std::uint64_t> shown_n(std::uint64_t n, Level level, const DisclosureSpec& disclosure) {
  if (!counted(n)) return std::nullopt;
  return level == Level::total ? n : to_nearest(n, disclosure.round_to);
}

template <typename Cell>
DraftRow draft(const DomainEstimate& estimate, Level level, const PublishedCells& cells, Cell cell) {
  DraftRow row;
  row.estimate = &estimate;
  row.level = level;
  row.index = cell(cells.index);
  for (const HiddenCells& indicator : cells.indicators)
    row.indicators.push_back(cell(indicator));
  return row;
}

ResultStatus hiding_status(Hiding hiding) {
  ResultStatus status;
  status.suppressed = hiding == Hiding::primary;
  status.suppressed_secondary = hiding == Hiding::secondary;
  status.disclosure_difference = hiding == Hiding::difference;
  return status;
}

/// A figure taken as known exactly has no interval, which is not one of no width.
Estimated with_interval(double value, double se, std::uint64_t n, const IntervalBasis& intervals) {
  if (counted(n) || se > 0) return mean_limits(value, se, intervals);
  Estimated out;
  out.value = number(value);
  return out;
}

IndicatorResult publish_indicator(const DraftRow& row, std::size_t k, const IndicatorInfo& info,
                                  const DisclosureSpec& disclosure, const IntervalBasis& intervals) {
  IndicatorResult out;
  out.indicator = info.id;
  out.status = hiding_status(row.indicators[k]);
  if (out.status.hidden()) return out;
  const DomainEstimate& estimate = *row.estimate;
  const std::size_t size = estimate.mean.size();
  const std::uint64_t n = estimate.indicator_n[k];
  out.n = shown_n(n, row.level, disclosure);
  const double mean = estimate.mean[k], se = std::sqrt(estimate.covariance[k * size + k]);
  const bool of_survey = k < estimate.kish_n.size() && estimate.kish_n[k] > 0;
  out.estimate = info.statistic == "proportion" && of_survey
                     ? proportion_limits(mean, se, static_cast<double>(n), estimate.kish_n[k], intervals)
                     : with_interval(mean, se, n, intervals);
  out.crude = out.estimate.value;
  out.status.coverage = !out.estimate.value;
  out.status.caution = out.estimate.value && estimate.indicator_n[k] < disclosure.caution;
  return out;
}

void publish_index(const DraftRow& row, const DraftTable& table, const IndexFrame& frame,
                   const DisclosureSpec& disclosure, const IntervalBasis& intervals, AreaResult& out) {
  const Composite& composite = row.composite;
  out.n = shown_n(row.estimate->n, row.level, disclosure);
  for (std::size_t d = 0; d < frame.domains.size(); ++d)
    out.domains[d].value = number(composite.domains[d]);
  if (!std::isfinite(composite.value)) {
    out.status.coverage = true;
    out.reason = composite.coverage.reason;
    return;
  }
  out.index = with_interval(composite.value, composite.se, row.estimate->n, intervals);
  out.geometric = number(composite.geometric);
  out.status.partial = (!composite.coverage.complete && !frame.partial_levels) || row.imputed > 0;
  if (row.imputed > 0)
    out.reason =
        fmt::format("{} missing here, taken from {}", row.imputed == 1 ? "a measure" : "measures", row.imputed_from);
  out.status.caution = row.estimate->n < disclosure.caution;
  if (row.level != Level::total && table.total.index == Hiding::shown)
    out.contributions = contributions(frame, composite, table.total.composite);
}

} // namespace

DraftTable draft_rows(const Estimates& estimates, const PublishedCells& cells, const IndexFrame& frame,
                      const AreaImputation& imputation, std::uint64_t minimum) {
  DraftTable table;
  const std::size_t size = frame.components.size();
  table.total = draft(estimates.total, Level::total, cells, [](const HiddenCells& c) { return c.total; });
  table.whole_present.resize(size);
  for (std::size_t k = 0; k < size; ++k)
    table.whole_present[k] = usable(estimates.total, k, table.total.indicators[k], minimum);
  const Whole whole{estimates.total, table.whole_present};
  table.total.composite = compose_whole(frame, whole);
  const auto add = [&](DraftRow row, std::vector<DraftRow>& rows) {
    row.composite = compose(frame, *row.estimate, presence_of(row, size, minimum), whole);
    rows.push_back(std::move(row));
  };
  for (std::size_t a = 0; a < estimates.areas.size(); ++a) {
    add(draft(estimates.areas[a], Level::area, cells, [a](const HiddenCells& c) { return c.areas[a]; }), table.areas);
    DraftRow& row = table.areas.back();
    if (!imputation.wanted() || row.index != Hiding::shown || !row.composite.coverage.enough) continue;
    Presence present = presence_of(row, size, minimum);
    const DomainEstimate filled = imputation.filled(a, present, row.imputed);
    if (row.imputed == 0) continue;
    row.composite = compose(frame, filled, present, whole);
    row.imputed_from = imputation.where_from();
  }
  for (std::size_t r = 0; r < estimates.regions.size(); ++r)
    add(draft(estimates.regions[r], Level::region, cells, [r](const HiddenCells& c) { return c.regions[r]; }),
        table.regions);
  return table;
}

IntervalBasis interval_basis(const Estimates& estimates, const EstimationSpec& chosen) {
  return {chosen.design_df, estimates.design_df, static_cast<double>(estimates.sampled), chosen.proportion};
}

AreaResult publish_row(const DraftRow& row, const DraftTable& table, const IndexFrame& frame,
                       const std::vector<IndicatorInfo>& indicators, const DisclosureSpec& disclosure,
                       const IntervalBasis& intervals) {
  AreaResult out;
  out.code = row.estimate->code;
  out.level = row.level;
  out.status = hiding_status(row.index);
  out.reason = hiding_reason(row.index, disclosure.minimum);
  for (const std::string& domain : frame.domains)
    out.domains.push_back({domain, {}});
  for (std::size_t k = 0; k < indicators.size(); ++k)
    out.indicators.push_back(publish_indicator(row, k, indicators[k], disclosure, intervals));
  if (!out.status.hidden()) publish_index(row, table, frame, disclosure, intervals, out);
  return out;
}

void name_row(AreaResult& row, const Geography* geography, const RunResults& results) {
  row.name = row.short_name = row.tile_label = row.code;
  if (row.level == Level::total) {
    row.code = row.code.empty() ? results.total_code : row.code;
    row.name = row.short_name = results.total_name.empty() ? "All areas" : results.total_name;
    return;
  }
  if (!geography) return;
  const auto has_code = [&row](const auto& known) { return known.code == row.code; };
  if (row.level == Level::region) {
    const auto found = std::find_if(geography->regions.begin(), geography->regions.end(), has_code);
    if (found != geography->regions.end()) row.name = row.short_name = found->name;
    return;
  }
  const auto found = std::find_if(geography->areas.begin(), geography->areas.end(), has_code);
  if (found == geography->areas.end()) return;
  row.name = found->name;
  row.short_name = found->short_name.empty() ? found->name : found->short_name;
  row.tile_label = found->label.empty() ? row.short_name : found->label;
  row.region = found->region;
  row.tile_column = found->tile_column;
  row.tile_row = found->tile_row;
}

} // namespace joinedup
