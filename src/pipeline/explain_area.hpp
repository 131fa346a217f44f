// `joinedup explain FOLDER --area CODE`: how one area's index arose, from the published numbers of a run alone. What
// the run hid is not there and cannot be shown.
#pragma once

#include "pipeline/explain_lines.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `text`: of results.json, `file` its name in messages. J154: no results of a benchmark, or no such area in them.
Outcome<ExplainLines> explain_area(std::string_view text, const std::string& file, const std::string& area);

} // namespace joinedup
