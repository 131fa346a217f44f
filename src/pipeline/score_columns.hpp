// Columns of a file that hold a score which another program computed.
#pragma once

#include "exports/survey_file.hpp"
#include "exports/usual_headings.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace joinedup {

/// Score id -> column, by the definition's headings for it or INSTRUMENT SCORE, within the affix of the items' headings
/// (and, where `bare`, without); a heading, or a survey tool's own code. What two columns could be is left out.
std::map<std::string, std::uint32_t> score_columns(const SurveyHeader& header, const Instrument& instrument,
                                                   const Affix& affix, bool bare);

} // namespace joinedup
