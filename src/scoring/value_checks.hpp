// What is legal in a value set and still suspicious, for those who write one.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <span>
#include <vector>

namespace joinedup {

/// `values` of all states. Warnings: J531 a worse level worth more than a better one (the other dimensions at their
/// best), J532 the best state is not the one worth most, or values lie outside -2 to 1. `levels` of each dimension.
void check_values(const ValueSet& set, std::span<const double> values, const std::vector<std::size_t>& levels,
                  Diagnostics& diagnostics);

} // namespace joinedup
