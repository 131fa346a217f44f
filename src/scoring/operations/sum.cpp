// sum, mean, count_answered. Where items lack and the rule allows it, those answered stand for the rest: the sum is
// sum x items / answered.
#include "scoring/operations/builders.hpp"
#include "scoring/operations/told.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

class Sum : public Operation {
public:
  Sum(std::size_t set, std::size_t items, const MissingPolicy& missing, bool mean)
      : set_(set), items_(items), missing_(missing), mean_(mean) {}

  void run(Run& run, PlanColumn& column) const override {
    const Tally& sums = run.tally_of(set_);
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (sums.answered[r] == items_ && sums.lacks[r] == 0)
        set(column, r, mean_ ? sums.sum[r] / static_cast<double>(items_) : sums.sum[r]);
      else
        run_incomplete(sums, r, column);
    }
  }

  std::string told(Run& run, const PlanColumn& column, double) const override {
    const Tally& sums = run.tally_of(set_);
    const std::size_t answered = sums.answered[0];
    std::string out = told_values(run, set_, " + ");
    if (out.empty()) out = "no item";
    if (!has_value(column.scores.status[0]))
      return fmt::format("{} of {} items answered, {} needed", answered, items_, missing_.minimum(items_));
    out += fmt::format(" = {}", shortest(sums.sum[0]));
    if (mean_) return out + fmt::format(", divided by the {} items answered", answered);
    return answered == items_ ? out : out + fmt::format(", x {} items / {} answered", items_, answered);
  }

private:
  void run_incomplete(const Tally& sums, std::size_t r, PlanColumn& column) const {
    const std::size_t answered = sums.answered[r];
    if (!missing_.scores(answered, items_, sums.lacks[r])) {
      set_empty(column, r, empty_status(sums.lacks[r]));
      return;
    }
    const double over = static_cast<double>(answered);
    const double value = mean_                ? sums.sum[r] / over
                         : answered == items_ ? sums.sum[r]
                                              : sums.sum[r] * static_cast<double>(items_) / over;
    set(column, r, value, ScoreStatus::prorated);
  }

  std::size_t set_, items_;
  MissingPolicy missing_;
  bool mean_;
};

class CountAnswered : public Operation {
public:
  explicit CountAnswered(std::size_t set) : set_(set) {}
  void run(Run& run, PlanColumn& column) const override {
    const Tally& sums = run.tally_of(set_);
    for (std::size_t r = 0; r < run.records(); ++r)
      set(column, r, sums.answered[r]);
  }
  std::string told(Run& run, const PlanColumn&, double) const override {
    return fmt::format("of {} items", run.inputs(set_).size());
  }

private:
  std::size_t set_;
};

/// Ends of the range where the definition gives none: sums over items that are asked.
void give_range(Chain& chain, double divisor) {
  double low = 0, high = 0;
  for (const Input& input : chain.inputs) {
    if (input.derived) return;
    low += input.lowest();
    high += input.highest();
  }
  if (chain.column.low) return;
  chain.column.low = low / divisor;
  chain.column.high = high / divisor;
}

} // namespace

std::unique_ptr<Operation> build_sum(Chain& chain, const Parameters&) {
  give_range(chain, 1);
  return std::make_unique<Sum>(chain.input_set(), chain.inputs.size(), chain.missing, false);
}

std::unique_ptr<Operation> build_mean(Chain& chain, const Parameters&) {
  give_range(chain, static_cast<double>(chain.inputs.size()));
  return std::make_unique<Sum>(chain.input_set(), chain.inputs.size(), chain.missing, true);
}

std::unique_ptr<Operation> build_count_answered(Chain& chain, const Parameters&) {
  return std::make_unique<CountAnswered>(chain.input_set());
}

} // namespace joinedup
