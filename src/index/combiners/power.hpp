// Arithmetic, geometric, harmonic mean and those of any other power.
#pragma once

#include "index/combine.hpp"

namespace joinedup {

Combined combine_by_power(const CombinerInput& input);

} // namespace joinedup
