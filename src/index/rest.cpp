#include "index/rest.hpp"

#include "index/composite.hpp"

#include <limits>

namespace joinedup {

double weight_share(const DomainEstimate& area, const DomainEstimate& whole, std::size_t k) {
  return area.weight[k] / whole.weight[k];
}

double weight_share(const IndexFrame& frame, const DomainEstimate& area, const DomainEstimate& whole) {
  double share = 0;
  for (std::size_t k = 0; k < frame.components.size(); ++k)
    if (frame.components[k].weight > 0) share += frame.components[k].weight * weight_share(area, whole, k);
  return share;
}

double mean_of_rest(const DomainEstimate& area, const DomainEstimate& whole, std::size_t k) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (area.indicator_n[k] >= whole.indicator_n[k]) return none;
  if (area.indicator_n[k] == 0) return whole.mean[k];
  // As a step from the whole's mean, so that a small area does not cost digits.
  const double left = whole.weight[k] - area.weight[k];
  return left > 0 ? whole.mean[k] + (whole.mean[k] - area.mean[k]) * area.weight[k] / left : none;
}

double index_of_rest(const IndexFrame& frame, const DomainEstimate& area, const DomainEstimate& whole) {
  std::vector<double> points;
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    const Component& component = frame.components[k];
    points.push_back(component.weight > 0 ? component.points(mean_of_rest(area, whole, k)) : 0);
  }
  return index_from_points(frame, points);
}

} // namespace joinedup
