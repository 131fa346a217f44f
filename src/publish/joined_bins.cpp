#include "publish/joined_bins.hpp"

#include <algorithm>
#include <functional>

namespace joinedup {

namespace {

using Groups = std::vector<JoinedBins>;

/// Joins the smallest group that is too small, the first of equals, to the smaller of the neighbours that it may be
/// joined to, until no group is too small or may be joined.
void join_small(Groups& groups, std::uint64_t minimum, const std::function<bool(std::size_t, std::size_t)>& may_join) {
  for (;;) {
    std::size_t small = groups.size(), into = groups.size();
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].people >= minimum || (small < groups.size() && groups[g].people >= groups[small].people)) continue;
      const bool below = g > 0 && may_join(g - 1, g), above = g + 1 < groups.size() && may_join(g, g + 1);
      if (!below && !above) continue;
      small = g;
      into = !below ? g + 1 : !above || groups[g - 1].people <= groups[g + 1].people ? g - 1 : g + 1;
    }
    if (small == groups.size()) return;
    const std::size_t left = std::min(small, into);
    groups[left].last = groups[left + 1].last;
    groups[left].people += groups[left + 1].people;
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(left) + 1);
  }
}

} // namespace

std::vector<JoinedBins> joined_bins(std::span<const std::uint64_t> people, std::span<const std::size_t> zone,
                                    std::uint64_t minimum) {
  Groups out;
  for (std::size_t b = 0; b < people.size(); ++b)
    out.push_back({b, b, people[b]});
  const std::uint64_t least = std::max<std::uint64_t>(minimum, 1);
  join_small(out, least, [&](std::size_t a, std::size_t b) { return zone[out[a].first] == zone[out[b].last]; });
  join_small(out, least, [](std::size_t, std::size_t) { return true; });
  if (out.size() == 1 && out.front().people < least) out.clear();
  return out;
}

} // namespace joinedup
