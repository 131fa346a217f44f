#include "pipeline/explain_score.hpp"

#include "base/text.hpp"
#include "evaluate/scale_sums.hpp"
#include "scoring/value_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {

namespace {

std::string value_words(const TracedColumn& traced, double value, ScoreStatus status) {
  if (!has_value(status) || std::isnan(value)) return std::string("none (") + std::string(words(status)) + ")";
  const ScoreColumn& column = traced.column;
  if (!column.is_text) return shortest(value);
  const std::string& text = column.texts.at(static_cast<std::size_t>(value));
  return text.empty() ? "nothing remarkable" : text;
}

std::string item_words(const TracedItem& item) {
  if (std::isnan(item.answered)) return item.id + " none";
  if (item.changed_by.empty()) return fmt::format("{} {}", item.id, shortest(item.answered));
  const std::string used = std::isnan(item.used) ? "none" : shortest(item.used);
  return fmt::format("{} {} -> {} ({})", item.id, shortest(item.answered), used, item.changed_by);
}

const ScoreDefinition* definition_of(const Instrument& instrument, const std::string& id) {
  const auto found = std::find_if(instrument.scores.begin(), instrument.scores.end(),
                                  [&id](const ScoreDefinition& score) { return score.id == id; });
  return found == instrument.scores.end() ? nullptr : &*found;
}

std::string cited(const std::string& citation, const std::string& link) {
  return link.empty() ? citation : fmt::format("{}, {}", citation, link);
}

void add_sources(const TracedColumn& traced, const Instrument& instrument, ExplainLines& out) {
  const ScoreDefinition* score = traced.is_score ? definition_of(instrument, traced.id) : nullptr;
  if (score == nullptr) return;
  for (const std::string& id : score->sources) {
    for (const Source& source : instrument.sources) {
      if (source.id != id) continue;
      const std::string& confidence = score->confidence.empty() ? source.confidence : score->confidence;
      out.push_back({1, "source", fmt::format("{} ({})", cited(source.citation, source.link), confidence)});
    }
  }
  if (!score->notice.empty()) out.push_back({1, "notice", score->notice});
}

/// Whether the missing rule decides on all the items of the score.
bool counts_items(const TracedColumn& traced) {
  constexpr std::array<std::string_view, 6> counting{"sum", "mean", "rasch", "profile", "level_frequency", "value_set"};
  return traced.items.size() > 1 && !traced.steps.empty() &&
         std::find(counting.begin(), counting.end(), traced.steps.front().operation) != counting.end();
}

/// The set behind an index with its addends or factors.
void add_value_set(const TracedColumn& traced, const ValueSet* set, ExplainLines& out) {
  if (set == nullptr) return;
  out.push_back(
      {1, "value set", fmt::format("{}: {} ({})", set->id, cited(set->citation, set->link), set->confidence)});
  std::vector<int> levels;
  std::vector<std::string> names;
  for (const TracedItem& item : traced.items) {
    if (std::isnan(item.used)) return;
    levels.push_back(static_cast<int>(item.used));
    names.push_back(item.id);
  }
  const std::vector<ValuePart> parts = value_parts(*set, levels, names);
  for (const ValuePart& part : parts)
    out.push_back({2,
                   fmt::format("{}{}", set->model == "multiplicative" && &part != parts.data() ? "x " : "",
                               shortest(part.amount)),
                   part.what});
  if (set->model == "crosswalk" || set->model == "reverse_crosswalk")
    out.push_back(
        {2, "expected value",
         fmt::format("over the states of {}, by the published {}", set->target_set,
                     set->model == "crosswalk" ? "probabilities" : "ordered logits of each dimension's level")});
}

} // namespace

std::string answer_words(AnswerCode code, const Item& item, const std::string& number) {
  const std::string cell =
      number.empty() || number == std::to_string(code) ? "" : fmt::format(", the cell is {}", number);
  if (code == answer::catch_all) return "a word such as \"don't know\"" + cell;
  if (!is_answer(code)) return fmt::format("none ({}){}", lack_words(lack_reason(code)), cell);
  for (const ResponseOption& option : item.options) {
    if (option.code == code && !option.labels.empty())
      return fmt::format("{} ({}){}", code, option.labels.front(), cell);
  }
  return std::to_string(code) + cell;
}

void explain_score(const TracedColumn& traced, const Instrument& instrument, const ValueSet* value_set,
                   const std::string& prefix, ExplainLines& out) {
  const std::string name = traced.is_score ? prefix + traced.column.id : traced.id;
  const std::string status = has_value(traced.status) ? fmt::format(" ({})", words(traced.status)) : "";
  out.push_back({0, name, "= " + value_words(traced, traced.value, traced.status) + status});
  if (!traced.column.unsupported.empty()) out.push_back({1, "why", traced.column.unsupported});
  std::vector<std::string> items;
  for (const TracedItem& item : traced.items)
    items.push_back(item_words(item));
  if (!items.empty()) out.push_back({1, "items", join(items, ", ")});
  if (counts_items(traced)) {
    const std::string confidence =
        traced.missing_confidence.empty() ? "" : fmt::format(" ({})", traced.missing_confidence);
    out.push_back({1, "missing rule",
                   fmt::format("{}{}: {} of {} items needed", traced.missing_rule, confidence, traced.needed,
                               traced.items.size())});
  }
  for (const TracedStep& step : traced.steps) {
    const bool last = &step == &traced.steps.back();
    const std::string result = last || !has_value(step.status) || !traced.column.is_text
                                   ? value_words(traced, step.value, step.status)
                                   : shortest(step.value);
    const std::string what = step.told.empty() ? step.summary : step.told;
    out.push_back(
        {1, step.operation, fmt::format("{}{}{}  -> {}", step.names, step.names.empty() ? "" : ": ", what, result)});
  }
  if (traced.column.decimals >= 0 && has_value(traced.status) && !traced.column.is_text)
    out.push_back(
        {1, "printed",
         fmt::format("{}, to {} decimals", fixed(traced.value, traced.column.decimals), traced.column.decimals)});
  add_value_set(traced, value_set, out);
  if (traced.column.low && traced.column.high)
    out.push_back({1, "range", fmt::format("{} to {}", shortest(*traced.column.low), shortest(*traced.column.high))});
  add_sources(traced, instrument, out);
}

} // namespace joinedup
