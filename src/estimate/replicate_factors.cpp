#include "estimate/replicate_factors.hpp"

#include "stats/counted_bits.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

BootstrapFactors::BootstrapFactors(const UnitDesign& design, std::uint64_t replicates, std::uint64_t seed)
    : design_(design), scale_(1 / static_cast<double>(replicates - 1)), seed_(seed), copies_(design.variances.size()) {
  for (std::uint32_t u = 0; u < design.units(); ++u)
    copies_[design.stratum_of[u]].insert(copies_[design.stratum_of[u]].end(),
                                         static_cast<std::size_t>(design.copies[u]), u);
}

ReplicateFactors BootstrapFactors::operator()(std::uint64_t replicate) const {
  ReplicateFactors out{std::vector<double>(design_.units(), 0.0), scale_, 1};
  for (std::size_t h = 0; h < copies_.size(); ++h) {
    const std::size_t k = copies_[h].size();
    if (k < 2) {
      out.unit[copies_[h].front()] = 1;
      continue;
    }
    const double drawn = std::sqrt(design_.variances[h].rest);
    if (drawn < 1)
      for (const std::uint32_t unit : copies_[h])
        out.unit[unit] += 1 - drawn;
    CountedBits bits(seed_, static_cast<std::uint32_t>(h), replicate);
    for (std::size_t draw = 0; draw + 1 < k; ++draw)
      out.unit[copies_[h][bits.below(k)]] += drawn * static_cast<double>(k) / static_cast<double>(k - 1);
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
