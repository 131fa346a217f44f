// Wilcoxon's signed rank test (Wilcoxon 1945, 10.2307/3001968) of paired differences.
#pragma once

#include <span>

namespace joinedup {

struct SignedRank {
  double v = 0; ///< sum of the ranks of positive differences; those of 0 take no part, ties share their mean rank
  double p = 0; ///< two-sided, normal with corrections for continuity and ties; NaN without differences
};

SignedRank signed_rank(std::span<const double> differences);

} // namespace joinedup
