// `joinedup explain FILE`: how the scores of one record arose, from its cells to its values.
#pragma once

#include "pipeline/explain_lines.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// Which record: its name in the column of ids, or the line of the file where it starts. Where neither is given,
/// `survey.id` is taken for the record's name, as long as no column is called so.
struct ExplainRequest {
  SurveyRequest survey;
  std::string record;
  std::optional<std::uint64_t> line;
  std::vector<std::string> scores; ///< only these and what they use; empty = all
};

struct ExplainOutcome {
  ExplainLines lines;
  std::vector<Setting> settings;
};

/// Faults: J151 no such record, J152 several, J153 it is not clear which is meant. J451 notes that the record takes
/// part in no figure.
Outcome<ExplainOutcome> run_explain(const ExplainRequest& request, FileStore& files);

} // namespace joinedup
