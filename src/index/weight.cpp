#include "index/weight.hpp"

#include <numeric>

namespace joinedup {

namespace {

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sum_of_products(std::span<const double> a, std::span<const double> b) {
  const double mean_a = mean(a), mean_b = mean(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum;
}

} // namespace

EffectiveWeights effective_weights(const IndexSpec& index) {
  EffectiveWeights out;
  double all = 0;
  for (const Domain& domain : index.domains)
    all += domain.weight;
  for (const Domain& domain : index.domains) {
    out.domains.push_back(domain.weight / all);
    double within = 0;
    for (const Indicator& indicator : domain.indicators)
      within += indicator.weight;
    for (const Indicator& indicator : domain.indicators) {
      out.in_domain.push_back(indicator.weight / within);
      out.indicators.push_back(out.domains.back() * out.in_domain.back());
    }
  }
  return out;
}

std::vector<double> variance_shares(std::span<const std::vector<double>> points, std::span<const double> weights) {
  if (points.size() < 3) return {};
  std::vector<double> index;
  for (const std::vector<double>& area : points)
    index.push_back(std::inner_product(weights.begin(), weights.end(), area.begin(), 0.0));
  const double variance = sum_of_products(index, index);
  if (!(variance > 0)) return {};
  std::vector<double> shares, column(points.size());
  for (std::size_t k = 0; k < weights.size(); ++k) {
    for (std::size_t a = 0; a < points.size(); ++a)
      column[a] = points[a][k];
    shares.push_back(weights[k] * sum_of_products(column, index) / variance);
  }
  return shares;
}

} // namespace joinedup
