// What has changed since the wave before, where a study names its results.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Table `wave_change`: value then and now of the index and of each measure, the change with its error and 95 % limits,
/// for areas and the whole. Only of figures that both waves show, so that it tells nothing new of anybody: a figure
/// that is hidden or, for the index, partial in either wave has no row. The index is compared where it is the same
/// version of the same measures on one basis. Waves count as independent samples.
extern const Analysis wave_change_analysis;

} // namespace joinedup
