#include "index/frame.hpp"

#include "index/tree.hpp"
#include "index/weight.hpp"
#include "index/weights_from_areas.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::vector<double> column_of(const ShownMeans& shown, std::size_t k) {
  std::vector<double> out;
  for (const std::vector<double>& area : shown)
    if (std::isfinite(area[k])) out.push_back(area[k]);
  return out;
}

NodeMethod node_of(const MethodChoice& choice) {
  NodeMethod out;
  out.combiner = find_combiner(choice.method);
  out.choice = choice;
  return out;
}

void take_methods(const IndexSpec& index, IndexFrame& frame) {
  for (const Domain& domain : index.domains)
    frame.domain_methods.push_back(node_of(domain.aggregate));
  frame.total_method = node_of(index.aggregate);
  const auto look = [&frame](const NodeMethod& node) {
    frame.linear = frame.linear && node.combiner->name == "arithmetic";
    frame.positive = frame.positive || node.combiner->positive;
  };
  std::for_each(frame.domain_methods.begin(), frame.domain_methods.end(), look);
  look(frame.total_method);
}

void take_components(const IndexSpec& index, std::span<const IndicatorInfo> indicators, const ShownMeans& shown,
                     IndexFrame& frame) {
  const EffectiveWeights weights = effective_weights(index);
  frame.domain_weights = weights.domains;
  std::size_t k = 0;
  for (std::size_t d = 0; d < index.domains.size(); ++d) {
    frame.domains.push_back(index.domains[d].id);
    for (const Indicator& indicator : index.domains[d].indicators) {
      const IndicatorInfo& info = indicators[k];
      const std::vector<double> areas = column_of(shown, k);
      const Normaliser& normaliser = *find_normaliser(indicator.normalise.method);
      frame.components.push_back(
          {indicator.id, d, weights.in_domain[k], weights.indicators[k],
           normaliser.fit({{info.low, info.high, info.low_is_good}, areas, &indicator.normalise})});
      ++k;
    }
  }
}

std::vector<std::vector<double>> points_of(const IndexFrame& frame, const ShownMeans& shown) {
  std::vector<std::vector<double>> out;
  for (const std::vector<double>& area : shown) {
    out.emplace_back();
    for (std::size_t k = 0; k < frame.components.size(); ++k)
      out.back().push_back(frame.components[k].points(area[k]));
  }
  return out;
}

void take_weights(const MethodChoice& method, const ShownMeans& shown, IndexFrame& frame) {
  std::vector<double> given;
  for (const Component& component : frame.components)
    given.push_back(component.weight);
  const WeightsFromAreas fitted = weights_from_areas(method.method, points_of(frame, shown), given);
  frame.refused = fitted.refused;
  if (!fitted.refused.empty()) return;
  std::fill(frame.domain_weights.begin(), frame.domain_weights.end(), 0.0);
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    frame.components[k].weight = fitted.weights[k];
    frame.domain_weights[frame.components[k].domain] += fitted.weights[k];
  }
  for (Component& component : frame.components)
    component.in_domain = component.weight / frame.domain_weights[component.domain];
}

/// The parts of every area at each node whose method compares areas.
void take_others(const ShownMeans& shown, IndexFrame& frame) {
  const std::vector<std::vector<double>> points = points_of(frame, shown);
  for (std::size_t d = 0; d < frame.domains.size(); ++d) {
    if (!frame.domain_methods[d].combiner->relative) continue;
    for (const std::vector<double>& area : points)
      frame.domain_methods[d].others.push_back(parts_of_domain(frame, d, area));
  }
  if (!frame.total_method.combiner->relative) return;
  std::vector<std::vector<double>> domains;
  for (const std::vector<double>& area : points)
    domains.push_back(complete_domains(frame, area));
  frame.total_method.others = std::move(domains);
}

} // namespace

std::string IndexFrame::no_error() const {
  for (const Component& component : components)
    if (component.points.by_rank())
      return "places among the areas have no sampling error that a slope could carry over";
  const auto chosen = [](const NodeMethod& node) { return node.combiner->name == "benefit_of_the_doubt"; };
  if (chosen(total_method) || std::any_of(domain_methods.begin(), domain_methods.end(), chosen))
    return "weights that are chosen anew for each area have no slope that could carry a sampling error over";
  const auto rough = [](const NodeMethod& node) { return !node.combiner->smooth; };
  const bool any = rough(total_method) || std::any_of(domain_methods.begin(), domain_methods.end(), rough);
  return any ? "a method that looks at order only has no slope that could carry a sampling error over" : "";
}

std::string IndexFrame::no_contributions() const {
  const auto whole = [](const NodeMethod& node) { return std::isnan(exponent_of(node.choice)); };
  const bool any = whole(total_method) || std::any_of(domain_methods.begin(), domain_methods.end(), whole);
  return any ? "the index is no mean of its parts" : "";
}

IndexFrame index_frame(const IndexSpec& index, std::span<const IndicatorInfo> indicators, bool partial_levels,
                       const ShownMeans& shown) {
  IndexFrame frame;
  frame.coverage_total = index.coverage_total;
  frame.coverage_domain = index.coverage_domain;
  frame.partial_levels = partial_levels;
  take_methods(index, frame);
  take_components(index, indicators, shown, frame);
  if (index.weighting.method != "given" && index.weighting.method != "equal")
    take_weights(index.weighting, shown, frame);
  take_others(shown, frame);
  return frame;
}

} // namespace joinedup
