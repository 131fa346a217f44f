// rasch: intercept + slope x theta, kept within low and high. The sum is all that the model needs of a record once it
// is known which items were answered: records that are complete or lack one item are read from tables by their sum, the
// others are solved over the items answered.
#include "scoring/operations/builders.hpp"

#include "base/text.hpp"
#include "scoring/rasch_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

struct Scale {
  double intercept = 0, slope = 1, low = 0, high = 0, adjustment = 0;
  double of(double theta) const { return std::clamp(intercept + slope * theta, low, high); }
};

class Rasch : public Operation {
public:
  Rasch(std::vector<RaschItem> items, std::size_t set, std::vector<double> lowest, const MissingPolicy& missing,
        Scale scale)
      : items_(std::move(items)), set_(set), lowest_(std::move(lowest)), missing_(missing), scale_(scale) {
    std::vector<const RaschItem*> all;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      all.push_back(&items_[i]);
      low_sum_ += lowest_[i];
    }
    complete_ = by_sum(all);
    if (items_.size() < 2 || items_.size() * complete_.size() > largest_table) return;
    for (std::size_t lacking = 0; lacking < items_.size(); ++lacking) {
      std::vector<const RaschItem*> others = all;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(lacking));
      without_one_.push_back(by_sum(others));
    }
  }

  void run(Run& run, PlanColumn& column) const override {
    const Tally& sums = run.tally_of(set_);
    std::vector<const RaschItem*> answered;
    answered.reserve(items_.size());
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (sums.answered[r] == items_.size())
        set(column, r, complete_[static_cast<std::size_t>(sums.sum[r] - low_sum_)]);
      else if (missing_.scores(sums.answered[r], items_.size(), sums.lacks[r]))
        set(column, r, incomplete(run, r, answered), ScoreStatus::prorated);
      else
        set_empty(column, r, empty_status(sums.lacks[r]));
    }
  }

  std::string told(Run& run, const PlanColumn&, double) const override {
    const std::size_t answered = run.tally_of(set_).answered[0];
    return fmt::format("{} + {} x theta of the {} items answered, within {} to {}", shortest(scale_.intercept),
                       shortest(scale_.slope), answered, shortest(scale_.low), shortest(scale_.high));
  }

private:
  static constexpr std::size_t largest_table = 2000; ///< so that compiling a long questionnaire stays quick

  std::vector<double> by_sum(const std::vector<const RaschItem*>& items) const {
    std::size_t most = 0;
    for (const RaschItem* item : items)
      most += item->categories() - 1;
    std::vector<double> out;
    for (std::size_t sum = 0; sum <= most; ++sum)
      out.push_back(scale_.of(rasch_theta(items, static_cast<double>(sum), scale_.adjustment)));
    return out;
  }

  double incomplete(const Run& run, std::size_t r, std::vector<const RaschItem*>& answered) const {
    const std::span<const Input> inputs = run.inputs(set_);
    answered.clear();
    double sum = 0;
    std::size_t lacking = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const double value = inputs[i].table.value(run.answers().items[inputs[i].column][r]);
      if (std::isnan(value)) {
        lacking = i;
        continue;
      }
      sum += value - lowest_[i];
      answered.push_back(&items_[i]);
    }
    if (answered.size() + 1 == items_.size() && !without_one_.empty())
      return without_one_[lacking][static_cast<std::size_t>(sum)];
    return scale_.of(rasch_theta(answered, sum, scale_.adjustment));
  }

  std::vector<RaschItem> items_;
  std::size_t set_;
  std::vector<double> lowest_; ///< lowest value of each item
  MissingPolicy missing_;
  Scale scale_;
  double low_sum_ = 0;
  std::vector<double> complete_;                 ///< score by sum of categories
  std::vector<std::vector<double>> without_one_; ///< [item that lacks][sum of the others]; empty = solved each time
};

/// Values of the codes must rise by ones (or fall, when reversed), so that a value less the lowest is a category.
bool categories_match(const Input& input, std::size_t thresholds) {
  if (input.derived || input.table.values.size() != thresholds + 1 || input.table.catch_all) return false;
  std::vector<double> sorted = input.table.values;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i] != sorted[i - 1] + 1) return false;
  }
  return true;
}

/// Partial credit: `thresholds` for each item. Rating scale: `difficulties` of the items plus `steps` that all share.
std::vector<std::vector<double>> thresholds_of(const Parameters& parameters) {
  if (parameters.has("thresholds") == parameters.has("difficulties")) {
    parameters.lacks("thresholds", "a list for each item, or \"difficulties\" with \"steps\"");
    return {};
  }
  if (parameters.has("thresholds")) return parameters.rows("thresholds");
  std::vector<std::vector<double>> out;
  const std::vector<double> steps = parameters.numbers("steps");
  for (const double difficulty : parameters.numbers("difficulties")) {
    out.emplace_back();
    for (const double step : steps)
      out.back().push_back(difficulty + step);
  }
  return out;
}

} // namespace

std::unique_ptr<Operation> build_rasch(Chain& chain, const Parameters& parameters) {
  const std::vector<std::vector<double>> rows = thresholds_of(parameters);
  bool good = rows.size() == chain.inputs.size() && !rows.empty();
  std::vector<RaschItem> items;
  std::vector<double> lowest;
  for (std::size_t i = 0; good && i < rows.size(); ++i) {
    good = categories_match(chain.inputs[i], rows[i].size());
    items.emplace_back(rows[i]);
    lowest.push_back(chain.inputs[i].lowest());
  }
  if (!good) {
    if (!rows.empty())
      parameters.fault("J513", parameters.has("thresholds") ? "thresholds" : "difficulties",
                       "needs for each item one threshold less than it has codes in a row");
    return nullptr;
  }
  Scale scale;
  scale.intercept = parameters.number("intercept").value_or(0);
  scale.slope = parameters.number("slope").value_or(1);
  scale.adjustment = parameters.number("extreme_adjustment").value_or(0.3);
  const double limit = std::abs(scale.slope) * rasch_limit;
  scale.low = parameters.number("low").value_or(scale.intercept - limit);
  scale.high = parameters.number("high").value_or(scale.intercept + limit);
  if (scale.low >= scale.high || scale.adjustment <= 0 || scale.adjustment >= 1) {
    parameters.fault("J513", "extreme_adjustment", "needs \"low\" below \"high\" and an adjustment between 0 and 1");
    return nullptr;
  }
  chain.column.low = scale.low;
  chain.column.high = scale.high;
  return std::make_unique<Rasch>(std::move(items), chain.input_set(), std::move(lowest), chain.missing, scale);
}

} // namespace joinedup
