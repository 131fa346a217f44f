// `joinedup aggregate --share`: survey files -> a partial that may leave the house.
#pragma once

#include "pipeline/partial/aggregate_run.hpp"

namespace joinedup {

/// J176: share_limits(); J177: nothing is left to share; J178: what is withheld, said to those whose survey it is.
Outcome<AggregateOutcome> run_share(const AggregateRequest& request, FileStore& files);

} // namespace joinedup
