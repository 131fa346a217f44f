#include "scoring/choices.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::string_view catch_all_choice = "catch_all";
constexpr std::string_view as_missing = "missing";

class Chooser {
public:
  Chooser(const Instrument& instrument, const ScoringChoices& given, std::span<const ValueSet> sets, Diagnostics& out)
      : instrument_(instrument), given_(given), sets_(sets), diagnostics_(out) {}

  InForce run() {
    missing_rule();
    for (const Choice& choice : instrument_.choices)
      choose(choice);
    unknown_choices();
    value_sets();
    table();
    return std::move(out_);
  }

private:
  void setting(const std::string& name, std::string value, const std::string& confidence, bool given) {
    if (!confidence.empty()) value += fmt::format(" ({})", confidence);
    out_.settings.push_back({instrument_.id + "." + name, std::move(value), given ? "option" : "default"});
  }

  void missing_rule() {
    const auto found = missing_policy(instrument_, given_.missing_rule);
    if (!found) {
      const std::vector<std::string> names = missing_rule_names(instrument_);
      diagnostics_.error("J131", {}, fmt::format("{} has no missing rule \"{}\"", instrument_.id, given_.missing_rule),
                         names.empty() ? "it needs all items, whatever the rule"
                                       : suggestion(given_.missing_rule, names));
      return;
    }
    out_.missing = *found;
    if (!instrument_.missing_rules.empty())
      setting("missing_rule", found->name, found->confidence, !given_.missing_rule.empty());
  }

  void choose(const Choice& choice) {
    const auto given = given_.choices.find(choice.id);
    const std::string value = given != given_.choices.end() ? given->second : choice.fallback;
    if (value.empty()) return;
    if (std::find(choice.values.begin(), choice.values.end(), value) == choice.values.end()) {
      diagnostics_.error("J134", {}, fmt::format("{}.{} cannot be \"{}\"", instrument_.id, choice.id, value),
                         suggestion(value, choice.values));
      return;
    }
    out_.choices[choice.id] = value;
    if (choice.id == catch_all_choice) out_.catch_all_scores = value != as_missing;
    const auto confidence = choice.confidence.find(value);
    setting(choice.id, value, confidence == choice.confidence.end() ? "" : confidence->second,
            given != given_.choices.end());
  }

