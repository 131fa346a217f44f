// An inspection in words, a line a finding, and as JSON.
#pragma once

#include "pipeline/inspect/inspection.hpp"

#include <string>
#include <vector>

namespace joinedup {

/// What the line is about, and what was found. An empty name continues the line above.
struct InspectLine {
  std::string name, text;
};

std::vector<InspectLine> inspect_lines(const Inspection& inspection);

/// One JSON object: the same facts, and the codes of every item.
std::string inspect_json(const Inspection& inspection);

/// "seen and unanswered" and the like.
std::string_view missing_words(AnswerCode reason);
std::string_view missing_name(AnswerCode reason); ///< as a map writes it: unanswered

} // namespace joinedup
