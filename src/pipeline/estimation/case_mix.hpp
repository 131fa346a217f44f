// Means adjusted for case mix, with sampling error by design.
#pragma once

#include "adjust/area_contrasts.hpp"
#include "estimate/stratum_variance.hpp"
#include "pipeline/estimation/kept_frame.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <vector>

namespace joinedup {

class Replication;

/// What an adjuster does to an indicator.
struct TermEffect {
  std::size_t indicator = 0;
  std::string adjuster, term, reference; ///< reference: the level that it is compared with
  double n = 0;                          ///< people that the term is about; all for a number
  double effect = 0, se = 0;             ///< se by design
  std::string scale = {};                ///< of the effect: "measure", in its own unit, or "log odds"
};

struct CaseMixFindings {
  Estimates adjusted;
  std::vector<TermEffect> effects;  ///< regression
  std::vector<AdjustedAreas> areas; ///< regression, by indicator; areas by code
  std::vector<Setting> settings;
  Diagnostics diagnostics;
};

/// `crude`: estimates of the same records and weights. J643: an adjuster that is constant, or made of others; J644:
/// complete for less than 80 %; J645: cells that were joined for direct standardisation. `replication`: null =
/// linearised errors.
CaseMixFindings adjust_case_mix(const KeptFrame& frame, const CaseMixSpec& spec, const Estimates& crude, bool clusters,
                                const DesignChoices& choices, const Replication* replication = nullptr);

} // namespace joinedup
