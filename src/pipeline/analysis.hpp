// Analyses beside the index: each looks at a finished run and gives tables and settings. A table by name.
#pragma once

#include "index/frame.hpp"
#include "pipeline/area_rows.hpp"
#include "pipeline/score_counts.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct EarlierRelease;

/// What an analysis may look at. Nothing here is hidden yet but `results`: whoever makes a table leaves out what
/// `results` hides, and bases of its own below DisclosureSpec::minimum with their complements.
struct AnalysisInput {
  const Estimates& estimates; ///< behind the headline
  const Geography* geography; ///< null = codes as found
  const IndexFrame& frame;
  const DraftTable& drafts;
  const RunResults& results;            ///< areas, regions, total, comparisons and ranks filled in
  unsigned threads = 0;                 ///< 0 = all cores; results never depend on it
  const Estimates* beside = nullptr;    ///< the other of crude and adjusted; null where nothing is adjusted
  const ScoreCounts* scores = nullptr;  ///< by the weights of the crude means; null = not counted
  std::span<const ScoreBins> bins = {}; ///< of those, by indicator
  const EarlierRelease* earlier = nullptr;
  const RunResults* wave_before = nullptr; ///< results of the wave before
};

struct AnalysisOutput {
  std::vector<ResultTable> tables;
  std::vector<Setting> settings;
  Diagnostics diagnostics;
};

struct Analysis {
  std::string_view id;
  bool (*wanted)(const RunResults& results); ///< by study and index definition
  AnalysisOutput (*run)(const AnalysisInput& input);
};

/// In the order of the report.
std::span<const Analysis> analyses();

/// Runs all that are wanted and puts what they give into `results`.
void add_analyses(const AnalysisInput& input, RunResults& results);

} // namespace joinedup
