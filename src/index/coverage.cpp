#include "index/coverage.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

/// Shares are sums of rounded numbers: one that meets its threshold on paper must meet it here.
constexpr double rounding = 1e-9;

void count_shares(const IndexFrame& frame, const Presence& present, Coverage& out) {
  out.domains.assign(frame.domains.size(), 0);
  out.complete = true;
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    const Component& component = frame.components[k];
    if (present[k]) {
      out.total += component.weight;
      out.domains[component.domain] += component.in_domain;
    } else if (component.weight > 0) {
      out.complete = false;
    }
  }
}

std::string too_little(const IndexFrame& frame, const Coverage& coverage) {
  if (coverage.total < frame.coverage_total - rounding)
    return fmt::format("less than {:g} % of the weight of the index was measured here", 100 * frame.coverage_total);
  for (std::size_t d = 0; d < frame.domains.size(); ++d) {
    const double needed = frame.coverage_domain;
    if (frame.domain_weights[d] > 0 && coverage.domains[d] < needed - rounding)
      return fmt::format("less than {:g} % of the domain \"{}\" was measured here", 100 * needed, frame.domains[d]);
  }
  if (!(coverage.total > 0)) return "nothing in the index was measured here";
  return {};
}

void renormalise(const IndexFrame& frame, const Presence& present, Coverage& out) {
  const std::size_t size = frame.components.size();
  out.weights.assign(size, 0);
  out.in_domain.assign(size, 0);
  double domains_there = 0;
  for (std::size_t d = 0; d < frame.domains.size(); ++d)
    if (out.domains[d] > 0) domains_there += frame.domain_weights[d];
  for (std::size_t k = 0; k < size; ++k) {
    const Component& component = frame.components[k];
    if (!present[k]) continue;
    out.in_domain[k] = out.complete ? component.in_domain : component.in_domain / out.domains[component.domain];
    out.weights[k] =
        out.complete ? component.weight : out.in_domain[k] * frame.domain_weights[component.domain] / domains_there;
  }
}

} // namespace

Coverage cover(const IndexFrame& frame, const Presence& present) {
  Coverage out;
  count_shares(frame, present, out);
  out.reason = too_little(frame, out);
  out.enough = out.reason.empty();
  renormalise(frame, present, out);
  return out;
}

} // namespace joinedup
