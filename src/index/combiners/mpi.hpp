// Mazziotta-Pareto: the mean of the parts less a penalty for their imbalance, M - S2 / M
// (2016, 10.1007/s11205-015-0998-2). On points with mean 100 and standard deviation 10 it is the MPI, on those of
// `ampi` the adjusted MPI.
#pragma once

#include "index/combine.hpp"

namespace joinedup {

/// S2 = sum of weight x (part - M)2, times K/(K-1) where `sd` is "sample". NaN where M is not above 0, or a sample
/// standard deviation is asked of one part.
Combined combine_with_penalty(const CombinerInput& input);

} // namespace joinedup
