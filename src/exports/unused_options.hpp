// Options that nobody gives. Numbers 1 to 3 in a file that is read as 1 to 5, or as 0 to 3, are all legal: that none of
// many answers lies at an end of the scale is all that can tell of another version, or of numbers that are shifted.
#pragma once

#include "exports/answer_evidence.hpp"

#include <span>
#include <string>

namespace joinedup {

/// J258 for one administration. `seen`: of its items, in their order.
void judge_unused_options(const std::string& file, const AdministrationPlan& plan, std::span<const ItemSeen> seen,
                          Diagnostics& diagnostics);

} // namespace joinedup
