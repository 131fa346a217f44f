// Options that say what is benchmarked, of `benchmark` and `aggregate`.
#pragma once

#include "cli/option.hpp"

#include <span>

namespace joinedup {

std::span<const OptionSpec> benchmark_options();

} // namespace joinedup
