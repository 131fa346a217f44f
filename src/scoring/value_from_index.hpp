// A value by age and sex where only an index is known, not the state: Hernandez Alava et al. 2023 (doi
// 10.1007/s40273-022-01218-7), as the R function eq5dmap works.
#pragma once

#include <joinedup/instrument.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace joinedup {

/// `inputs`: values of all states in ValueSet::input_set, of which `index` must be one or near one: an index from any
/// other set gives a number without meaning. `group`: number of the respondent's codes from 0, the last item changing
/// fastest. Without bandwidth (0) the mean over the states that have exactly this index; else the mean over all states
/// nearer than it, with Epanechnikov weights 1 - (distance / bandwidth)^2. Nothing where no state qualifies.
std::optional<double> value_from_index(const ValueSet& set, std::span<const double> inputs, std::size_t group,
                                       double index, double bandwidth);

} // namespace joinedup
