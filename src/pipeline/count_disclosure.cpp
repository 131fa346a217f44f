#include "pipeline/count_disclosure.hpp"

#include <algorithm>
#include <map>

namespace joinedup {

namespace {

std::uint64_t total_of(const CountRow& row) { return row.counted() ? row.n() : row.reported.value_or(0); }

/// A unit is small by the minimum of figures, an option by that of counts.
CountRules of_units(const DisclosureRules& rules) {
  CountRules out = rules.counts;
  out.below = rules.figures.minimum;
  return out;
}

std::map<std::string, bool> starred_parents(const std::vector<CountedUnit>& units, const CountRules& rules) {
  std::map<std::string, std::uint64_t> totals;
  for (const CountedUnit& unit : units)
    totals[unit.parent] += total_of(*unit.row);
  std::vector<UnitCount> parents;
  for (const auto& [code, total] : totals)
    parents.push_back({code, {}, total, false});
  const std::vector<UnitHiding> hidden = hide_units(parents, rules);
  std::map<std::string, bool> out;
  for (std::size_t i = 0; i < parents.size(); ++i)
    out[parents[i].code] = parents.size() > 1 && hidden[i].starred();
  return out;
}

/// Options of a row whose unit is shown.
std::vector<bool> small_options(const CountRow& row, const CountRules& rules) {
  if (rules.population_at_most) return hide_options(row.counts, row.eligible, rules);
  std::vector<bool> out(row.counts.size(), false);
  if (rules.round_to == 0) return out;
  for (std::size_t k = 0; k < out.size(); ++k)
    out[k] = !shown_count(row.counts[k], false, rules);
  return out;
}

} // namespace

std::vector<CountMask> mask_counts(const std::vector<CountedUnit>& units, const DisclosureRules& rules) {
  const CountRules unit_rules = of_units(rules);
  const std::map<std::string, bool> starred = starred_parents(units, unit_rules);
  std::vector<UnitCount> counts;
  for (const CountedUnit& unit : units)
    counts.push_back({unit.code, unit.parent, total_of(*unit.row), starred.at(unit.parent)});
  const std::vector<UnitHiding> hidden = hide_units(counts, unit_rules);
  std::vector<CountMask> out(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    CountMask& mask = out[i];
    mask.unit = hidden[i];
    mask.options = hidden[i].starred() ? std::vector<bool>(units[i].row->counts.size(), true)
                                       : small_options(*units[i].row, rules.counts);
    mask.n = hidden[i].starred() && !rules.counts.totals_shown;
    mask.shares = hidden[i].shares_starred(rules.counts) || mask.some_options();
  }
  return out;
}

} // namespace joinedup
