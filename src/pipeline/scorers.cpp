#include "pipeline/scorers.hpp"

#include "base/edit_distance.hpp"
#include "definitions/tables.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

Outcome<Scorers> Scorers::load(const std::vector<std::string>& ids, const Library& library) {
  Scorers out;
  Diagnostics diagnostics;
  for (const std::string& id : ids) {
    if (out.instruments_.contains(id)) continue;
    Outcome<Instrument> read = library.instrument(id);
    diagnostics.merge(read.diagnostics);
    if (!read) continue;
    out.order_.push_back(id);
    out.instruments_.emplace(id, std::make_unique<Instrument>(std::move(*read)));
  }
  out.value_sets_ = library.value_sets(diagnostics);
  if (diagnostics.has_errors()) return Outcome<Scorers>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

Diagnostics Scorers::compile(const std::string& id, const SurveySetup& setup, FileStore& files,
                             const std::vector<std::string>& wanted) {
  Diagnostics diagnostics;
  ScoringChoices choices;
  if (const auto found = setup.missing_rules.find(id); found != setup.missing_rules.end())
    choices.missing_rule = found->second;
  if (const auto found = setup.value_sets.find(id); found != setup.value_sets.end()) choices.value_sets = found->second;
  if (const auto found = setup.choices.find(id); found != setup.choices.end()) choices.choices = found->second;
  if (const auto found = setup.tables.find(id); found != setup.tables.end()) {
    const auto text = files.text(found->second);
    if (!text) {
      diagnostics.error("J301", {file_name(found->second), 0, 0, ""}, "cannot read this score table", "check the path");
    } else {
      Outcome<LookupTable> table = read_score_table(*text, file_name(found->second));
      diagnostics.merge(table.diagnostics);
      if (table) choices.table = std::move(*table);
      tables_.push_back({file_name(found->second), sha256_of(*text), "table", 0});
    }
  }
  if (diagnostics.has_errors()) return diagnostics;
  Outcome<ScoringPlan> plan = ScoringPlan::compile(instrument(id), choices, value_sets_, wanted);
  diagnostics.merge(plan.diagnostics);
  if (plan) plans_.insert_or_assign(id, std::move(*plan));
  return diagnostics;
}

Diagnostics Scorers::check_choices(const SurveySetup& setup) const {
  Diagnostics diagnostics;
  const auto check = [&](const auto& chosen, const std::string& option) {
    for (const auto& [id, unused] : chosen) {
      if (instruments_.contains(id)) continue;
      diagnostics.error("J122", {}, fmt::format("{} names \"{}\", which this run does not score", option, id),
                        suggestion(id, order_));
    }
  };
  check(setup.value_sets, "--value-set");
  check(setup.missing_rules, "--missing-rule");
  check(setup.choices, "--set");
  check(setup.tables, "--table");
  return diagnostics;
}

std::vector<const Instrument*> Scorers::instruments() const {
  std::vector<const Instrument*> out;
  for (const std::string& id : order_)
    out.push_back(instruments_.at(id).get());
  return out;
}

std::vector<Setting> Scorers::settings() const {
  std::vector<Setting> out;
  for (const std::string& id : order_) {
    if (!compiled(id)) continue;
    const std::vector<Setting>& of_plan = plan(id).settings();
    out.insert(out.end(), of_plan.begin(), of_plan.end());
  }
  return out;
}

std::vector<InputInfo> Scorers::files() const {
  std::vector<InputInfo> out;
  for (const std::string& id : order_) {
    if (!compiled(id)) continue;
    out.push_back({instrument(id).file, instrument(id).sha256, "instrument", 0});
    for (const ScoreColumn& column : plan(id).columns()) {
      for (const ValueSet& set : value_sets_) {
        if (set.id == column.value_set) out.push_back({set.file, set.sha256, "value set", 0});
      }
    }
  }
  out.insert(out.end(), tables_.begin(), tables_.end());
  return out;
}

} // namespace joinedup
