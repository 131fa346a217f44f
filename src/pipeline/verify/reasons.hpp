// Why a repeat of a run may differ: what it was told and what it read, then and now.
#pragma once

#include "definitions/run_record.hpp"

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// A sentence each: another version, an input or definition that has changed, is no longer read or is new, a setting
/// that has another value. Empty where both were told and read the same.
std::vector<std::string> reasons_to_differ(const RunRecord& then, const RunResults& now);

} // namespace joinedup
