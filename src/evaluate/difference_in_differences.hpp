// Difference in differences: how much more the treated changed than those they are held against. With two waves the
// regressions have closed forms. Errors by cluster: Liang and Zeger 1986 (10.1093/biomet/73.1.13); MacKinnon and White
// 1985 (10.1016/0304-4076(85)90158-7) for HC1; few clusters: Donald and Lang 2007 (10.1162/rest.89.2.221).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Records of two waves, one entry each.
struct DidRecords {
  std::vector<double> values;
  std::vector<std::uint8_t> treated, after; ///< 0 or 1
  std::vector<std::uint32_t> cluster;       ///< below `clusters`
  std::size_t clusters = 0;
};

/// An estimate with its 95 % t interval and two-sided p.
struct DidEstimate {
  double value = 0, se = 0, df = 0;
  double low = 0, high = 0, t = 0, p = 0;
};

struct DifferenceInDifferences {
  std::uint64_t n = 0;
  std::size_t clusters = 0; ///< that have records
  /// Coefficient of treated x after beside both main effects: (T1 - T0) - (C1 - C0) of means over records; its error by
  /// cluster in the form HC1, with clusters - 2 degrees of freedom.
  DidEstimate records;
  double se_ols = 0, se_hc0 = 0, se_hc1 = 0; ///< records independent
  double se_cluster_hc0 = 0;                 ///< root of the sandwich times G/(G-1)
  /// The same with a level of its own for each cluster; error and degrees of freedom as above.
  DidEstimate fixed_effects;
  /// Mean over treated clusters of the change of their means less that over the others; equal variances, clusters - 2
  /// degrees of freedom. Clusters with records in both waves.
  DidEstimate cluster_means;
  std::uint64_t permutations = 0; ///< of the arms over those clusters that were looked at
  bool all_permutations = false;  ///< else drawn with a fixed seed, the arms as they are among them
  double permutation_p = 0;       ///< share whose difference of mean changes is as large either way
};

/// NaN where a cell is empty or there are too few clusters; fixed effects and cluster means also where a cluster lies
/// in both arms.
DifferenceInDifferences difference_in_differences(const DidRecords& records);

} // namespace joinedup
