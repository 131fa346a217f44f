#include "pipeline/assemble.hpp"

#include "pipeline/area_rows.hpp"
#include "pipeline/assemble_cells.hpp"
#include "pipeline/assemble_checks.hpp"
#include "pipeline/assemble_comparisons.hpp"
#include "pipeline/assemble_frame.hpp"
#include "publish/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// What the definition readers promise; a range that a definition leaves out can still be missing here.
bool sound(const Estimates& estimates, RunResults& results) {
  bool all_sound = true;
  for (std::size_t k = 0; k < estimates.index_indicators; ++k) {
    const IndicatorInfo& info = results.indicators[k];
    if (info.low < info.high) continue;
    all_sound = false;
    results.diagnostics.error("J620", {}, fmt::format("\"{}\" has no goalposts: low must be below high", info.id),
                              "give \"goalposts\" [low, high] in the index definition");
  }
  return all_sound;
}

void publish_rows(const Estimates& estimates, const Geography* geography, const DraftTable& table,
                  const IndexFrame& frame, RunResults& results) {
  const IntervalBasis intervals = interval_basis(estimates, results.study.estimation);
  const auto publish = [&](const DraftRow& row) {
    AreaResult out = publish_row(row, table, frame, results.indicators, results.study.disclosure, intervals);
    name_row(out, geography, results);
    for (std::size_t k = 0; k < frame.components.size(); ++k)
      if (const Number& value = out.indicators[k].estimate.value; value && !results.indicators[k].normalised.empty())
        out.indicators[k].points = number(frame.components[k].points(*value));
    return out;
  };
  results.total = publish(table.total);
  results.areas.clear();
  results.regions.clear();
  for (const DraftRow& row : table.areas)
    results.areas.push_back(publish(row));
  for (const DraftRow& row : table.regions)
    results.regions.push_back(publish(row));
}

void sort_by_code(std::vector<AreaResult>& rows) {
  std::sort(rows.begin(), rows.end(), [](const AreaResult& a, const AreaResult& b) { return a.code < b.code; });
}

} // namespace

std::optional<Assembly> assemble(const Estimates& estimates, const Geography* geography, RunResults& results,
                                 const EarlierRelease* earlier) {
  if (!sound(estimates, results)) return std::nullopt;
  const std::uint64_t minimum = results.study.disclosure.minimum;
  const PublishedCells cells =
      published_cells(estimates, geography, results.study.disclosure, {earlier, geography, results});
  IndexFrame frame = index_frame(results.index, results.indicators, results.study.partial_levels,
                                 shown_means(estimates, cells, minimum));
  if (!state_frame(frame, results)) return std::nullopt;
  DraftTable table = draft_rows(estimates, cells, frame, AreaImputation(results, estimates, cells, minimum), minimum);
  publish_rows(estimates, geography, table, frame, results);

  const IndexComparison comparison = compare_index(table, frame, results);
  publish_comparison(comparison, results);
  compare_indicators(table, results);
  rank_rows(table, comparison.areas.few(), results);

  note_comparison(comparison, frame, results);
  if (geography) note_absent_areas(estimates, *geography, results);
  weigh_parts(table, comparison, frame, results);
  if (earlier != nullptr) results.diagnostics.merge(compared_with_earlier(*earlier, results));
  results.suppression_log = suppression_log(cells, estimates, minimum);
  sort_by_code(results.areas);
  sort_by_code(results.regions);
  return Assembly{std::move(frame), std::move(table)};
}

} // namespace joinedup
