// An index definition bound to the instruments and columns that feed it.
#pragma once

#include "definitions/score_name.hpp"
#include "pipeline/score_bins.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/survey_setup.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// A score of an index and the column of the plan that holds it.
struct BoundScore : ScoreName {
  std::string column; ///< id once bound: "index", or "index[SET]" where several sets are in use
};

struct BoundIndicator {
  Indicator spec;
  std::string domain; ///< id; empty = companion
  BoundScore score;   ///< unused when spec.column or spec.table is given
  std::optional<BoundScore> change_from;
  double low = 0, high = 1; ///< goalposts
};

/// Index indicators first, then companions.
struct IndexBinding {
  IndexSpec index;
  std::vector<BoundIndicator> indicators;
  std::size_t index_indicators = 0;
  std::vector<std::string> numeric_columns; ///< columns of the survey file that are indicators
};

/// Ids of the instruments that an index needs, in order; faulty score names are errors.
std::vector<std::string> instruments_of(const IndexSpec& index);
/// Where the index first names each of them.
std::map<std::string, Position> places_of_instruments(const IndexSpec& index);

/// Applies `--set index.SCORE=OTHER`, compiles the plans that the index needs, takes goalposts from the score columns.
/// An indicator that cannot be scored (no licensed table, no value set) is an error; such a companion is left out
/// with a note.
Outcome<IndexBinding> bind_index(IndexSpec index, SurveySetup& setup, Scorers& scorers, FileStore& files);

/// Where bars of each indicator's histogram begin and end; none for a figure that no survey file holds.
std::vector<ScoreBins> bins_of_indicators(const IndexBinding& binding, Scorers& scorers, const SurveySetup& setup,
                                          FileStore& files);

/// What the report says of each indicator: labels, goalposts, effective weights, what each question weighs (R39).
std::vector<IndicatorInfo> describe(const IndexBinding& binding, const Scorers& scorers);

} // namespace joinedup
