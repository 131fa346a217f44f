#include "scoring/operations/by_respondent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

namespace {

struct RespondentItem {
  std::size_t item = 0; ///< number in the answers
  std::size_t options = 0;
  std::string id;
  std::vector<std::string> labels; ///< of the options, "" for none
};

/// Column value = what a table holds for state and group; one look-up a record.
class ByRespondent final : public Operation {
public:
  ByRespondent(StateItems shape, std::vector<RespondentItem> respondent, std::vector<double> values)
      : shape_(shape), respondent_(std::move(respondent)), values_(std::move(values)) {
    for (const RespondentItem& one : respondent_)
      groups_ *= one.options;
  }

  void run(Run& run, PlanColumn& column) const override {
    const States& states = run.states_of(shape_.set, shape_.levels);
    for (std::size_t r = 0; r < run.records(); ++r) {
      const std::int32_t state = states.state[r];
      if (state < 0) {
        set_empty(column, r, empty_status(states.lacks[r]));
        continue;
      }
      const auto group = group_of(run.answers(), r);
      if (group)
        set(column, r, values_[static_cast<std::size_t>(state) * groups_ + *group]);
      else
        set_empty(column, r, ScoreStatus::missing);
    }
  }

  std::string told(Run& run, const PlanColumn&, double) const override {
    const std::int32_t state = run.states_of(shape_.set, shape_.levels).state[0];
    if (state < 0) return "every item is needed";
    const auto group = group_of(run.answers(), 0);
    if (!group) return "age band and sex are needed";
    std::string out = fmt::format("row {} of the {} states", state + 1, shape_.states);
    for (const RespondentItem& one : respondent_) {
      const int code = run.answers().items[one.item][0];
      const std::string& label = one.labels[static_cast<std::size_t>(code - 1)];
      out += fmt::format(", {} {}", one.id, label.empty() ? std::to_string(code) : label);
    }
    return out;
  }

private:
  std::optional<std::size_t> group_of(const AnswerBlock& answers, std::size_t record) const {
    std::size_t group = 0;
    for (const RespondentItem& one : respondent_) {
      const int code = answers.items[one.item][record];
      if (code < 1 || code > static_cast<int>(one.options)) return std::nullopt;
      group = group * one.options + static_cast<std::size_t>(code - 1);
    }
    return group;
  }

  StateItems shape_;
  std::vector<RespondentItem> respondent_;
  std::size_t groups_ = 1;
  std::vector<double> values_;
};

} // namespace

std::unique_ptr<Operation> build_by_respondent(Chain& chain, const StateItems& shape) {
  const ValueSet& set = *chain.value_set;
  std::vector<RespondentItem> respondent;
  std::size_t groups = 1;
  for (const Item& item : set.mapping.respondent) {
    const auto number = chain.instrument.item_number(item.id);
    if (!number) {
      chain.diagnostics.error("J430", set.where, fmt::format("value set {} needs {} of each record", set.id, item.id),
                              "name the columns with --age-band and --sex, or in the map");
      return nullptr;
    }
    RespondentItem one{*number, item.options.size(), item.id, {}};
    for (const ResponseOption& option : item.options)
      one.labels.push_back(option.labels.empty() ? "" : option.labels.front());
    respondent.push_back(std::move(one));
    groups *= item.options.size();
  }
  if (set.by_respondent.size() != shape.states * groups) {
    chain.diagnostics.error("J525", set.where,
                            fmt::format("value set {} has {} states, the instrument has {}", set.id,
                                        set.by_respondent.size() / groups, shape.states));
    return nullptr;
  }
  const auto [low, high] = std::minmax_element(set.by_respondent.begin(), set.by_respondent.end());
  chain.column.low = *low;
  chain.column.high = *high;
  chain.column.decimals = set.decimals;
  chain.column.value_set = set.id;
  return std::make_unique<ByRespondent>(shape, std::move(respondent), set.by_respondent);
}

} // namespace joinedup
