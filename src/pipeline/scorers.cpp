#include "pipeline/scorers.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/tables.hpp"
#include "model/codings.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

void add_maps(const SurveySetup& setup, std::map<std::string, Position>& named_at) {
  for (const SurveyInput& input : setup.inputs) {
    for (const Administration& administration : input.map.administrations)
      named_at.emplace(administration.instrument, administration.where);
  }
}

} // namespace

Outcome<Scorers> Scorers::load(const std::vector<std::string>& ids, const Library& library, const SurveySetup& setup,
                               std::map<std::string, Position> named_at) {
  Scorers out(library);
  out.known_ = library.instrument_ids();
  Diagnostics diagnostics;
  add_maps(setup, named_at);
  for (const std::string& id : ids) {
    if (out.instruments_.contains(id)) continue;
    Outcome<Instrument> read = library.instrument(id, named_at[id]);
    diagnostics.merge(read.diagnostics);
    if (!read) continue;
    const auto chosen = setup.choices.find(id);
    apply_codings(*read, chosen == setup.choices.end() ? std::map<std::string, std::string>{} : chosen->second);
    out.order_.push_back(id);
    out.instruments_.emplace(id, std::make_unique<Instrument>(std::move(*read)));
  }
  for (const std::string& id : out.order_)
    out.sets_in_force(id, setup, diagnostics);
  if (diagnostics.has_errors()) return Outcome<Scorers>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

std::vector<std::string> Scorers::sets_in_force(const std::string& id, const SurveySetup& setup,
                                                Diagnostics& diagnostics) {
  Instrument& instrument = *instruments_.at(id);
  const auto chosen = setup.value_sets.find(id);
  std::vector<std::string> out = chosen == setup.value_sets.end() ? std::vector<std::string>{} : chosen->second;
  if (out.empty() && !instrument.default_value_set.empty()) out.push_back(instrument.default_value_set);
  const auto table = setup.tables.find(id);
  shelf_.bring(instrument, out, table == setup.tables.end() ? "" : table->second, diagnostics);
  for (Item& item : shelf_.respondent_items(out)) {
    if (!instrument.item_number(item.id)) instrument.items.push_back(std::move(item));
  }
  return chosen == setup.value_sets.end() ? std::vector<std::string>{} : out;
}

Diagnostics Scorers::lacking_columns(const ReadingPlan& plan, const std::string& file) const {
  Diagnostics diagnostics;
  for (const AdministrationPlan& a : plan.administrations) {
    const Instrument& of = instrument(a.instrument);
    std::vector<std::string> lacking;
    for (std::size_t i = 0; i < of.items.size(); ++i) {
      if (!of.items[i].role.empty() && a.items[i].columns.empty()) lacking.push_back(of.items[i].id);
    }
    if (lacking.empty()) continue;
    std::vector<std::string> others;
    for (const std::string& id : of.suggested_value_sets) {
      const ValueSet* set = shelf_.find(id);
      if (set == nullptr || set->mapping.respondent.empty()) others.push_back(id);
    }
    diagnostics.error("J432", {file, 0, 0, ""},
                      fmt::format("the value set chosen for {} needs {} of each record, and no column holds it", of.id,
                                  join(lacking, " and ")),
                      fmt::format("name the columns with --age-band COL and --sex COL or in a map{}",
                                  others.empty() ? "" : ", or choose another set: " + join(others, ", ")));
  }
  return diagnostics;
}

ScoringChoices Scorers::choices_of(const std::string& id, const SurveySetup& setup, FileStore& files, bool remember,
                                   Diagnostics& diagnostics) {
  ScoringChoices choices;
  if (const auto found = setup.missing_rules.find(id); found != setup.missing_rules.end())
    choices.missing_rule = found->second;
  choices.value_sets = sets_in_force(id, setup, diagnostics);
  if (const auto found = setup.choices.find(id); found != setup.choices.end()) choices.choices = found->second;
  const auto found = setup.tables.find(id);
  if (found != setup.tables.end() && !shelf_.uses_table(choices.value_sets)) {
    const auto text = files.text(found->second);
    if (!text) {
      diagnostics.error("J301", {file_name(found->second), 0, 0, ""}, "cannot read this score table", "check the path");
    } else {
      Outcome<LookupTable> table = read_score_table(*text, file_name(found->second));
      diagnostics.merge(table.diagnostics);
      if (table) choices.table = std::move(*table);
      if (remember) tables_.push_back({file_name(found->second), sha256_of(*text), "table", 0});
    }
  }
  return choices;
}

Diagnostics Scorers::compile(const std::string& id, const SurveySetup& setup, FileStore& files,
                             const std::vector<std::string>& wanted) {
  Diagnostics diagnostics;
  const ScoringChoices choices = choices_of(id, setup, files, true, diagnostics);
  if (diagnostics.has_errors()) return diagnostics;
  Outcome<ScoringPlan> plan = ScoringPlan::compile(instrument(id), choices, shelf_.sets(), wanted);
  diagnostics.merge(plan.diagnostics);
  if (plan) plans_.insert_or_assign(id, std::move(*plan));
  return diagnostics;
}

std::optional<ScoringPlan> Scorers::plan_with(const std::string& id, SurveySetup setup, FileStore& files,
                                              const std::string& choice, const std::string& value) {
  Diagnostics unheard; // the plan in force has said it all
  setup.choices[id][choice] = value;
  const ScoringChoices choices = choices_of(id, setup, files, false, unheard);
  Outcome<ScoringPlan> plan = ScoringPlan::compile(instrument(id), choices, shelf_.sets());
  return plan ? std::optional(std::move(*plan)) : std::nullopt;
}

ScoreZones Scorers::zones(const std::string& id, const std::string& score, const SurveySetup& setup, FileStore& files) {
  Diagnostics unheard; // the plan in force has said it all
  const ScoringChoices choices = choices_of(id, setup, files, false, unheard);
  return score_zones(instrument(id), choose(instrument(id), choices, shelf_.sets(), unheard), score);
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

std::vector<Setting> Scorers::notices() const {
  std::vector<Setting> out;
  for (const std::string& id : order_) {
    if (!compiled(id)) continue;
    for (const ScoreColumn& column : plan(id).columns()) {
      if (column.notice.empty()) continue;
      const std::string name = id + "." + column.id;
      const auto said =
          std::find_if(out.begin(), out.end(), [&](const Setting& s) { return s.value == column.notice; });
      if (said == out.end())
        out.push_back({name, column.notice, std::string(from_notice)});
      else
        said->name += ", " + name;
    }
  }
  return out;
}

std::vector<InputInfo> Scorers::files() const {
  std::vector<InputInfo> out;
  for (const std::string& id : order_) {
    if (!compiled(id)) continue;
    out.push_back({instrument(id).file, instrument(id).sha256, "instrument", 0, instrument(id).origin});
    for (const ScoreColumn& column : plan(id).columns()) {
      const std::vector<InputInfo> of_set = shelf_.files(column.value_set);
      out.insert(out.end(), of_set.begin(), of_set.end());
    }
  }
  out.insert(out.end(), tables_.begin(), tables_.end());
  return out;
}

} // namespace joinedup
