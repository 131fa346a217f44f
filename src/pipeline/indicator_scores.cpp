#include "pipeline/indicator_scores.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace joinedup {

namespace {

std::optional<std::size_t> column_number(const ScoringPlan& plan, const std::string& id) {
  for (std::size_t c = 0; c < plan.columns().size(); ++c) {
    if (plan.columns()[c].id == id) return c;
  }
  return std::nullopt;
}

std::optional<std::size_t> administration_number(const ReadingPlan& plan, const BoundScore& name) {
  for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
    if (plan.administrations[a].instrument == name.instrument && plan.administrations[a].wave == name.wave) return a;
  }
  return std::nullopt;
}

void check_waves(const std::string& file, const ReadingPlan& plan, const BoundIndicator& b, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const AdministrationPlan& a : plan.administrations) {
    if (a.instrument == b.score.instrument && !a.wave.empty())
      names.push_back(fmt::format("{}.{}.{}", a.wave, a.instrument, b.score.score));
  }
  if (names.empty() || !b.score.wave.empty()) return;
  diagnostics.error(
      "J606", {file, 0, 0, ""},
      fmt::format("indicator {} names no wave, and {} comes in waves here", b.spec.id, b.score.instrument),
      "name one of " + join(names, ", "));
}

struct Value {
  double number = std::numeric_limits<double>::quiet_NaN();
  ScoreStatus status = ScoreStatus::missing;
};

Value value_of(const RecordBlock& block, const IndicatorPlace& place, const std::vector<ScoreBlock>& scores,
               std::size_t record) {
  if (place.numeric) {
    const double x = block.columns[*place.numeric][record];
    return {x, std::isnan(x) ? ScoreStatus::missing : ScoreStatus::ok};
  }
  const ScoreValues& after = scores[*place.administration].scores[*place.column];
  Value out{after.value[record], after.status[record]};
  if (!place.before || !has_value(out.status)) return out;
  const ScoreValues& before = scores[*place.before].scores[*place.before_column];
  if (!has_value(before.status[record])) return {std::numeric_limits<double>::quiet_NaN(), before.status[record]};
  out.number -= before.value[record];
  if (before.status[record] == ScoreStatus::prorated) out.status = ScoreStatus::prorated;
  return out;
}

/// Keeps one record with its scores, categories and numbers.
class Keeper {
public:
  Keeper(const RecordBlock& block, ScoredRecords* kept) : block_(block), kept_(kept) {
    if (kept == nullptr) return;
    numbers_.resize(kept->numbers());
    categories_.resize(kept->categories());
  }
  void keep(std::size_t r, ScoredRecord record) {
    if (kept_ == nullptr) return;
    const std::size_t first = block_.columns.size() - numbers_.size();
    for (std::size_t j = 0; j < numbers_.size(); ++j)
      numbers_[j] = block_.columns[first + j][r];
    for (std::size_t c = 0; c < categories_.size(); ++c)
      categories_[c] = block_.categories[c][r];
    record.numbers = numbers_;
    record.categories = categories_;
    kept_->add(record);
  }

private:
  const RecordBlock& block_;
  ScoredRecords* kept_;
  std::vector<double> numbers_;
  std::vector<std::uint32_t> categories_;
};

/// As DomainEstimate::n counts respondents (R5).
bool answers_index(std::span<const double> values, std::size_t index_indicators) {
  return std::any_of(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(index_indicators),
                     [](double x) { return !std::isnan(x); });
}

} // namespace

FileIndicators place_indicators(const std::string& file, const ReadingPlan& plan, const IndexBinding& binding,
                                const Scorers& scorers, Diagnostics& diagnostics) {
  FileIndicators out;
  out.plans.assign(plan.administrations.size(), nullptr);
  std::size_t numeric = 0;
  for (const BoundIndicator& b : binding.indicators) {
    IndicatorPlace place;
    if (b.spec.table) {
      // In no survey file: its figures are laid over the estimates.
    } else if (!b.spec.column.empty()) {
      // ReadingPlan::columns follows IndexBinding::numeric_columns; a file without the column is an error of the plan.
      place.numeric = numeric++;
    } else {
      check_waves(file, plan, b, diagnostics);
      place.administration = administration_number(plan, b.score);
      if (place.administration) {
        place.column = column_number(scorers.plan(b.score.instrument), b.score.column);
        out.plans[*place.administration] = &scorers.plan(b.score.instrument);
      }
      if (b.change_from && place.administration) {
        place.before = administration_number(plan, *b.change_from);
        if (place.before) {
          place.before_column = column_number(scorers.plan(b.change_from->instrument), b.change_from->column);
          out.plans[*place.before] = &scorers.plan(b.change_from->instrument);
        } else {
          place.administration.reset();
        }
      }
    }
    out.places.push_back(place);
  }
  return out;
}

void add_block(const RecordBlock& block, const FileIndicators& file, std::vector<ScoreBlock>& scratch,
               IndicatorSums& sums, RecordTally& tally, ScoredRecords* kept, const BlockGroups& by,
               const BlockAnswered& answered, const BlockScores& by_bin) {
  scratch.resize(file.plans.size());
  for (std::size_t a = 0; a < file.plans.size(); ++a) {
    if (file.plans[a] != nullptr) file.plans[a]->score(block.administrations[a], block.records, scratch[a]);
  }
  std::vector<double> values(file.places.size());
  Keeper keeper(block, kept);
  for (std::size_t r = 0; r < block.records; ++r) {
    if (block.drop[r] != DropReason::none) continue;
    for (std::size_t k = 0; k < file.places.size(); ++k) {
      values[k] = std::numeric_limits<double>::quiet_NaN();
      if (!file.places[k].found()) continue;
      const Value value = value_of(block, file.places[k], scratch, r);
      values[k] = value.number;
      tally.see(value.status);
    }
    const std::uint64_t count = block.count.empty() ? 1 : block.count[r];
    tally.finish(count);
    const std::uint32_t stratum = block.stratum.empty() ? 0 : block.stratum[r];
    const std::uint32_t cluster = block.cluster.empty() ? 0 : block.cluster[r];
    const double weight = block.weight.empty() ? 1.0 : block.weight[r];
    sums.add(block.area[r], stratum, cluster, weight, count, values);
    if (by_bin.counts != nullptr) by_bin.counts->add(by_bin.bins, weight, count, values);
    keeper.keep(r, {block.area[r], stratum, cluster, weight, count, values, {}, {}});
    for (std::size_t c = 0; c < by.group.size(); ++c)
      by.sums->columns[c].add(by.group[c][r], stratum, cluster, weight, count, values);
    if (answered.values.empty() || !(weight > 0) || !answers_index(values, sums.design().index_indicators)) continue;
    for (std::size_t c = 0; c < answered.values.size(); ++c)
      answered.counts->add(c, block.area[r], answered.values[c][r], count);
  }
}

} // namespace joinedup
