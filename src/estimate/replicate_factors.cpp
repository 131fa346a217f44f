#include "estimate/replicate_factors.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

BootstrapFactors::BootstrapFactors(const UnitDesign& design, std::uint64_t replicates, std::uint64_t seed)
    : design_(design), scale_(1 / static_cast<double>(replicates - 1)), seed_(seed) {
  for (const std::uint64_t cells : design.stratum_units)
    if (cells > 1) draws_.try_emplace(cells, static_cast<std::size_t>(cells), static_cast<std::size_t>(cells - 1));
}

StratumFactors BootstrapFactors::of(std::uint32_t stratum) const {
  const auto cells = static_cast<std::size_t>(design_.stratum_units[stratum]);
  if (cells < 2) return {cells, 1, 0};
  const double drawn = std::sqrt(design_.variances[stratum].rest), k = static_cast<double>(cells);
  return {cells, 1 - drawn, drawn * k / (k - 1)};
}

void BootstrapFactors::draw(std::uint32_t stratum, std::uint64_t replicate, std::span<std::uint8_t> counts) const {
  draws_.at(design_.stratum_units[stratum]).draw(seed_, stratum, replicate, counts);
}

ReplicateFactors BootstrapFactors::operator()(std::uint64_t replicate) const {
  ReplicateFactors out{design_.copies, scale_, 1};
  std::vector<std::vector<std::uint8_t>> counts(design_.variances.size());
  for (std::uint32_t h = 0; h < counts.size(); ++h) {
    counts[h].resize(static_cast<std::size_t>(design_.stratum_units[h]));
    if (counts[h].size() > 1) draw(h, replicate, counts[h]);
  }
  std::vector<std::size_t> next(counts.size(), 0);
  for (std::uint32_t u = 0; u < design_.units(); ++u) {
    const std::uint32_t h = design_.stratum_of[u];
    const StratumFactors factors = of(h);
    double drawn = 0;
    for (double copy = 0; copy < design_.copies[u]; ++copy)
      drawn += counts[h][next[h]++];
    out.unit[u] = factors.always * design_.copies[u] + factors.by_draw * drawn;
  }
  return out;
}

bool BootstrapFactors::vary() const {
  return std::any_of(design_.variances.begin(), design_.variances.end(),
                     [](const StratumVariance& rule) { return rule.centred; });
}

JackknifeScale jackknife_scale(const StratumVariance& rule) {
  const double mates = rule.units / (rule.units - 1);
  return {mates, rule.scale / (mates * mates)};
}

ReplicateFactors without_unit(const UnitDesign& design, std::uint32_t unit) {
  const std::uint32_t stratum = design.stratum_of[unit];
  const JackknifeScale of = jackknife_scale(design.variances[stratum]);
  ReplicateFactors out{design.copies, of.scale, design.copies[unit]};
  out.unit[unit] -= 1;
  for (std::uint32_t u = 0; u < design.units(); ++u)
    if (design.stratum_of[u] == stratum) out.unit[u] *= of.mates;
  return out;
}

} // namespace joinedup
