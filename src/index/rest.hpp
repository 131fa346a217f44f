// The whole without one area: what an area that is a large part of the whole is compared with (RULINGS R1).
#pragma once

#include "index/frame.hpp"

#include <joinedup/estimates.hpp>

namespace joinedup {

/// The area's share of the weight behind indicator k; NaN where the whole has none.
double weight_share(const DomainEstimate& area, const DomainEstimate& whole, std::size_t k);
/// The same for the index: shares of its indicators by their effective weights.
double weight_share(const IndexFrame& frame, const DomainEstimate& area, const DomainEstimate& whole);

/// Mean of indicator k over everyone outside the area, in its own units; NaN where nobody is left.
double mean_of_rest(const DomainEstimate& area, const DomainEstimate& whole, std::size_t k);
/// Index of everyone outside the area.
double index_of_rest(const IndexFrame& frame, const DomainEstimate& area, const DomainEstimate& whole);

} // namespace joinedup
