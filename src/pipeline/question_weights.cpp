#include "pipeline/question_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace joinedup {

namespace {

/// Items of the score; a derived item is represented by the first of its own items.
std::vector<std::size_t> questions_of(const Instrument& instrument, const std::string& score_column) {
  const std::string id = score_column.substr(0, score_column.find('['));
  std::vector<std::size_t> out;
  for (const ScoreDefinition& score : instrument.scores) {
    if (score.id != id) continue;
    for (const std::string& item : score.items) {
      std::optional<std::size_t> number = instrument.item_number(item);
      for (const DerivedItem& derived : instrument.derived) {
        if (!number && derived.id == item && !derived.items.empty())
          number = instrument.item_number(derived.items.front());
      }
      if (number) out.push_back(*number);
    }
  }
  return out;
}

} // namespace

std::vector<std::pair<std::string, double>> question_weights(const Instrument& instrument, const ScoringPlan& plan,
                                                             const std::string& score_column, double weight) {
  const std::vector<std::size_t> questions = questions_of(instrument, score_column);
  const auto& columns = plan.columns();
  const auto column =
      std::find_if(columns.begin(), columns.end(), [&](const ScoreColumn& c) { return c.id == score_column; });
  if (questions.empty() || column == columns.end()) return {};

  // Record 0: every question at its lowest code; record k + 1: question k at its highest.
  const std::size_t records = questions.size() + 1;
  AnswerBlock answers;
  answers.items.assign(instrument.items.size(), std::vector<AnswerCode>(records, answer::missing));
  for (std::size_t k = 0; k < questions.size(); ++k) {
    const Item& item = instrument.items[questions[k]];
    auto& cells = answers.items[questions[k]];
    std::fill(cells.begin(), cells.end(), static_cast<AnswerCode>(item.lowest()));
    cells[k + 1] = static_cast<AnswerCode>(item.highest());
  }
  ScoreBlock scores;
  plan.score(answers, records, scores);
  const std::vector<double>& value = scores.scores[static_cast<std::size_t>(column - columns.begin())].value;

  std::vector<double> moves;
  for (std::size_t k = 0; k < questions.size(); ++k)
    moves.push_back(std::abs(value[k + 1] - value[0]));
  const double sum = std::accumulate(moves.begin(), moves.end(), 0.0);
  if (!(sum > 0)) return {};
  std::vector<std::pair<std::string, double>> out;
  for (std::size_t k = 0; k < questions.size(); ++k)
    out.emplace_back(instrument.items[questions[k]].id, weight * moves[k] / sum);
  return out;
}

} // namespace joinedup
