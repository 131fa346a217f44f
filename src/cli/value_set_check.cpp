#include "cli/value_set_check.hpp"

#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"
#include "pipeline/library.hpp"
#include "pipeline/value_set_shelf.hpp"
#include "scoring/scoring_plan.hpp"
#include "scoring/value_checks.hpp"
#include "scoring/value_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

/// Levels of each dimension of the score that a value set values.
std::vector<std::size_t> levels_of(const Instrument& instrument) {
  std::vector<std::size_t> out;
  for (const ScoreDefinition& score : instrument.scores) {
    const bool valued = std::any_of(score.steps.begin(), score.steps.end(),
                                    [](const ScoringStep& step) { return step.operation == "value_set"; });
    for (const std::string& id : valued&& out.empty() ? score.items : std::vector<std::string>{}) {
      if (const Item* item = instrument.item(id))
        out.push_back(static_cast<std::size_t>(item->highest() - item->lowest() + 1));
    }
  }
  return out;
}

/// Faults of the set against its instrument; then doubts about its values.
void check_against(Instrument instrument, const std::string& id, const ValueSetShelf& shelf, Diagnostics& diagnostics) {
  for (Item& item : shelf.respondent_items({id}))
    instrument.items.push_back(std::move(item));
  ScoringChoices choices;
  choices.value_sets = {id};
  const Outcome<ScoringPlan> plan = ScoringPlan::compile(instrument, choices, shelf.sets());
  for (const Diagnostic& d : plan.diagnostics.all()) {
    if (d.severity == Severity::error) diagnostics.add(d);
  }
  if (diagnostics.has_errors()) return;
  const ValueSet& set = *shelf.find(id);
  if (set.model == "by_respondent") return;
  check_values(set, value_table(set, shelf.sets(), diagnostics), levels_of(instrument), diagnostics);
}

} // namespace

Outcome<std::string> check_value_set(const std::string& path, const std::string& text, FileStore& files) {
  const Outcome<ValueSet> set = read_value_set(text, file_name(path));
  Diagnostics diagnostics = set.diagnostics;
  if (!set) return Outcome<std::string>::failure(std::move(diagnostics));
  const Library library(files);
  const Outcome<Instrument> instrument = library.instrument(set->instrument, set->where);
  if (!instrument) diagnostics.merge(instrument.diagnostics);
  const bool table_to_come = set->model == "by_respondent" && set->table_file.empty();
  if (instrument && !table_to_come) {
    ValueSetShelf shelf(library);
    std::string name = path;
    diagnostics = {};
    shelf.bring_file(name, *instrument, "", diagnostics);
    if (!diagnostics.has_errors()) check_against(*instrument, name, shelf, diagnostics);
  }
  if (diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  return {fmt::format("value set {}", set->id), std::move(diagnostics)};
}

Outcome<std::string> check_value_mapping(const std::string& path, const std::string& text) {
  Outcome<ValueMapping> mapping = read_value_mapping(text, file_name(path));
  if (!mapping) return Outcome<std::string>::failure(std::move(mapping.diagnostics));
  return {fmt::format("mapping {}", mapping->id), std::move(mapping.diagnostics)};
}

} // namespace joinedup
