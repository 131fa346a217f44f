#include "pipeline/compare_places.hpp"

#include <algorithm>

namespace joinedup {

namespace {

/// The definition behind a column: its id without a value set in brackets.
const ScoreDefinition* definition_of(const Instrument& instrument, const std::string& column) {
  const std::string id = column.substr(0, column.find('['));
  const auto found = std::find_if(instrument.scores.begin(), instrument.scores.end(),
                                  [&id](const ScoreDefinition& score) { return score.id == id; });
  return found == instrument.scores.end() ? nullptr : &*found;
}

/// Nothing for a column that is not compared.
std::optional<ComparedScore> compared(const Instrument& instrument, const ScoreColumn& column) {
  ComparedScore out;
  out.id = instrument.id + "." + column.id;
  if (!column.unsupported.empty()) return std::nullopt;
  const ScoreDefinition* score = definition_of(instrument, column.id);
  out.low_is_good = score != nullptr && score->direction == Direction::lower;
  if (!column.is_text) return out;
  if (score == nullptr || score->steps.empty() || score->steps.back().operation != "profile") return std::nullopt;
  out.dimensions = score->items;
  const Item* first = instrument.item(score->items.front());
  if (first == nullptr) return std::nullopt;
  out.shape = {score->items.size(), static_cast<std::size_t>(first->highest() - first->lowest() + 1)};
  if (out.shape.states() != column.texts.size()) return std::nullopt;
  return out;
}

} // namespace

std::array<std::vector<ScorePlace>, 2> compare_places(const ReadingPlan& plan, const Scorers& scorers,
                                                      const std::array<std::string, 2>& names, bool in_map,
                                                      std::vector<ComparedScore>& scores) {
  std::array<std::vector<ScorePlace>, 2> out;
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    const AdministrationPlan& administration = plan.administrations[a];
    const auto& columns = scorers.plan(administration.instrument).columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      auto score = compared(scorers.instrument(administration.instrument), columns[c]);
      if (!score) continue;
      const auto known =
          std::find_if(scores.begin(), scores.end(), [&](const ComparedScore& s) { return s.id == score->id; });
      const auto number = static_cast<std::size_t>(known - scores.begin());
      if (known == scores.end()) scores.push_back(std::move(*score));
      for (std::size_t side = 0; side < 2; ++side) {
        if (in_map && administration.wave != names[side]) continue;
        out[side].resize(std::max(out[side].size(), number + 1));
        out[side][number] = {a, c};
      }
    }
  }
  for (auto& side : out)
    side.resize(scores.size());
  return out;
}

} // namespace joinedup
