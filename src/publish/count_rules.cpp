#include "publish/count_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace joinedup {

namespace {

bool small(std::uint64_t count, const CountRules& rules) { return count > 0 && count < rules.below; }

} // namespace

std::vector<UnitHiding> hide_units(const std::vector<UnitCount>& units, const CountRules& rules) {
  std::vector<UnitHiding> out(units.size());
  std::map<std::string, std::vector<std::size_t>> children;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].total > 0) children[units[i].parent].push_back(i);
  for (auto& [parent, members] : children) {
    std::sort(members.begin(), members.end(), [&units](std::size_t a, std::size_t b) {
      return std::tie(units[a].total, units[a].code) < std::tie(units[b].total, units[b].code);
    });
    const bool lowest_is_small = small(units[members.front()].total, rules);
    for (std::size_t place = 0; place < members.size(); ++place) {
      UnitHiding& one = out[members[place]];
      one.rank = place + 1;
      one.first = small(units[members[place]].total, rules);
      one.second = rules.next_lowest && place == 1 && lowest_is_small && !one.first;
      one.cascade = rules.cascade && place < 2 && units[members[place]].parent_starred;
    }
  }
  return out;
}

std::vector<bool> hide_options(const std::vector<std::uint64_t>& counts, std::optional<std::uint64_t> population,
                               const CountRules& rules) {
  std::vector<bool> hidden(counts.size(), false);
  if (rules.population_at_most && population && *population > *rules.population_at_most) return hidden;
  for (std::size_t i = 0; i < counts.size(); ++i)
    hidden[i] = small(counts[i], rules);
  if (!rules.next_lowest || std::count(hidden.begin(), hidden.end(), true) != 1) return hidden;
  std::optional<std::size_t> next;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (!hidden[i] && counts[i] > 0 && (!next || counts[i] < counts[*next])) next = i;
  if (next) hidden[*next] = true;
  return hidden;
}

std::uint64_t to_nearest(std::uint64_t count, std::uint64_t multiple) {
  return multiple == 0 ? count : (count + multiple / 2) / multiple * multiple;
}

std::optional<std::uint64_t> shown_count(std::uint64_t count, bool whole, const CountRules& rules) {
  if (whole && rules.whole_shown) return count;
  if (small(count, rules)) return std::nullopt;
  return to_nearest(count, rules.round_to);
}

} // namespace joinedup
