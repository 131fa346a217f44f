// A value set as the values of all its states, computed in exact decimals.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// Values of all states in lexicographic order, each the double nearest to the exact decimal, after the set's
/// published roundings (half away from zero). `all` holds the target of a crosswalk. Faults are J525 at the set.
std::vector<double> value_table(const ValueSet& set, std::span<const ValueSet> all, Diagnostics& diagnostics);

} // namespace joinedup
