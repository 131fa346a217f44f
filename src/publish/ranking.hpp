// Ranks of the areas that may be ranked, with the ranks that sampling error does not rule out (RULINGS R2, R19).
#pragma once

#include <joinedup/comparison_options.hpp>
#include <joinedup/results.hpp>

#include <optional>
#include <span>
#include <vector>

namespace joinedup {

/// An area that may be ranked is shown, measured in full, without caution: enough respondents and reliable.
struct RankCandidate {
  double value = 0, se = 0;
  bool may_rank = false;
};

struct RankedArea {
  std::optional<int> rank;
  bool tied = false;
  std::optional<RankInterval> interval; ///< by default all intervals hold at once (Holm over all pairs)
};

/// Only areas that may be ranked are compared with each other; with fewer than two nobody is ranked. In order given.
std::vector<RankedArea> rank_areas(std::span<const RankCandidate> areas, const ComparisonOptions& options = {});

} // namespace joinedup
