#include "exports/record_rules.hpp"

#include "exports/headings.hpp"
#include "exports/record_memory.hpp"

#include <algorithm>
#include <set>

namespace joinedup {

namespace {

std::set<std::uint32_t> item_columns(const ReadingPlan& plan) {
  std::set<std::uint32_t> out;
  for (const AdministrationPlan& a : plan.administrations)
    for (const ItemPlan& item : a.items)
      out.insert(item.columns.begin(), item.columns.end());
  return out;
}

/// The forms that hold a question of the plan; none where a question stands outside all forms.
void add_forms(const SurveyTool& tool, bool include_partial, ReadingPlan& plan) {
  const std::set<std::uint32_t> columns = item_columns(plan);
  std::size_t inside = 0;
  for (FormColumns form : tool.forms) {
    const auto first = columns.lower_bound(form.first), after = columns.upper_bound(form.last);
    if (first == after) continue;
    inside += static_cast<std::size_t>(std::distance(first, after));
    if (include_partial) form.not_finished.reset();
    plan.forms.push_back(std::move(form));
  }
  if (inside != columns.size()) plan.forms.clear();
  plan.not_finished_text = tool.not_finished_text;
}

/// Only records that answer the same questionnaires, in the same waves, repeat each other.
std::uint64_t seed_of(const ReadingPlan& plan) {
  std::set<std::string> names;
  for (const AdministrationPlan& a : plan.administrations)
    names.insert(a.wave + "." + a.instrument);
  std::uint64_t out = 0;
  for (const std::string& name : names)
    out = name_with(out, name);
  return out;
}

/// By name where the record has one; else, when asked or when the tool writes times, by all that was answered.
void add_identity(const SurveyFile& file, const ColumnMap& map, ReadingPlan& plan) {
  const SurveyTool& tool = file.header().tool;
  const Headings headings(file);
  RecordIdentity identity;
  identity.seed = seed_of(plan);
  const std::vector<std::uint32_t> named = map.record.empty() ? std::vector<std::uint32_t>{} : headings.all(map.record);
  if (!named.empty()) identity.columns.push_back(named.front());
  if (named.empty() && tool.record) {
    identity.columns.push_back(*tool.record);
    identity.running_numbers = true;
  }
  if (!identity.columns.empty()) {
    identity.by_name = true;
    identity.columns.insert(identity.columns.end(), tool.repeats.begin(), tool.repeats.end());
    if (const auto wave = headings.all(map.wave); !map.wave.empty() && !wave.empty())
      identity.columns.push_back(wave.front());
  } else if (plan.drop_repeated || !tool.passing.empty()) {
    for (std::uint32_t k = 0; k < file.header().headings.size(); ++k) {
      if (std::find(tool.passing.begin(), tool.passing.end(), k) != tool.passing.end()) continue;
      identity.columns.push_back(k);
      identity.seed = name_with(identity.seed, file.header().headings[k]);
    }
  }
  if (!identity.columns.empty()) plan.identity = std::move(identity);
}

} // namespace

void add_record_rules(const SurveyFile& file, const ColumnMap& map, ReadingPlan& plan) {
  const SurveyTool& tool = file.header().tool;
  const bool include_partial = map.reader.include_partial.value_or(false);
  for (RecordRule rule : tool.rules) {
    if (include_partial && rule.reason == DropReason::partial_response) continue;
    for (std::string& value : rule.values)
      value = lower(value);
    plan.rules.push_back(std::move(rule));
  }
  add_forms(tool, include_partial, plan);
  plan.drop_repeated = map.reader.dedupe.value_or(false);
  add_identity(file, map, plan);
}

bool RecordJudge::holds(const RecordRule& rule, std::string_view text) {
  const auto same = [&](const std::string& value) { return equal_ignoring_case(value, text); };
  return std::any_of(rule.values.begin(), rule.values.end(), same) != rule.others;
}

std::size_t rule_numbers(const ReadingPlan& plan) { return plan.rules.size() + 2; }

std::string_view what_was_left_out(const ReadingPlan& plan, std::size_t rule) {
  if (rule < plan.rules.size()) return plan.rules[rule].what;
  return rule == plan.rules.size() ? "of events that do not ask these questions" : "forms not completed";
}

} // namespace joinedup
