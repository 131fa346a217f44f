#include "estimate/linearised.hpp"

#include "base/exact_sum.hpp"
#include "estimate/rounding.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

/// Place of each of the domain's parts among those of the whole.
std::vector<std::size_t> places_in(const DomainSums& whole, const DomainSums& domain) {
  std::vector<std::size_t> places;
  std::size_t at = 0;
  for (const std::uint32_t part : domain.parts) {
    while (whole.parts[at] != part)
      ++at;
    places.push_back(at);
  }
  return places;
}

/// Sum over the rows of one part of u_i of the domain times u_k of the whole.
double row_products(const CellLayout& layout, const Cell& cell, const DomainSums& domain, std::size_t i,
                    const DomainSums& whole, std::size_t k) {
  const bool swapped = i > k;
  const SquareSums sums = swapped ? cell.square(layout, k, i) : cell.square(layout, i, k);
  const double w2 = sums.w2.value();
  if (w2 == 0) return 0;
  const double a = (swapped ? sums.w2b : sums.w2a).value(), b = (swapped ? sums.w2a : sums.w2b).value();
  const double mi = domain.mean[i], mk = whole.mean[k];
  const double ab = sums.w2ab.value(), mm = mi * mk * w2;
  const double scale = std::fabs(ab) + std::fabs(mk * a) + std::fabs(mi * b) + std::fabs(mm);
  return beyond_rounding(ab - mk * a - mi * b + mm, scale) / (domain.weight[i] * whole.weight[k]);
}

/// One entry of the matrix. Terms are added exactly, so the numbering of strata and PSUs does not show.
double entry(const CellLayout& layout, const SampleDesign& design, const DomainSums& domain, std::size_t i,
             const DomainSums& whole, std::size_t k, const std::vector<std::size_t>& places) {
  const std::size_t size = layout.indicators();
  ExactSum sum;
  std::vector<std::uint32_t> strata;
  for (std::size_t p = 0; p < domain.parts.size(); ++p) {
    const std::size_t stratum = design.stratum_of[domain.parts[p]];
    strata.push_back(static_cast<std::uint32_t>(stratum));
    const StratumVariance& rule = design.variances[stratum];
    const double own = domain.residual[p * size + i];
    const double whole_mean = rule.centred ? whole.stratum_residual[stratum * size + k] / rule.units : 0;
    const double products = design.clusters
                                ? own * minus(whole.residual[places[p] * size + k], whole_mean)
                                : minus(row_products(layout, domain.cells[p], domain, i, whole, k), own * whole_mean);
    sum.add(rule.scale * products);
  }
  return average_factor(design.variances, strata) * sum.value();
}

} // namespace

std::vector<double> linearised_covariance(const CellLayout& layout, const SampleDesign& design,
                                          const DomainSums& domain, const DomainSums& whole) {
  const std::size_t size = layout.indicators();
  std::vector<double> out(size * size);
  const auto places = places_in(whole, domain);
  const bool symmetric = &domain == &whole;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = symmetric ? i : 0; k < size; ++k) {
      if (i != k && (i >= layout.index_indicators() || k >= layout.index_indicators())) continue;
      const bool enough = domain.units[i] >= 2 && whole.units[k] >= 2;
      const double value =
          enough ? entry(layout, design, domain, i, whole, k, places) : std::numeric_limits<double>::quiet_NaN();
      out[i * size + k] = value;
      if (!symmetric) continue;
      out[k * size + i] = value;
      if (i == k && value < 0) out[i * size + i] = 0; // by rounding
    }
  }
  return out;
}

} // namespace joinedup
