#include "scoring/plan_builder.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "scoring/value_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

bool uses_value_set(const ScoreDefinition& score) {
  return std::any_of(score.steps.begin(), score.steps.end(),
                     [](const ScoringStep& step) { return step.operation == "value_set"; });
}

class PlanBuilder {
public:
  PlanBuilder(const Instrument& instrument, const InForce& in_force, std::span<const ValueSet> sets,
              const std::vector<std::string>& wanted, Diagnostics& diagnostics)
      : instrument_(instrument), in_force_(in_force), sets_(sets), wanted_(wanted), diagnostics_(diagnostics) {}

  PlanParts run() {
    for (const DerivedItem& item : instrument_.derived)
      derive(item);
    for (const ScoreDefinition& score : instrument_.scores)
      add(score);
    check_wanted();
    mark_needed();
    return std::move(parts_);
  }

private:
  void derive(const DerivedItem& item) {
    PlanNode node;
    node.id = node.column.id = item.id;
    build(node, item.items, item.steps, in_force_.missing, nullptr, nullptr);
    push(std::move(node));
  }

  void add(const ScoreDefinition& score) {
    if (!uses_value_set(score)) {
      add_one(score, score.id, nullptr);
    } else if (in_force_.sets.empty()) {
      add_unsupported(score, "no value set was chosen");
      no_value_set(score);
    } else if (in_force_.sets.size() == 1) {
      add_one(score, score.id, in_force_.sets.front());
    } else {
      for (const ValueSet* set : in_force_.sets)
        add_one(score, fmt::format("{}[{}]", score.id, set->id), set);
    }
  }

  /// Asked for by id, or by the id of its column; all are, when nothing is named.
  bool wanted(const ScoreDefinition& score, const std::string& column) const {
    if (wanted_.empty()) return true;
    return std::any_of(wanted_.begin(), wanted_.end(),
                       [&](const std::string& name) { return name == score.id || name == column; });
  }

  PlanNode new_node(const ScoreDefinition& score, std::string column) const {
    PlanNode node;
    node.id = score.id;
    node.is_score = true;
    node.output = wanted(score, column);
    node.column.id = std::move(column);
    node.column.label = score.label;
    node.column.decimals = score.decimals;
    node.column.direction = score.direction;
    node.column.notice = score.notice;
    node.column.low = score.low;
    node.column.high = score.high;
    return node;
  }

  void add_unsupported(const ScoreDefinition& score, std::string why) {
    PlanNode node = new_node(score, score.id);
    node.column.unsupported = std::move(why);
    push(std::move(node));
  }

  void add_one(const ScoreDefinition& score, const std::string& column, const ValueSet* set) {
    std::vector<std::string> lacking;
    for (const std::string& need : score.needs) {
      if (!in_force_.has(need)) lacking.push_back(need);
    }
    if (!lacking.empty()) {
      missing_need(score, lacking);
      return;
    }
    PlanNode node = new_node(score, column);
    MissingPolicy missing = in_force_.missing;
    if (score.complete) missing = MissingPolicy{};
    const std::vector<double> values = set ? value_table(*set, sets_, diagnostics_) : std::vector<double>{};
    build(node, score.items, score.steps, missing, set, &values);
    if (score.low) node.column.low = score.low;
    if (score.high) node.column.high = score.high;
    push(std::move(node));
  }

  void push(PlanNode node) {
    names_.push_back(node.id);
    parts_.nodes.push_back(std::move(node));
  }

  void no_value_set(const ScoreDefinition& score) {
    if (!parts_.nodes.back().output || in_force_.sets_named) return;
    const std::vector<std::string> ids = value_set_ids(instrument_, sets_);
    std::vector<std::string> offered = ids;
    if (!instrument_.suggested_value_sets.empty()) {
      std::erase_if(offered, [this](const std::string& id) {
        const auto& all = instrument_.suggested_value_sets;
        return std::find(all.begin(), all.end(), id) == all.end();
      });
    }
    diagnostics_.warning(
        "J412", {}, fmt::format("{}.{} needs a value set, and none is assumed", instrument_.id, score.id),
        offered.empty() ? fmt::format("choose with --value-set {0}=SET; joinedup instruments show {0} lists the sets",
                                      instrument_.id)
                        : fmt::format("choose with --value-set {}=SET: {}", instrument_.id, join(offered, ", ")));
  }

  /// Left out in silence unless it was asked for by name.
  void missing_need(const ScoreDefinition& score, const std::vector<std::string>& lacking) {
    std::vector<std::string> ways;
    for (const std::string& need : lacking)
      ways.push_back(need == "table" ? fmt::format("--table {}=FILE", instrument_.id)
                     : need.find('=') != std::string::npos
                         ? fmt::format("--set {}.{}", instrument_.id, need)
                         : fmt::format("--set {}.{}={}", instrument_.id, need, values_of(need)));
    if (wanted_.empty() || !wanted(score, score.id)) {
      names_.push_back(score.id);
      parts_.nodes.emplace_back();
      parts_.nodes.back().id = score.id;
      parts_.nodes.back().column.unsupported = "what it needs was not given";
      return;
    }
    add_unsupported(score, fmt::format("it needs {}", join(ways, " and ")));
    diagnostics_.warning("J413", {}, fmt::format("{}.{} cannot be made without a choice", instrument_.id, score.id),
                         fmt::format("give {}", join(ways, " and ")));
  }

