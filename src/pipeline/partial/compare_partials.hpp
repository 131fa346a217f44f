// Whether partials are of one run, and each of its files is in one of them.
#pragma once

#include "pipeline/partial/partial.hpp"

#include <joinedup/diagnostics.hpp>

#include <vector>

namespace joinedup {

/// J170 for each partial that another version of the program made, or that was made with other options, definitions or
/// shards than the first.
Diagnostics foreign_partials(const std::vector<Partial>& partials);
/// J172 for whatever stands in two of them.
Diagnostics repeated_partials(const std::vector<Partial>& partials);
/// J173: with "dedupe" a record of one partial repeats one of another, and would have been dropped.
Diagnostics repeats_across(const std::vector<Partial>& partials);
/// J171 for each shard that none of them holds.
Diagnostics missing_shards(const std::vector<Partial>& partials);

} // namespace joinedup
