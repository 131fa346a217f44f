// take: one item or derived item as it is. score: a score above.
#include "scoring/operations/builders.hpp"

namespace joinedup {

namespace {

class Take : public Operation {
public:
  explicit Take(std::size_t set) : set_(set) {}
  void run(Run& run, PlanColumn& column) const override {
    const Tally& sums = run.tally_of(set_);
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (sums.answered[r] == 0)
        set_empty(column, r, empty_status(sums.lacks[r]));
      else
        set(column, r, sums.sum[r], (sums.lacks[r] & lack::estimated) != 0 ? ScoreStatus::prorated : ScoreStatus::ok);
    }
  }

private:
  std::size_t set_;
};

class Copy : public Operation {
public:
  explicit Copy(std::size_t from) : from_(from) {}
  void run(Run& run, PlanColumn& column) const override {
    const ScoreValues& from = run.column(from_).scores;
    std::copy(from.value.begin(), from.value.end(), column.scores.value.begin());
    std::copy(from.status.begin(), from.status.end(), column.scores.status.begin());
  }

private:
  std::size_t from_;
};

} // namespace

std::unique_ptr<Operation> build_take(Chain& chain, const Parameters& parameters) {
  std::vector<Input> one = parameters.has("item") ? chain.pick(parameters, "item", false) : chain.inputs;
  if (one.size() != 1) {
    if (!parameters.has("item")) parameters.lacks("item", "the id of one item");
    return nullptr;
  }
  if (!one.front().derived && !chain.column.low) {
    chain.column.low = one.front().lowest();
    chain.column.high = one.front().highest();
  }
  return std::make_unique<Take>(chain.add_set(std::move(one)));
}

std::unique_ptr<Operation> build_score(Chain& chain, const Parameters& parameters) {
  const auto number = chain.column_named(parameters, "of");
  return number ? std::make_unique<Copy>(*number) : nullptr;
}

} // namespace joinedup
