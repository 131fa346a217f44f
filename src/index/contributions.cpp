#include "index/contributions.hpp"

#include <cmath>

namespace joinedup {

std::vector<Contribution> contributions(const IndexFrame& frame, const Composite& area, const Composite& whole) {
  if (std::isnan(area.value) || std::isnan(whole.value)) return {};
  std::vector<Contribution> parts;
  double rest = area.value - whole.value;
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    const double weight = area.coverage.weights[k];
    const double gap = area.points[k] - whole.points[k];
    if (std::isnan(gap)) continue;
    const double points = weight == 0 ? 0 : weight * gap;
    rest -= points;
    parts.push_back({frame.components[k].id, weight, points});
  }
  const bool all_there = area.coverage.complete && whole.coverage.complete;
  if (!all_there && std::abs(rest) > 1e-9) parts.push_back({{}, 0, rest});
  return parts;
}

} // namespace joinedup
