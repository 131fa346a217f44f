// Each area against the areas most like it.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Tables `peers` (the index of an area against the mean of its k nearest that are shown; z with both errors, bands as
/// everywhere) and `peer_distances` (who they are). Peers are chosen among areas that are shown, measured in full and
/// not marked caution for their base; hidden areas never are. J699 for rows of the table that are no area of the run,
/// J695 for columns that do not vary.
extern const Analysis peers_analysis;

} // namespace joinedup
