// A file looked at together with the questionnaires that its headings speak of.
#pragma once

#include "exports/count_columns.hpp"
#include "pipeline/library.hpp"
#include "pipeline/look/file_look.hpp"
#include "pipeline/look/heading_match.hpp"
#include "pipeline/request.hpp"
#include "pipeline/scorers.hpp"

#include <joinedup/outcome.hpp>

#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct MatchedLook {
  Scorers scorers; ///< the instruments looked for; `matches` point into it
  ColumnMap map;   ///< the one given, with options laid over it
  FileLook look;
  std::vector<InstrumentMatch> matches;   ///< one for each administration of look.plan, in its order
  std::vector<InstrumentMatch> undecided; ///< every item has several columns, and nothing tells them apart
  std::optional<CountColumns> counts;     ///< where it is a published table of counts
};

enum class MissingColumns : unsigned char {
  are_faults,
  are_left_out ///< items of the map whose columns the file lacks
};

/// With a map (or one in `request`) its columns are taken; without, item ids and a survey tool's own codes, then what
/// headings and question texts say.
Outcome<MatchedLook> look_for_instruments(const std::string& path, const SurveyRequest& request, FileStore& files,
                                          MissingColumns missing = MissingColumns::are_faults);

} // namespace joinedup
