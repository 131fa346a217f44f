// exclude: no score for a record that answered everything alike (straight-lining), where a choice asks for it.
#include "scoring/operations/builders.hpp"

namespace joinedup {

namespace {

class Exclude : public Operation {
public:
  explicit Exclude(std::size_t set) : set_(set) {}

  void run(Run& run, PlanColumn& column) const override {
    const auto inputs = run.inputs(set_);
    for (std::size_t r = 0; r < run.records(); ++r) {
      if (has_value(column.scores.status[r]) && all_same(inputs, run.answers(), r))
        set_empty(column, r, ScoreStatus::invalid);
    }
  }

private:
  static bool all_same(std::span<const Input> inputs, const AnswerBlock& answers, std::size_t record) {
    std::size_t answered = 0;
    double first = no_value;
    for (const Input& input : inputs) {
      const double value = input.table.value(answers.items[input.column][record]);
      if (std::isnan(value)) continue;
      if (answered++ > 0 && value != first) return false;
      first = value;
    }
    return answered > 1;
  }

  std::size_t set_;
};

} // namespace

std::unique_ptr<Operation> build_exclude(Chain& chain, const Parameters& parameters) {
  const std::string when = parameters.text("when").value_or("");
  if (when == "never") return nullptr;
  if (when != "all_same") {
    parameters.fault("J513", "when", "\"when\" is not as expected: all_same or never");
    return nullptr;
  }
  std::vector<Input> asked;
  for (const Input& input : chain.inputs) {
    if (!input.derived) asked.push_back(input);
  }
  return std::make_unique<Exclude>(chain.add_set(std::move(asked)));
}

} // namespace joinedup
