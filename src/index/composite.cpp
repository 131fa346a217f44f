#include "index/composite.hpp"

#include "index/power_mean.hpp"
#include "index/tree.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<double> points_of(const IndexFrame& frame, const DomainEstimate& estimate, const Presence& present) {
  std::vector<double> points(frame.components.size(), none);
  for (std::size_t k = 0; k < points.size(); ++k)
    if (present[k]) points[k] = frame.components[k].points(estimate.mean[k]);
  return points;
}

/// What an area's number is made of: coefficients of its own points, and of the points of the whole that stand in for
/// what is missing.
struct Contrast {
  std::vector<double> area, whole;
};

Contrast contrast_of(const IndexFrame& frame, const Coverage& coverage) {
  Contrast out{coverage.weights, std::vector<double>(coverage.weights.size(), 0)};
  if (frame.partial_levels || coverage.complete) return out;
  for (std::size_t k = 0; k < out.whole.size(); ++k)
    out.whole[k] = frame.components[k].weight - coverage.weights[k];
  return out;
}

/// Of points, or on [1, 100] of points shifted to it.
double linear_value(const Contrast& contrast, const std::vector<double>& area, const std::vector<double>& whole) {
  return linked_sum(1, area, contrast.area) + linked_sum(1, whole, contrast.whole);
}

double geometric_value(const Contrast& contrast, std::vector<double> area, std::vector<double> whole) {
  for (auto* points : {&area, &whole})
    for (double& p : *points)
      p = to_positive(p);
  return unlink(linked_sum(0, area, contrast.area) + linked_sum(0, whole, contrast.whole), 0);
}

/// left' M right for a K x K matrix stored row by row; pairs of weight 0 are not looked at (their entry may be NaN).
double quadratic(const std::vector<double>& left, const std::vector<double>& matrix, const std::vector<double>& right,
                 std::size_t stride) {
  double sum = 0;
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < right.size(); ++j)
      if (left[i] != 0 && right[j] != 0) sum += left[i] * right[j] * matrix[i * stride + j];
  return sum;
}

std::vector<double> in_own_units(const IndexFrame& frame, std::vector<double> coefficients) {
  for (std::size_t k = 0; k < coefficients.size(); ++k)
    coefficients[k] *= frame.components[k].points.line.slope;
  return coefficients;
}

double se_of(const IndexFrame& frame, const Contrast& contrast, const DomainEstimate& area,
             const DomainEstimate& whole) {
  if (!frame.no_error().empty()) return none;
  const std::size_t stride = area.mean.size();
  const std::vector<double> a = in_own_units(frame, contrast.area), w = in_own_units(frame, contrast.whole);
  const double variance = quadratic(a, area.covariance, a, stride) +
                          2 * quadratic(a, area.covariance_with_total, w, stride) +
                          quadratic(w, whole.covariance, w, stride);
  return std::sqrt(variance < 0 ? 0.0 : variance);
}

/// Domains by the same rule as the index; one of which too little was measured is not given.
std::vector<double> domains_of(const IndexFrame& frame, const Composite& area, const std::vector<double>& whole) {
  const Coverage& coverage = area.coverage;
  std::vector<double> domains(frame.domains.size(), 0);
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    const Component& component = frame.components[k];
    const bool complete = coverage.domains[component.domain] >= 1 - 1e-9;
    double& domain = domains[component.domain];
    if (coverage.in_domain[k] > 0) domain += coverage.in_domain[k] * area.points[k];
    const double stand_in = component.in_domain - coverage.in_domain[k];
    if (!complete && !frame.partial_levels && stand_in != 0) domain += stand_in * whole[k];
  }
  for (std::size_t d = 0; d < domains.size(); ++d)
    if (!(coverage.domains[d] > 0) || coverage.domains[d] < frame.coverage_domain - 1e-9) domains[d] = none;
  return domains;
}

/// Why nothing can be given though what is there would be enough.
std::string not_computable(const IndexFrame& frame, const Presence& present, const Coverage& whole,
                           const Coverage& area) {
  if (!area.enough) {
    for (std::size_t k = 0; k < frame.components.size(); ++k)
      if (const Component& c = frame.components[k]; !present[k] && c.weight > 0 && !c.points.none.empty())
        return c.id + " has no points: " + c.points.none;
    return area.reason;
  }
  if (!frame.partial_levels && !whole.complete)
    return "a measure of the index has too few answers in the whole to stand in for it here";
  return {};
}

/// What has no points counts as not measured.
Presence with_points(const IndexFrame& frame, Presence present) {
  for (std::size_t k = 0; k < present.size(); ++k)
    present[k] = present[k] && frame.components[k].points.none.empty();
  return present;
}

void compose_tree(const IndexFrame& frame, const DomainEstimate& area, const DomainEstimate& whole,
                  const std::vector<double>& whole_points, Composite& out) {
  const TreeValue tree = tree_value(frame, out.points, whole_points);
  for (std::size_t d = 0; d < out.domains.size(); ++d)
    if (!std::isnan(out.domains[d])) out.domains[d] = tree.domains[d];
  if (!out.coverage.enough) return;
  out.value = tree.value;
  if (std::isnan(out.value)) {
    out.coverage.enough = false;
    out.coverage.reason = "the mean asked for is not defined for the points here";
    return;
  }
  out.se = se_of(frame, {tree.by_area, tree.by_whole}, area, whole);
}

} // namespace

Composite compose(const IndexFrame& frame, const DomainEstimate& area, const Presence& measured, const Whole& whole) {
  const Presence present = with_points(frame, measured), whole_present = with_points(frame, whole.present);
  Composite out{none, none, none, {}, points_of(frame, area, present), cover(frame, present)};
  const std::vector<double> whole_points = points_of(frame, whole.estimate, whole_present);
  out.coverage.reason = not_computable(frame, present, cover(frame, whole_present), out.coverage);
  out.coverage.enough = out.coverage.reason.empty();
  out.domains = domains_of(frame, out, whole_points);
  if (!frame.linear) compose_tree(frame, area, whole.estimate, whole_points, out);
  if (!out.coverage.enough) return out;
  const Contrast contrast = contrast_of(frame, out.coverage);
  out.geometric = geometric_value(contrast, out.points, whole_points);
  if (!frame.linear) return out;
  out.value = linear_value(contrast, out.points, whole_points);
  out.se = se_of(frame, contrast, area, whole.estimate);
  return out;
}

Composite compose_whole(const IndexFrame& frame, const Whole& whole) {
  return compose(frame, whole.estimate, whole.present, whole);
}

double index_from_points(const IndexFrame& frame, const std::vector<double>& points) {
  if (!frame.linear) return tree_value(frame, points, points).value;
  double index = 0;
  for (std::size_t k = 0; k < points.size(); ++k)
    if (frame.components[k].weight > 0) index += frame.components[k].weight * points[k];
  return index;
}

} // namespace joinedup
