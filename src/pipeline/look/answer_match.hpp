// A questionnaire of one question is often exported under a heading that says nothing ("rating"): its answers, written
// as words that no other questionnaire has, name it. With several questions they would not tell which is which.
#pragma once

#include "pipeline/look/file_look.hpp"
#include "pipeline/look/heading_match.hpp"

#include <joinedup/instrument.hpp>

#include <vector>

namespace joinedup {

/// Columns of which 95 % of the filled cells are labels of the one item, three different ones at least: of the coding
/// in force, or all of another coding that the definition knows (`how` then names the choice). Several such columns are
/// alternatives.
std::vector<InstrumentMatch> match_answers(const FileLook& look, const std::vector<const Instrument*>& instruments);

} // namespace joinedup
