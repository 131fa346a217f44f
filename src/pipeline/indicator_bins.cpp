#include "pipeline/index_binding.hpp"

#include <algorithm>

namespace joinedup {

namespace {

const ScoreDefinition* definition_of(const Instrument& instrument, const std::string& column) {
  const auto found = std::ranges::find(instrument.scores, column.substr(0, column.find('[')), &ScoreDefinition::id);
  return found == instrument.scores.end() ? nullptr : &*found;
}

const ScoreColumn* column_of(const ScoringPlan& plan, const std::string& id) {
  const auto found = std::ranges::find(plan.columns(), id, &ScoreColumn::id);
  return found == plan.columns().end() ? nullptr : &*found;
}

/// Whether somebody gave one of the answers that count, or none.
bool is_yes_or_no(const ScoreDefinition& score) {
  return std::ranges::find(score.steps, "top_box", &ScoringStep::operation) != score.steps.end();
}

class Bins {
public:
  Bins(Scorers& scorers, const SurveySetup& setup, FileStore& files)
      : scorers_(scorers), setup_(setup), files_(files) {}

  ScoreBins of(const BoundIndicator& b) {
    if (b.spec.table) return {};
    if (!b.spec.column.empty()) return score_bins(b.low, b.high, {});
    const Instrument& instrument = scorers_.instrument(b.score.instrument);
    const ScoreDefinition* score = definition_of(instrument, b.score.column);
    const ScoreColumn* column = column_of(scorers_.plan(instrument.id), b.score.column);
    if (score == nullptr || column == nullptr) return {};
    const bool ranged = column->low && column->high;
    const double low = ranged ? *column->low : b.low, high = ranged ? *column->high : b.high;
    if (b.change_from) return ranged ? score_bins(low - high, high - low, {}) : score_bins(b.low, b.high, {});
    if (is_yes_or_no(*score)) return low == 0 && high == 1 ? two_states(0, 1) : ScoreBins{};
    return score_bins(low, high, scorers_.zones(instrument.id, score->id, setup_, files_));
  }

private:
  Scorers& scorers_;
  const SurveySetup& setup_;
  FileStore& files_;
};

} // namespace

std::vector<ScoreBins> bins_of_indicators(const IndexBinding& binding, Scorers& scorers, const SurveySetup& setup,
                                          FileStore& files) {
  Bins bins(scorers, setup, files);
  std::vector<ScoreBins> out;
  for (const BoundIndicator& b : binding.indicators)
    out.push_back(bins.of(b));
  return out;
}

} // namespace joinedup
