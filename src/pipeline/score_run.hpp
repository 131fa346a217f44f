// `joinedup score`: survey files -> one row per record with its scores, in input order.
#pragma once

#include "pipeline/explain_lines.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <functional>
#include <string_view>

namespace joinedup {

struct ScoreSummary {
  Reconciliation reconciliation;
  std::vector<Setting> settings;
  std::vector<InputInfo> inputs;
  ExplainLines outline; ///< what would be read and scored, where that was all that was asked for
  std::string rejects;  ///< CSV of refused records when they are set aside: record, line, column, code, item cells
};

/// Writes CSV (or JSON Lines) to `write` block by block. Without a value the output is not to be kept: a definition
/// or a structure of the input is at fault.
Outcome<ScoreSummary> run_score(const ScoreRequest& request, FileStore& files,
                                const std::function<void(std::string_view)>& write);

} // namespace joinedup
