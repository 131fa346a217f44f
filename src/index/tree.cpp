#include "index/tree.hpp"

#include "index/power_mean.hpp"

#include <Eigen/Core>

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A number of the tree and its derivative by the points of the area (first half) and of the whole.
struct Part {
  double value = none; ///< NaN though it is there: the method is not defined for these points
  Eigen::VectorXd by;
  bool there = false;
};

struct Node {
  std::vector<Part> area, whole; ///< what the node is made of, here and in the whole
  std::vector<double> weights;   ///< shares, summing to 1
};

double share_there(const Node& node) {
  double sum = 0;
  for (std::size_t i = 0; i < node.area.size(); ++i)
    if (node.area[i].there) sum += node.weights[i];
  return sum;
}

/// What stands for a missing part: the whole's, moved by the mean deviation of the parts that are there, on the scale
/// on which the node takes its mean.
Part stand_in(const Node& node, std::size_t missing, double exponent, double there) {
  const double p = std::isnan(exponent) ? 1 : exponent;
  const Part& whole = node.whole[missing];
  double linked = link(whole.value, p);
  Eigen::VectorXd by = link_slope(whole.value, p) * whole.by;
  for (std::size_t i = 0; i < node.area.size(); ++i) {
    if (!node.area[i].there || node.weights[i] == 0) continue;
    const double share = node.weights[i] / there;
    linked += share * (link(node.area[i].value, p) - link(node.whole[i].value, p));
    by += share *
          (link_slope(node.area[i].value, p) * node.area[i].by - link_slope(node.whole[i].value, p) * node.whole[i].by);
  }
  return {unlink(linked, p), unlink_slope(linked, p) * by, true};
}

/// Parts and weights as the node's method takes them: nothing of any weight is missing any more.
void fill(Node& node, const NodeMethod& method, bool levels) {
  const double there = share_there(node);
  const std::vector<Part> found = node.area;
  const Node before{found, node.whole, node.weights};
  for (std::size_t i = 0; i < node.area.size(); ++i) {
    if (found[i].there) {
      if (levels) node.weights[i] /= there;
    } else if (levels || node.weights[i] == 0) {
      node.weights[i] = 0;
    } else {
      node.area[i] = stand_in(before, i, exponent_of(method.choice), there);
    }
  }
}

Part value_of(Node node, const NodeMethod& method, bool levels) {
  const double there = share_there(node);
  if (!(there > 0)) return {};
  if (!method.combiner->relative && there < 1 - 1e-12) fill(node, method, levels);
  std::vector<double> points;
  for (const Part& part : node.area)
    points.push_back(part.value);
  const Combined combined = method.combiner->combine({points, node.weights, method.choice, method.others});
  Part out{combined.value, Eigen::VectorXd::Zero(node.whole.front().by.size()), true};
  for (std::size_t i = 0; i < combined.slopes.size(); ++i)
    if (combined.slopes[i] != 0) out.by += combined.slopes[i] * node.area[i].by;
  return out;
}

Part leaf(const IndexFrame& frame, double points, std::size_t place, std::size_t size) {
  Part out{frame.positive ? to_positive(points) : points, Eigen::VectorXd::Zero(static_cast<Eigen::Index>(size)),
           !std::isnan(points)};
  out.by[static_cast<Eigen::Index>(place)] = frame.positive ? slope_to_positive : 1;
  return out;
}

Node domain_node(const IndexFrame& frame, std::size_t domain, std::span<const double> area,
                 std::span<const double> whole) {
  Node node;
  const std::size_t size = frame.components.size();
  for (std::size_t k = 0; k < size; ++k) {
    if (frame.components[k].domain != domain) continue;
    node.area.push_back(leaf(frame, area[k], k, 2 * size));
    node.whole.push_back(leaf(frame, whole[k], size + k, 2 * size));
    node.weights.push_back(frame.components[k].in_domain);
  }
  return node;
}

Part domain_value(const IndexFrame& frame, std::size_t domain, std::span<const double> area,
                  std::span<const double> whole) {
  return value_of(domain_node(frame, domain, area, whole), frame.domain_methods[domain], frame.partial_levels);
}

/// The whole's own value, whose derivatives are by the whole's points.
Part whole_domain(const IndexFrame& frame, std::size_t domain, std::span<const double> whole) {
  Node node = domain_node(frame, domain, whole, whole);
  node.area = node.whole;
  return value_of(std::move(node), frame.domain_methods[domain], frame.partial_levels);
}

} // namespace

TreeValue tree_value(const IndexFrame& frame, std::span<const double> area, std::span<const double> whole) {
  Node total;
  total.weights = frame.domain_weights;
  TreeValue out;
  for (std::size_t d = 0; d < frame.domains.size(); ++d) {
    total.area.push_back(domain_value(frame, d, area, whole));
    total.whole.push_back(whole_domain(frame, d, whole));
    out.domains.push_back(total.area.back().value);
  }
  const Part value = value_of(std::move(total), frame.total_method, frame.partial_levels);
  const std::size_t size = frame.components.size();
  out.value = value.value;
  out.by_area.assign(size, 0);
  out.by_whole.assign(size, 0);
  if (value.by.size() == 0) return out;
  for (std::size_t k = 0; k < size; ++k) {
    out.by_area[k] = value.by[static_cast<Eigen::Index>(k)];
    out.by_whole[k] = value.by[static_cast<Eigen::Index>(size + k)];
  }
  return out;
}

std::vector<double> parts_of_domain(const IndexFrame& frame, std::size_t domain, std::span<const double> points) {
  std::vector<double> out;
  for (const Part& part : domain_node(frame, domain, points, points).area)
    out.push_back(part.value);
  return out;
}

std::vector<double> complete_domains(const IndexFrame& frame, std::span<const double> points) {
  std::vector<double> out;
  for (std::size_t d = 0; d < frame.domains.size(); ++d) {
    const std::vector<double> parts = parts_of_domain(frame, d, points);
    bool complete = true;
    for (const double part : parts)
      complete = complete && !std::isnan(part);
    out.push_back(complete ? domain_value(frame, d, points, points).value : none);
  }
  return out;
}

} // namespace joinedup
