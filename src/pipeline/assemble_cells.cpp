#include "pipeline/assemble_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

std::string region_code(const Geography* geography, const std::string& area) {
  if (!geography) return {};
  const auto found = std::find_if(geography->areas.begin(), geography->areas.end(),
                                  [&area](const Area& known) { return known.code == area; });
  return found == geography->areas.end() ? std::string{} : found->region;
}

Margins margins_of(const Estimates& estimates, const Geography* geography) {
  Margins margins;
  for (const DomainEstimate& region : estimates.regions)
    margins.regions.push_back(region.code);
  for (const DomainEstimate& area : estimates.areas) {
    margins.areas.push_back(area.code);
    const auto found = std::find(margins.regions.begin(), margins.regions.end(), region_code(geography, area.code));
    margins.region_of.push_back(found == margins.regions.end()
                                    ? Margins::no_region
                                    : static_cast<std::size_t>(found - margins.regions.begin()));
  }
  return margins;
}

template <typename Count> CellCounts counts_of(const Estimates& estimates, Count count) {
  CellCounts counts;
  for (const DomainEstimate& area : estimates.areas)
    counts.areas.push_back(count(area));
  for (const DomainEstimate& region : estimates.regions)
    counts.regions.push_back(count(region));
  counts.total = count(estimates.total);
  return counts;
}

void log_column(const std::string& column, const HiddenCells& cells, const Margins& margins,
                const std::string& total_code, std::uint64_t minimum, std::vector<std::string>& log) {
  const auto line = [&](const std::string& code, Hiding hiding) {
    if (hiding != Hiding::shown) log.push_back(fmt::format("{}: {}: {}", column, code, hiding_reason(hiding, minimum)));
  };
  for (std::size_t a = 0; a < margins.areas.size(); ++a)
    line(margins.areas[a], cells.areas[a]);
  for (std::size_t r = 0; r < margins.regions.size(); ++r)
    line(margins.regions[r], cells.regions[r]);
  line(total_code, cells.total);
}

} // namespace

PublishedCells published_cells(const Estimates& estimates, const Geography* geography, const DisclosureSpec& disclosure,
                               const EarlierColumns& earlier) {
  const std::uint64_t minimum = disclosure.minimum;
  PublishedCells cells;
  cells.margins = margins_of(estimates, geography);
  cells.index =
      earlier.hide_index(cells.margins, counts_of(estimates, [](const DomainEstimate& e) { return e.n; }), minimum);
  for (std::size_t k = 0; k < estimates.indicators.size(); ++k) {
    const CellCounts counts = counts_of(estimates, [k](const DomainEstimate& e) { return e.indicator_n[k]; });
    const bool in_index = k < estimates.index_indicators;
    const OtherColumn other{in_index ? &cells.index : nullptr, in_index ? nullptr : &cells.index, true};
    cells.indicators.push_back(earlier.hide_indicator(k, cells.margins, counts, minimum, other));
    if (disclosure.whole_shown) cells.indicators.back().total = Hiding::shown;
  }
  if (disclosure.whole_shown) cells.index.total = Hiding::shown;
  return cells;
}

std::string hiding_reason(Hiding hiding, std::uint64_t minimum) {
  if (hiding == Hiding::primary) return fmt::format("fewer than {} respondents", minimum);
  if (hiding == Hiding::secondary) return "hidden so that a smaller one cannot be worked out by subtraction";
  if (hiding == Hiding::difference) return "hidden, since with an earlier release it would tell of too few people";
  return {};
}

std::vector<std::string> suppression_log(const PublishedCells& cells, const Estimates& estimates,
                                         std::uint64_t minimum) {
  std::vector<std::string> log;
  const std::string total = estimates.total.code.empty() ? "all areas" : estimates.total.code;
  log_column("index", cells.index, cells.margins, total, minimum, log);
  for (std::size_t k = 0; k < estimates.indicators.size(); ++k)
    log_column(estimates.indicators[k], cells.indicators[k], cells.margins, total, minimum, log);
  return log;
}

} // namespace joinedup
