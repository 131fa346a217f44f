// The analysis "sensitivity": how far ranks and bands follow from sampling and from choices of method.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Where the study asks for it.
extern const Analysis sensitivity_analysis;

} // namespace joinedup
