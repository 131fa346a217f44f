// What the report says in sentences, each computed from the numbers that it quotes. Plain text: callers escape it.
#pragma once

#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

/// The answer at the top of the page, for every state: many areas, few, one, none comparable, no spread, no comparison.
std::string headline_sentence(const RunResults& results);
/// Value with interval, gap in points, chance joined to the spread; or why there is none.
std::string area_sentence(const RunResults& results, const AreaResult& area);

/// Headings that state a finding.
std::string counts_heading(const RunResults& results);
std::string counts_caption(const RunResults& results);
std::string caterpillar_heading(const RunResults& results);
std::string map_heading(const RunResults& results);
std::string profile_heading(const RunResults& results, const AreaResult& area);
std::string parts_heading(const RunResults& results, const AreaResult& area);

} // namespace joinedup
