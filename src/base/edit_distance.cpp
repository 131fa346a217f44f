#include "base/edit_distance.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <vector>

namespace joinedup {

std::size_t edit_distance(std::string_view left, std::string_view right) {
  const std::string a = lower(left), b = lower(right);
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string nearest(std::string_view name, std::span<const std::string> candidates) {
  std::string best;
  std::size_t best_distance = std::min<std::size_t>(3, std::max<std::size_t>(1, name.size() / 3)) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (best.empty() && name.size() >= 3) {
    for (const std::string& candidate : candidates) {
      if (candidate.size() > name.size() &&
          equal_ignoring_case(name, std::string_view(candidate).substr(0, name.size())))
        return candidate;
    }
  }
  return best;
}

std::string suggestion(std::string_view name, std::span<const std::string> candidates) {
  if (const std::string near = nearest(name, candidates); !near.empty()) return "did you mean " + near + "?";
  if (candidates.empty() || candidates.size() > 12) return {};
  return "one of " + join({candidates.begin(), candidates.end()}, ", ");
}

} // namespace joinedup
