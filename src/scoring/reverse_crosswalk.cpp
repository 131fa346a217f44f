#include "scoring/reverse_crosswalk.hpp"

#include "scoring/value_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Probabilities of the target levels of one dimension, given the answered levels from 0.
std::vector<double> level_shares(const ValueMapping& mapping, std::size_t dimension,
                                 const std::vector<std::size_t>& answered) {
  double eta = 0;
  for (std::size_t d = 0; d < answered.size(); ++d)
    eta += mapping.effects[dimension][d][answered[d]];
  std::vector<double> out;
  double below = 0;
  for (const double threshold : mapping.thresholds[dimension]) {
    const double up_to = 1 / (1 + std::exp(eta - threshold));
    out.push_back(up_to - below);
    below = up_to;
  }
  out.push_back(1 - below);
  return out;
}

/// Dimensions are summed out one by one, the last first.
double expected(std::vector<double> values, const ValueMapping& mapping, const std::vector<std::size_t>& answered) {
  for (std::size_t d = answered.size(); d-- > 0;) {
    const std::vector<double> shares = level_shares(mapping, d, answered);
    const std::size_t left = values.size() / shares.size();
    for (std::size_t i = 0; i < left; ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < shares.size(); ++k)
        sum += shares[k] * values[i * shares.size() + k];
      values[i] = sum;
    }
    values.resize(left);
  }
  return values.front();
}

} // namespace

std::vector<double> reverse_crosswalk(const ValueSet& set, std::span<const ValueSet> all, Diagnostics& diagnostics) {
  const ValueMapping& mapping = set.mapping;
  const auto fault = [&](std::string message) {
    diagnostics.error("J525", set.where, fmt::format("value set {}: {}", set.id, message));
    return std::vector<double>{};
  };
  const auto target =
      std::find_if(all.begin(), all.end(), [&set](const ValueSet& s) { return s.id == set.target_set; });
  if (target == all.end() || target->model.find("crosswalk") != std::string::npos)
    return fault(fmt::format("its target {} is not among the value sets in reach", set.target_set));
  const std::vector<double> values = value_table(*target, all, diagnostics);
  std::size_t targets = 1, states = 1;
  for (const auto& thresholds : mapping.thresholds)
    targets *= thresholds.size() + 1;
  if (mapping.effects.empty() || values.size() != targets)
    return fault(fmt::format("its mapping leads to {} states, {} has {}", targets, target->id, values.size()));
  const std::vector<std::vector<double>>& shape = mapping.effects.front();
  if (shape.size() != mapping.thresholds.size())
    return fault("its effects are not of as many dimensions as thresholds");
  for (const auto& levels : shape)
    states *= levels.size();
  std::vector<double> out;
  for (std::size_t state = 0; state < states; ++state) {
    std::vector<std::size_t> answered(shape.size());
    std::size_t rest = state;
    for (std::size_t d = shape.size(); d-- > 0; rest /= shape[d].size())
      answered[d] = rest % shape[d].size();
    out.push_back(expected(values, mapping, answered));
  }
  return out;
}

} // namespace joinedup