  std::string values_of(const std::string& choice) const {
    for (const Choice& c : instrument_.choices) {
      if (c.id == choice) return join(c.values, "|");
    }
    return "VALUE";
  }

  std::vector<Input> inputs_of(const std::vector<std::string>& ids) {
    std::vector<Input> out;
    for (const std::string& id : ids) {
      Input input;
      if (const auto number = instrument_.item_number(id)) {
        input.column = *number;
        input.table = item_table(instrument_.items[*number], in_force_.catch_all_scores);
      } else {
        const auto found = std::find(names_.begin(), names_.end(), id);
        if (found == names_.end()) continue; // read_instrument has checked the names
        input.derived = true;
        input.column = static_cast<std::size_t>(found - names_.begin());
      }
      out.push_back(std::move(input));
    }
    return out;
  }

  void build(PlanNode& node, const std::vector<std::string>& items, const std::vector<ScoringStep>& steps,
             const MissingPolicy& missing, const ValueSet* set, const std::vector<double>* values) {
    Chain chain{instrument_,
                in_force_.choices,
                in_force_.missing,
                missing,
                set,
                values,
                in_force_.table,
                names_,
                inputs_of(items),
                items,
                parts_.input_sets,
                node.uses,
                node.column,
                diagnostics_};
    node.origin = {items, chain.inputs, {}, missing};
    bool started = false;
    for (const ScoringStep& step : steps)
      build_step(step, chain, node, started);
    if (!started && !steps.empty())
      diagnostics_.error("J515", steps.back().where, fmt::format("\"{}\" has no step that makes a value", node.id),
                         "begin with sum, mean, take or another source");
  }

  void build_step(const ScoringStep& step, Chain& chain, PlanNode& node, bool& started) {
    const OperationInfo* info = find_operation(step.operation);
    if (!info) {
      std::vector<std::string> names;
      for (const OperationInfo& operation : operations())
        names.emplace_back(operation.name);
      const std::string near = nearest(step.operation, names);
      diagnostics_.error("J511", step.where, fmt::format("unknown operation \"{}\"", step.operation),
                         near.empty() ? fmt::format("one of {}", join(names, ", "))
                                      : fmt::format("did you mean {}?", near));
      const OperationInfo* meant = find_operation(near);
      started = started || meant == nullptr || meant->kind != StepKind::items;
      return;
    }
    for (const auto& [name, parameter] : step.parameters) {
      if (std::find(info->parameters.begin(), info->parameters.end(), name) != info->parameters.end()) continue;
      diagnostics_.error("J512", parameter.where,
                         fmt::format("step \"{}\" has no parameter \"{}\"", step.operation, name),
                         info->parameters.empty() ? "it takes none" : suggestion(name, info->parameters));
    }
    if (started != (info->kind == StepKind::transform))
      diagnostics_.error("J515", step.where,
                         started ? fmt::format("step \"{}\" must come before a value is made", step.operation)
                                 : fmt::format("step \"{}\" needs a value made by a step before it", step.operation));
    started = started || info->kind != StepKind::items;
    auto made = info->build(chain, Parameters(step, in_force_.choices, diagnostics_));
    node.origin.steps.push_back({step.operation, names_in(step, *info), chain.inputs, made.get()});
    if (made) node.steps.push_back(std::move(made));
  }

  /// Parameters that are a word, after choices: `table metric`.
  std::string names_in(const ScoringStep& step, const OperationInfo& info) const {
    Diagnostics unheard; // faults were said by the builder of the operation
    const Parameters parameters(step, in_force_.choices, unheard);
    std::vector<std::string> out;
    for (const std::string& name : info.parameters) {
      if (const auto text = parameters.text(name)) out.push_back(fmt::format("{} {}", name, *text));
    }
    return join(out, ", ");
  }

  void check_wanted() {
    std::vector<std::string> ids;
    for (const ScoreDefinition& score : instrument_.scores)
      ids.push_back(score.id);
    for (const PlanNode& node : parts_.nodes) {
      if (node.is_score && node.column.id != node.id) ids.push_back(node.column.id);
    }
    for (const std::string& name : wanted_) {
      if (std::find(ids.begin(), ids.end(), name) == ids.end())
        diagnostics_.error("J135", {}, fmt::format("{} has no score \"{}\"", instrument_.id, name),
                           suggestion(name, ids));
    }
  }

  /// What is used comes earlier, so one pass from the end reaches all.
  void mark_needed() {
    for (std::size_t n = parts_.nodes.size(); n-- > 0;) {
      PlanNode& node = parts_.nodes[n];
      node.needed = node.needed || node.output;
      for (const std::size_t used : node.uses)
        parts_.nodes[used].needed = parts_.nodes[used].needed || node.needed;
    }
  }

  const Instrument& instrument_;
  const InForce& in_force_;
  std::span<const ValueSet> sets_;
  const std::vector<std::string>& wanted_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_; ///< ids of the nodes
  PlanParts parts_;
};

} // namespace

PlanParts build_plan(const Instrument& instrument, const InForce& in_force, std::span<const ValueSet> value_sets,
                     const std::vector<std::string>& wanted, Diagnostics& diagnostics) {
  return PlanBuilder(instrument, in_force, value_sets, wanted, diagnostics).run();
}

} // namespace joinedup
