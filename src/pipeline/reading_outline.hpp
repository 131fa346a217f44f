// What a run would read of a file, and by which columns: for --dry-run.
#pragma once

#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"
#include "pipeline/explain_lines.hpp"

namespace joinedup {

/// The file, then a line for each questionnaire with its items and for each column that has a part in the run.
ExplainLines reading_outline(const SurveyFile& file, const ReadingPlan& plan);

} // namespace joinedup
