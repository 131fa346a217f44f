#include "index/frame.hpp"

#include "index/weight.hpp"

namespace joinedup {

IndexFrame index_frame(const IndexSpec& index, std::span<const IndicatorInfo> indicators, bool partial_levels,
                       const Normaliser& normaliser) {
  IndexFrame frame;
  frame.coverage_total = index.coverage_total;
  frame.coverage_domain = index.coverage_domain;
  frame.partial_levels = partial_levels;
  const EffectiveWeights weights = effective_weights(index);
  frame.domain_weights = weights.domains;
  std::size_t k = 0;
  for (std::size_t d = 0; d < index.domains.size(); ++d) {
    frame.domains.push_back(index.domains[d].id);
    for (const Indicator& indicator : index.domains[d].indicators) {
      const IndicatorInfo& info = indicators[k];
      frame.components.push_back({indicator.id, d, weights.in_domain[k], weights.indicators[k],
                                  normaliser.fit({info.low, info.high, info.low_is_good})});
      ++k;
    }
  }
  return frame;
}

} // namespace joinedup
