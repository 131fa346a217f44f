// Sampling error by replicates in place of linearisation.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "pipeline/estimation/kept_frame.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>

namespace joinedup {

/// Replaces every covariance in `estimates`, which are of the frame's records.
void set_replicate_errors(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
                          const EstimationSpec& spec, std::uint64_t seed, Estimates& estimates);

} // namespace joinedup
