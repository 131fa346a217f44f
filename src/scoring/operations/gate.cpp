// gate: a question that opens follow-ups. A closed gate scores `closed_value` and makes the follow-ups a legitimate
// skip; an open one scores the mean of the follow-ups (with the gate's own value, where `include_gate`). Where all of
// these are blank, the `direct` item stands, if it was answered (RULINGS R16).
#include "scoring/operations/gate.hpp"

#include "base/text.hpp"
#include "scoring/operations/builders.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

struct GateSetup {
  Input gate;
  std::vector<Input> follow_ups;
  std::optional<Input> direct;
  std::vector<double> closed;
  double closed_value = 0;
  bool include_gate = false;
  MissingPolicy missing;
};

class Gate : public Operation {
public:
  explicit Gate(GateSetup setup) : s_(std::move(setup)) {}

  void run(Run& run, PlanColumn& column) const override {
    column.marks.assign(run.records(), 0);
    for (std::size_t r = 0; r < run.records(); ++r)
      run_record(run.answers(), r, column);
  }

  std::string told(Run& run, const PlanColumn& column, double) const override {
    const AnswerBlock& answers = run.answers();
    const double gate = value_in(s_.gate, answers);
    const FollowUps follow_ups = read(answers, 0);
    if (std::isnan(gate))
      return has_value(column.scores.status[0]) ? "the one answer for all of it stands, the gate is blank"
                                                : "the gate was not answered";
    if (std::find(s_.closed.begin(), s_.closed.end(), gate) != s_.closed.end())
      return fmt::format("the gate is closed at {}, so {}", shortest(gate), shortest(s_.closed_value));
    if (!has_value(column.scores.status[0]))
      return fmt::format("{} of {} follow-ups answered, {} needed", follow_ups.answered, s_.follow_ups.size(),
                         s_.missing.minimum(s_.follow_ups.size()));
    std::vector<std::string> values;
    if (s_.include_gate) values.push_back(shortest(gate));
    for (const Input& input : s_.follow_ups) {
      if (const double value = value_in(input, answers); !std::isnan(value)) values.push_back(shortest(value));
    }
    return fmt::format("mean of {} ({})", s_.include_gate ? "the gate and its follow-ups" : "the follow-ups",
                       join(values, ", "));
  }

private:
  static double value_in(const Input& input, const AnswerBlock& answers) {
    return input.table.value(answers.items[input.column][0]);
  }

  struct FollowUps {
    double sum = 0;
    std::size_t answered = 0;
    std::uint8_t lacks = 0;
    bool blank = true;
  };

  FollowUps read(const AnswerBlock& answers, std::size_t r) const {
    FollowUps out;
    for (const Input& input : s_.follow_ups) {
      const AnswerCode code = answers.items[input.column][r];
      const double value = input.table.value(code);
      if (std::isnan(value)) {
        const std::uint8_t why = reason(code);
        out.lacks |= why;
        out.blank = out.blank && why == lack::missing;
      } else {
        out.sum += value;
        ++out.answered;
        out.blank = false;
      }
    }
    return out;
  }

  void run_record(const AnswerBlock& answers, std::size_t r, PlanColumn& column) const {
    const AnswerCode code = answers.items[s_.gate.column][r];
    const double gate = s_.gate.table.value(code);
    const FollowUps follow_ups = read(answers, r);
    const bool no_gate = std::isnan(gate);
    const double direct = s_.direct ? s_.direct->table.value(answers.items[s_.direct->column][r]) : no_value;
    if (no_gate && reason(code) == lack::missing && follow_ups.blank && !std::isnan(direct)) {
      set(column, r, direct);
      return;
    }
    if (no_gate) {
      column.marks[r] = gate_mark::gate_missing;
      set_empty(column, r, empty_status(reason(code)));
      return;
    }
    if (std::find(s_.closed.begin(), s_.closed.end(), gate) != s_.closed.end()) {
      if (follow_ups.answered > 0) column.marks[r] = gate_mark::contradiction;
      set(column, r, s_.closed_value);
    } else {
      open(gate, follow_ups, r, column);
    }
    const double value = column.scores.value[r];
    if (!std::isnan(direct) && !std::isnan(value) && direct != value) column.marks[r] |= gate_mark::differs;
  }

  void open(double gate, const FollowUps& follow_ups, std::size_t r, PlanColumn& column) const {
    const std::size_t all = s_.follow_ups.size();
    if (follow_ups.answered < all) column.marks[r] = gate_mark::partial;
    if (!s_.missing.scores(follow_ups.answered, all, follow_ups.lacks)) {
      set_empty(column, r, empty_status(follow_ups.lacks));
      return;
    }
    const double sum = follow_ups.sum + (s_.include_gate ? gate : 0);
    const auto over = static_cast<double>(follow_ups.answered + (s_.include_gate ? 1U : 0U));
    set(column, r, sum / over, follow_ups.answered < all ? ScoreStatus::prorated : ScoreStatus::ok);
  }

  GateSetup s_;
};

} // namespace

std::unique_ptr<Operation> build_gate(Chain& chain, const Parameters& parameters) {
  const std::vector<Input> gate = chain.pick(parameters, "gate", true);
  GateSetup setup;
  setup.follow_ups = chain.pick(parameters, "follow_ups", true);
  if (parameters.has("direct")) {
    const std::vector<Input> direct = chain.pick(parameters, "direct", true);
    if (!direct.empty()) setup.direct = direct.front();
  }
  setup.closed = parameters.numbers("closed");
  setup.closed_value = parameters.number("closed_value").value_or(0);
  setup.include_gate = parameters.flag("include_gate").value_or(false);
  setup.missing = chain.missing;
  if (gate.size() != 1 || setup.follow_ups.empty()) return nullptr;
  setup.gate = gate.front();
  return std::make_unique<Gate>(std::move(setup));
}

} // namespace joinedup
