// Estimates under weights raked to the margins of a study.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/raking.hpp"
#include "pipeline/estimation/kept_frame.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <functional>
#include <vector>

namespace joinedup {

struct RakedEstimates {
  Estimates estimates;
  std::vector<Margin> margins; ///< as the records lie in them
  std::vector<Setting> settings;
  std::vector<ResultTable> tables;
};

/// Puts the raked weights into `frame`. `choices`: populations by stratum number of the frame. J586: a level that the
/// margins lack, or one that has a total and nobody; J641, J642: what did not settle.
Outcome<RakedEstimates> raked_estimates(KeptFrame& frame, const RakeSpec& spec, const SumsDesign& design,
                                        const DesignChoices& choices,
                                        const std::function<std::string(const std::string&)>& region_of);

/// Means, errors and counts of the frame's records as they are weighted now.
Estimates estimates_of_records(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
                               const std::function<std::string(const std::string&)>& region_of);

} // namespace joinedup
