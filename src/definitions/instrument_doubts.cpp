#include "definitions/instrument_doubts.hpp"

#include "base/text.hpp"
#include "definitions/option_doubts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace joinedup {

namespace {

void unused_items(const Instrument& instrument, Diagnostics& out) {
  std::set<std::string> used;
  for (const ScoreDefinition& score : instrument.scores)
    used.insert(score.items.begin(), score.items.end());
  for (const DerivedItem& item : instrument.derived)
    used.insert(item.items.begin(), item.items.end());
  for (const Item& item : instrument.items) {
    if (item.scored && !used.contains(item.id))
      out.warning("J537", item.where, fmt::format("item \"{}\" is in no score", item.id),
                  "name it in the items of a score, or write \"scored\": false");
  }
  for (const DerivedItem& item : instrument.derived) {
    if (!used.contains(item.id))
      out.warning("J537", item.where, fmt::format("derived item \"{}\" is in no score", item.id),
                  "name it in the items of a score, or take it out");
  }
}

/// The step that most rows take from the row before; 0 where no step is taken by more than half.
double usual_step(const LookupTable& table) {
  std::map<double, std::size_t> steps;
  for (std::size_t r = 1; r < table.rows.size(); ++r)
    ++steps[table.rows[r].first - table.rows[r - 1].first];
  for (const auto& [step, times] : steps) {
    if (2 * times > table.rows.size() - 1) return step;
  }
  return 0;
}

void gaps_in_tables(const Instrument& instrument, const JsonSource& source, Diagnostics& out) {
  for (std::size_t t = 0; t < instrument.tables.size(); ++t) {
    const LookupTable& table = instrument.tables[t];
    const double usual = usual_step(table);
    const std::size_t rows = source.member(source.element(source.member(0, "tables"), t), "rows");
    for (std::size_t r = 1; usual > 0 && r < table.rows.size(); ++r) {
      if (table.rows[r].first - table.rows[r - 1].first <= usual * 1.001) continue;
      out.warning("J538", source.where(source.element(rows, r)),
                  fmt::format("table \"{}\" goes from {} to {}, and by {} elsewhere", table.id,
                              shortest(table.rows[r - 1].first), shortest(table.rows[r].first), shortest(usual)),
                  "is a row missing? Scores between these rows are not in the table");
    }
  }
}

/// Ids that a reverse step names, each with its place: one text or a list.
std::vector<std::pair<std::string, std::size_t>> reversed_items(const JsonSource& source, std::size_t step,
                                                                const Json& json) {
  std::vector<std::pair<std::string, std::size_t>> out;
  const auto items = json.find("items");
  if (json.value("do", "") != "reverse" || items == json.end()) return out;
  const std::size_t place = source.member(step, "items");
  if (items->is_string()) out.emplace_back(items->get<std::string>(), place);
  for (std::size_t i = 0; items->is_array() && i < items->size(); ++i) {
    if ((*items)[i].is_string()) out.emplace_back((*items)[i].get<std::string>(), source.element(place, i));
  }
  return out;
}

/// `chain`: a score or derived item.
void twice_reversed(const JsonSource& source, std::size_t chain, const Json& json, Diagnostics& out) {
  std::map<std::string, Position> seen;
  const std::size_t steps = source.member(chain, "steps");
  for (std::size_t s = 0; s < json.at("steps").size(); ++s) {
    for (const auto& [id, place] : reversed_items(source, source.element(steps, s), json.at("steps")[s])) {
      const auto [first, added] = seen.emplace(id, source.where(place));
      if (!added)
        out.warning("J541", source.where(place),
                    fmt::format("item \"{}\" is reversed twice, first in line {}", id, first->second.line),
                    "in one list the second does nothing, in a second step it undoes the first: keep one");
    }
  }
}

void twice_reversed(const JsonSource& source, const std::string& member, Diagnostics& out) {
  const auto chains = source.root().find(member);
  if (chains == source.root().end() || !chains->is_array()) return;
  for (std::size_t c = 0; c < chains->size(); ++c)
    twice_reversed(source, source.element(source.member(0, member), c), (*chains)[c], out);
}

/// The fewest items with which the rule still gives a score of `items` items.
std::size_t needed(const MissingRule& rule, std::size_t items) {
  if (rule.may_lack) return items - std::min(items, static_cast<std::size_t>(*rule.may_lack));
  if (rule.numbers) return std::min(items, static_cast<std::size_t>(std::max(0, rule.numbers->first)));
  return static_cast<std::size_t>(std::ceil(rule.minimum_share.value_or(1) * static_cast<double>(items) - 1e-9));
}

void idle_rules(const Instrument& instrument, Diagnostics& out) {
  for (const MissingRule& rule : instrument.missing_rules) {
    const bool asks_for_all = rule.may_lack == 0 || rule.minimum_share == 1.0;
    const bool applies = std::any_of(instrument.scores.begin(), instrument.scores.end(), [&](const ScoreDefinition& s) {
      return !s.complete && needed(rule, s.items.size()) < s.items.size();
    });
    if (!asks_for_all && !applies)
      out.warning(
          "J542", rule.where,
          fmt::format("missing rule \"{}\" can never apply: every score needs all of its items under it", rule.name),
          "scores with \"missing\": \"complete\", or with too few items for the rule, do not follow it");
    const bool lets_all =
        std::any_of(instrument.scores.begin(), instrument.scores.end(),
                    [&](const ScoreDefinition& s) { return !s.complete && needed(rule, s.items.size()) == 0; });
    if (rule.may_lack && lets_all)
      out.warning(
          "J542", rule.where,
          fmt::format("missing rule \"{}\" lets {} items lack, as many as a score has", rule.name, *rule.may_lack),
          "one answer would stand for all: let fewer items lack, or write \"minimum_share\"");
  }
}

} // namespace

Diagnostics instrument_doubts(const Instrument& instrument, const JsonSource& source) {
  Diagnostics out;
  unused_items(instrument, out);
  option_doubts(instrument, source, out);
  gaps_in_tables(instrument, source, out);
  twice_reversed(source, "scores", out);
  twice_reversed(source, "derived", out);
  idle_rules(instrument, out);
  return out;
}

} // namespace joinedup
