// How the measures of an index hang together over the areas that are shown: tables `coherence`, `coherence_domains` and
// `coherence_components`. Nothing is altered by them.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

extern const Analysis coherence_analysis;

} // namespace joinedup
