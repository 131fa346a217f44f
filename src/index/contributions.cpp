#include "index/contributions.hpp"

#include "index/power_mean.hpp"

#include <cmath>

namespace joinedup {

namespace {

/// What a step of one point on the link scale of domain `d` is worth in points of the index: the index's and the
/// domain's own secants between area and whole, so that the parts add up to the gap (logarithmic mean Divisia,
/// Ang 2005, 10.1016/j.enpol.2003.10.010, for the geometric mean; its like for any power).
double worth_of_step(const IndexFrame& frame, const Composite& area, const Composite& whole, std::size_t d) {
  const double total = exponent_of(frame.total_method.choice), domain = exponent_of(frame.domain_methods[d].choice);
  return link_secant(area.domains[d], whole.domains[d], total) /
         (link_secant(area.value, whole.value, total) * link_secant(area.domains[d], whole.domains[d], domain));
}

/// Points of indicator k's part of the gap; `weight` is its share of the index here.
double part_of_gap(const IndexFrame& frame, const Composite& area, const Composite& whole, std::size_t k,
                   double weight) {
  if (weight == 0) return 0;
  if (frame.linear) return weight * (area.points[k] - whole.points[k]);
  const std::size_t d = frame.components[k].domain;
  const double p = exponent_of(frame.domain_methods[d].choice);
  const auto linked = [&](double points) { return link(frame.positive ? to_positive(points) : points, p); };
  return weight * worth_of_step(frame, area, whole, d) * (linked(area.points[k]) - linked(whole.points[k]));
}

} // namespace

std::vector<Contribution> contributions(const IndexFrame& frame, const Composite& area, const Composite& whole) {
  if (std::isnan(area.value) || std::isnan(whole.value) || !frame.no_contributions().empty()) return {};
  std::vector<Contribution> parts;
  double rest = area.value - whole.value;
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    const double weight = area.coverage.weights[k];
    if (std::isnan(area.points[k] - whole.points[k])) continue;
    const double points = part_of_gap(frame, area, whole, k, weight);
    rest -= points;
    parts.push_back({frame.components[k].id, weight, points});
  }
  const bool all_there = area.coverage.complete && whole.coverage.complete;
  if (!all_there && std::abs(rest) > 1e-9) parts.push_back({{}, 0, rest});
  return parts;
}

} // namespace joinedup
