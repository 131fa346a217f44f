// Columns that the output carries along: those asked for, else the record's id, area, wave and weight.
#pragma once

#include "exports/headings.hpp"
#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <vector>

namespace joinedup {

std::vector<std::uint32_t> kept_columns(const SurveyFile& survey, const Headings& headings,
                                        const ReadingRequest& request, Diagnostics& diagnostics);

} // namespace joinedup
