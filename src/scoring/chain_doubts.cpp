#include "scoring/chain_doubts.hpp"

#include "base/text.hpp"
#include "scoring/parameters.hpp"
#include "scoring/scoring_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace joinedup {

namespace {

struct Reach {
  double low = 0, high = 0;
};

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

class Doubts {
public:
  Doubts(const Instrument& instrument, std::span<const ValueSet> value_sets, const ScorePlace& place)
      : instrument_(instrument), value_sets_(value_sets), place_(place) {}

  Diagnostics run() {
    for (score_ = 0; score_ < instrument_.scores.size(); ++score_) {
      const ScoreDefinition& score = instrument_.scores[score_];
      const ScoreDefinition flat = flattened(score);
      check_range(score, flat);
      for (std::size_t step = 0; step < flat.steps.size(); ++step) {
        if (flat.steps[step].operation == "bands") check_bands(flat, step);
        if (flat.steps[step].operation == "lookup" && is_own(score, flat.steps[step])) check_lookup(flat, step);
      }
    }
    return std::move(out_);
  }

private:
  /// The score with the chain of a score that it starts from in place of the step that names it.
  ScoreDefinition flattened(const ScoreDefinition& score) const {
    ScoreDefinition out = score;
    for (std::size_t depth = 0; depth < instrument_.scores.size(); ++depth) {
      const auto from = std::find_if(out.steps.begin(), out.steps.end(),
                                     [](const ScoringStep& step) { return step.operation == "score"; });
      if (from == out.steps.end()) break;
      const std::string id = text_member(from->parameters, "of");
      const auto other = std::find_if(instrument_.scores.begin(), instrument_.scores.end(),
                                      [&](const ScoreDefinition& s) { return s.id == id; });
      if (other == instrument_.scores.end()) break;
      std::vector<ScoringStep> steps = other->steps;
      steps.insert(steps.end(), from + 1, out.steps.end());
      out.steps = std::move(steps);
      out.items = other->items;
    }
    return out;
  }

  /// A step that stands in the score itself: what others begin with is told there.
  static bool is_own(const ScoreDefinition& score, const ScoringStep& step) {
    return std::any_of(score.steps.begin(), score.steps.end(), [&](const ScoringStep& s) {
      return s.where.line == step.where.line && s.where.column == step.where.column;
    });
  }

  /// What the first `steps` steps can give, by the items alone; nothing where that cannot be told.
  std::optional<Reach> reach(const ScoreDefinition& flat, std::size_t steps) const {
    if (steps == 0) return std::nullopt;
    Instrument part = instrument_;
    ScoreDefinition score = flat;
    score.steps.resize(steps);
    score.needs.clear();
    score.low = score.high = std::nullopt;
    part.scores = {std::move(score)};
    const auto plan = ScoringPlan::compile(part, {}, value_sets_);
    if (!plan || plan->columns().size() != 1) return std::nullopt;
    const ScoreColumn& column = plan->columns().front();
    if (column.is_text || !column.low || !column.high) return std::nullopt;
    return Reach{*column.low, *column.high};
  }

  static bool follows_a_set(const ScoreDefinition& flat) {
    return std::any_of(flat.steps.begin(), flat.steps.end(), [](const ScoringStep& step) {
      return step.operation == "value_set" ||
             (step.operation == "lookup" && text_member(step.parameters, "table") == "user");
    });
  }

  void check_range(const ScoreDefinition& score, const ScoreDefinition& flat) {
    if (!score.low || !score.high || follows_a_set(flat)) return;
    const auto can = reach(flat, flat.steps.size());
    if (!can || (near(can->low, *score.low) && near(can->high, *score.high))) return;
    const bool beyond = can->low < *score.low - 1e-9 || can->high > *score.high + 1e-9;
    out_.warning("J539", place_(score_, "range"),
                 fmt::format("the range of \"{}\" is {} to {}, and its items reach {} to {}", score.id,
                             shortest(*score.low), shortest(*score.high), shortest(can->low), shortest(can->high)),
                 beyond ? "scores outside the range are possible: mend the range, the items or the steps"
                        : "part of the range cannot be reached: mend the range, the items or the steps");
  }

  void check_bands(const ScoreDefinition& flat, std::size_t step) {
    const std::string id = text_member(flat.steps[step].parameters, "scheme");
    const auto scheme = std::find_if(instrument_.band_schemes.begin(), instrument_.band_schemes.end(),
                                     [&](const BandScheme& s) { return s.id == id; });
    if (scheme == instrument_.band_schemes.end() || follows_a_set(flat)) return;
    const auto can = reach(flat, step);
    if (!can) return;
    const double unit = std::pow(10.0, -scheme->decimals);
    const ScoreBand &first = scheme->bands.front(), &last = scheme->bands.back();
    const auto say = [&](const std::string& what, const std::string& hint) {
      out_.warning("J543", scheme->where, fmt::format("bands \"{}\" of \"{}\": {}", id, flat.id, what), hint);
    };
    if (first.low - can->low > unit / 2 || can->high - last.high > unit / 2)
      say(fmt::format("they run from {} to {}, and the score from {} to {}", shortest(first.low), shortest(last.high),
                      shortest(can->low), shortest(can->high)),
          "scores outside all bands have none: let the first and last band reach the ends");
    else if (can->low - first.low > unit / 2 || last.high - can->high > unit / 2)
      say(fmt::format("they run from {} to {}, beyond the score's {} to {}", shortest(first.low), shortest(last.high),
                      shortest(can->low), shortest(can->high)),
          "is this the scheme of another version, or a step missing?");
  }

  /// Whole sums must all be rows; what fractions are read from is the missing rule's to say.
  void check_lookup(const ScoreDefinition& flat, std::size_t step) {
    const std::string id = text_member(flat.steps[step].parameters, "table");
    const auto table = std::find_if(instrument_.tables.begin(), instrument_.tables.end(),
                                    [&](const LookupTable& t) { return t.id == id; });
    if (step == 0) return;
    const bool whole = flat.steps[step - 1].operation == "sum" || flat.steps[step - 1].operation == "take";
    if (table == instrument_.tables.end() || !whole || table->rows.empty()) return;
    const auto can = reach(flat, step);
    if (!can || can->high - can->low > 10000) return;
    std::vector<double> lacking;
    for (double sum = can->low; sum <= can->high; ++sum) {
      if (std::none_of(table->rows.begin(), table->rows.end(), [&](const auto& row) { return row.first == sum; }))
        lacking.push_back(sum);
    }
    if (lacking.empty()) return;
    out_.warning("J538", flat.steps[step].where,
                 fmt::format("table \"{}\" lacks {} of the sums from {} to {} that the items reach, the first {}", id,
                             lacking.size(), shortest(can->low), shortest(can->high), shortest(lacking.front())),
                 "records with such a sum get no score: complete the table, or mend the items");
  }

  const Instrument& instrument_;
  std::span<const ValueSet> value_sets_;
  const ScorePlace& place_;
  std::size_t score_ = 0;
  Diagnostics out_;
};

} // namespace

Diagnostics chain_doubts(const Instrument& instrument, std::span<const ValueSet> value_sets, const ScorePlace& place) {
  return Doubts(instrument, value_sets, place).run();
}

} // namespace joinedup
