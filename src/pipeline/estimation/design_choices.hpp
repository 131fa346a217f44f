// Finite populations and strata of one unit, as the study asks for them, against what was sampled.
#pragma once

#include "estimate/indicator_sums.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/spec.hpp>

#include <functional>
#include <map>
#include <string>

namespace joinedup {

/// Stratum's text -> units in its population.
std::map<std::string, double> populations(const EstimationSpec& spec);

/// J583: strata that the table of populations lacks, or with fewer units than were sampled. J584: strata of one unit
/// where the study wants none; else a note of how they are treated.
Diagnostics check_design(const EstimationSpec& spec, const IndicatorSums& sums,
                         const std::function<std::string(std::uint32_t)>& stratum_name);

} // namespace joinedup
