// What a benchmark is told: everything small, read and checked before the first survey file.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "pipeline/area_tables.hpp"
#include "pipeline/catch_all.hpp"
#include "pipeline/estimation/kept_frame.hpp"
#include "pipeline/index_binding.hpp"
#include "pipeline/score_bins.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/study_setup.hpp"
#include "pipeline/survey_setup.hpp"

#include <joinedup/outcome.hpp>

#include <optional>
#include <vector>

namespace joinedup {

struct BenchmarkSetup {
  StudySetup study;
  SurveySetup survey;
  Scorers scorers;
  IndexBinding binding;
  AreaTables tables;
  std::optional<KeptColumns> keep; ///< columns to keep records with; none where no method needs them
  std::vector<CatchAllCase> cases;
  std::vector<ScoreBins> bins;                                           ///< by indicator
  bool with_weights = false, with_strata = false, with_clusters = false; ///< in any input

  const Geography* geography() const { return study.geography ? &*study.geography : nullptr; }
  SumsDesign design() const;
};

/// All faults at once, as far as each step has what it needs.
Outcome<BenchmarkSetup> set_up_benchmark(const BenchmarkRequest& request, const Library& library, FileStore& files);

} // namespace joinedup