  void unknown_choices() {
    std::vector<std::string> names;
    for (const Choice& choice : instrument_.choices)
      names.push_back(choice.id);
    for (const auto& [name, value] : given_.choices) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      diagnostics_.error("J133", {}, fmt::format("{} offers no choice \"{}\"", instrument_.id, name),
                         names.empty() ? "it offers none" : suggestion(name, names));
    }
  }

  void value_sets() {
    std::vector<std::string> wanted = given_.value_sets;
    out_.sets_named = !wanted.empty();
    if (wanted.empty() && !instrument_.default_value_set.empty()) wanted.push_back(instrument_.default_value_set);
    for (const std::string& id : wanted) {
      const auto found = std::find_if(sets_.begin(), sets_.end(), [&id](const ValueSet& s) { return s.id == id; });
      if (found == sets_.end() || found->instrument != instrument_.id) {
        wrong_set(id, found == sets_.end() ? nullptr : &*found);
        continue;
      }
      if (std::find(out_.sets.begin(), out_.sets.end(), &*found) != out_.sets.end()) continue;
      out_.sets.push_back(&*found);
      setting("value_set", fmt::format("{}: {} {}", found->id, found->citation, found->link), found->confidence,
              !given_.value_sets.empty());
      if (found->confidence == "DISPUTED")
        diagnostics_.warning("J414", found->where, fmt::format("value set {} is disputed: {}", id, found->note),
                             "name another set unless this reading is wanted");
    }
  }

  /// The suggested ones, or the first of many.
  std::vector<std::string> first_few(std::vector<std::string> ids) const {
    constexpr std::size_t few = 8;
    const std::size_t suggested = instrument_.suggested_value_sets.size();
    if (ids.size() > few) ids.resize(suggested > 0 ? std::min(suggested, few) : few);
    return ids;
  }

  /// The first few that hold the text, or else any.
  std::vector<std::string> those_with(const std::string& text, const std::vector<std::string>& ids) const {
    std::vector<std::string> out;
    for (const std::string& id : ids) {
      if (lower(id).find(lower(text)) != std::string::npos) out.push_back(id);
    }
    return first_few(out.empty() ? ids : out);
  }

  void wrong_set(const std::string& id, const ValueSet* other) {
    const std::vector<std::string> ids = value_set_ids(instrument_, sets_);
    std::string message =
        other ? fmt::format("value set {} belongs to {}, not to {}", id, other->instrument, instrument_.id)
              : fmt::format("there is no value set {} for {}", id, instrument_.id);
    std::string hint = ids.empty() ? "no value set for it is in reach" : other ? "" : suggestion(id, ids);
    if (hint.empty()) {
      const std::vector<std::string> few = other ? first_few(ids) : those_with(id, ids);
      hint = (other ? "one of " : "for example ") + join(few, ", ");
      if (ids.size() > few.size())
        hint += fmt::format("; joinedup instruments show {} lists {}", instrument_.id, ids.size());
    }
    diagnostics_.error("J132", {}, std::move(message), std::move(hint));
  }

  void table() {
    if (!given_.table) return;
    const LookupTable& table = *given_.table;
    if (!instrument_.user_table) {
      diagnostics_.error("J415", table.where, fmt::format("{} takes no table", instrument_.id),
                         fmt::format("leave --table {}=FILE out", instrument_.id));
      return;
    }
    if (fits(table, *instrument_.user_table)) {
      out_.table = &table;
      setting("table", table.levels.empty() ? "the user's own table" : "the user's own table, with levels", "", true);
    }
  }

  bool fits(const LookupTable& table, const UserTable& shape) {
    const auto fault = [&](const std::string& what) {
      diagnostics_.error("J415", table.where, what,
                         fmt::format("expected rising scores from {} to {} for every raw score from {} to {}",
                                     shortest(shape.low), shortest(shape.high), shape.first, shape.last));
      return false;
    };
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto& [raw, score] = table.rows[i];
      if (score < shape.low || score > shape.high)
        return fault(fmt::format("raw score {} has {}, out of range", shortest(raw), shortest(score)));
      if (i > 0 && (raw <= table.rows[i - 1].first || score <= table.rows[i - 1].second))
        return fault(fmt::format("the table does not rise at raw score {}", shortest(raw)));
    }
    for (int raw = shape.first; raw <= shape.last; ++raw) {
      const bool there =
          std::any_of(table.rows.begin(), table.rows.end(), [raw](const auto& row) { return row.first == raw; });
      if (!there) return fault(fmt::format("the table lacks raw score {}", raw));
    }
    return true;
  }

  const Instrument& instrument_;
  const ScoringChoices& given_;
  std::span<const ValueSet> sets_;
  Diagnostics& diagnostics_;
  InForce out_;
};

} // namespace

bool InForce::has(const std::string& need) const {
  if (need == "table") return table != nullptr;
  const std::size_t equals = need.find('=');
  const auto found = choices.find(need.substr(0, equals));
  return found != choices.end() && (equals == std::string::npos || found->second == need.substr(equals + 1));
}

InForce choose(const Instrument& instrument, const ScoringChoices& choices, std::span<const ValueSet> value_sets,
               Diagnostics& diagnostics) {
  return Chooser(instrument, choices, value_sets, diagnostics).run();
}

std::vector<std::string> value_set_ids(const Instrument& instrument, std::span<const ValueSet> value_sets) {
  std::vector<std::string> out;
  const auto in_reach = [&](const std::string& id) {
    return std::any_of(value_sets.begin(), value_sets.end(), [&](const ValueSet& s) { return s.id == id; });
  };
  std::copy_if(instrument.suggested_value_sets.begin(), instrument.suggested_value_sets.end(), std::back_inserter(out),
               in_reach);
  for (const ValueSet& set : value_sets) {
    const bool listed = std::find(out.begin(), out.end(), set.id) != out.end();
    if (set.instrument == instrument.id && !listed && set.confidence != "DISPUTED") out.push_back(set.id);
  }
  return out;
}

} // namespace joinedup
