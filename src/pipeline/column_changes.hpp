// Columns that came, went, or say something else than before.
#pragma once

#include "exports/survey_file.hpp"
#include "pipeline/map_diff.hpp"

#include <vector>

namespace joinedup {

/// Tool, dialect, columns (a pair with the same tool's code or question text is one that was renamed), question texts
/// and value labels.
std::vector<Change> header_changes(const SurveyHeader& before, const SurveyHeader& after);

} // namespace joinedup
