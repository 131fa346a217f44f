// What inspect found in one file, as facts; inspect_lines and inspect_json put them in words.
#pragma once

#include "pipeline/area_columns.hpp"
#include "pipeline/inspect/rivals.hpp"
#include "pipeline/look/matched_look.hpp"

#include <joinedup/outcome.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// A missing word or blank in item columns, each column counted once.
struct MissingFinding {
  std::string text; ///< empty = blank
  AnswerCode reason = answer::missing;
  std::uint64_t cells = 0, items = 0;
};

struct Inspection {
  std::string path;
  MatchedLook found;
  std::vector<InstrumentFinding> instruments;
  std::vector<AreaCodes> areas;
  std::vector<std::string> area_sentences;
  std::vector<MissingFinding> missing;
  Rivals rivals;
  std::string next; ///< what to run next
};

Outcome<Inspection> inspect(const std::string& path, const SurveyRequest& request, FileStore& files,
                            MissingColumns missing = MissingColumns::are_faults);

} // namespace joinedup
