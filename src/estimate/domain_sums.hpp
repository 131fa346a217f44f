// The sums of one domain (an area, a region or the whole), part by part of the sample design, and its means.
#pragma once

#include "estimate/cell.hpp"
#include "estimate/sample_design.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Vectors by indicator have K entries. Means are of centred scores.
struct DomainSums {
  std::vector<std::uint32_t> parts; ///< of the sample design that the domain occurs in, ascending
  std::vector<Cell> cells;          ///< by part: the domain's areas merged
  std::uint64_t n_index = 0;
  std::vector<std::uint64_t> n;     ///< with a usable score and weight
  std::vector<std::uint64_t> units; ///< sampled units (PSUs or rows) among which those are
  std::vector<double> weight, mean, sd;
  std::vector<double> kish_n;           ///< (sum w)^2 / sum w^2
  std::vector<double> residual;         ///< [part][indicator]: sum of the linearised variate w (y - mean) / sum w
  std::vector<double> stratum_residual; ///< [stratum][indicator]: the same by stratum
};

/// `places`: the domain's cells among `cells`.
DomainSums domain_sums(const CellLayout& layout, const SampleDesign& design, std::span<const Cell> cells,
                       std::vector<std::size_t> places);

} // namespace joinedup
