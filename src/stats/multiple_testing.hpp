// p-values adjusted for the number of tests. NaN values stay NaN and do not count as tests; the order is kept.
#pragma once

#include <span>
#include <vector>

namespace joinedup {

/// False discovery rate (Benjamini and Hochberg 1995, 10.1111/j.2517-6161.1995.tb02031.x).
std::vector<double> adjust_benjamini_hochberg(std::span<const double> p);
/// False discovery rate under any dependence (Benjamini and Yekutieli 2001, 10.1214/aos/1013699998).
std::vector<double> adjust_benjamini_yekutieli(std::span<const double> p);
/// Family-wise error rate, step down (Holm 1979).
std::vector<double> adjust_holm(std::span<const double> p);
/// Family-wise error rate, step up (Hochberg 1988, 10.1093/biomet/75.4.800).
std::vector<double> adjust_hochberg(std::span<const double> p);
std::vector<double> adjust_bonferroni(std::span<const double> p);

} // namespace joinedup
