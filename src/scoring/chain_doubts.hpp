// What is legal in an instrument's scores and yet suspicious, told from what its items can reach: asked for by those
// who check a definition, never by a run.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace joinedup {

/// Where a member of a score stands in the definition's text.
using ScorePlace = std::function<Position(std::size_t score, std::string_view member)>;

/// J538 a sum that the table lacks, J539 a range that the items do not reach or pass, J543 bands beside what the score
/// can be. Scores that are made of others are followed down to the items; what a table of the user's or a value set
/// decides is left alone. The definition must compile.
Diagnostics chain_doubts(const Instrument& instrument, std::span<const ValueSet> value_sets, const ScorePlace& place);

} // namespace joinedup
