#include "cli/instrument_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

std::string marked(const std::string& confidence) { return confidence.empty() ? "" : fmt::format(" [{}]", confidence); }

std::string options_of(const Item& item) {
  if (item.range) return fmt::format("{} to {}", item.range->first, item.range->second);
  std::string out;
  for (const ResponseOption& option : item.options) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", option.code);
    if (!option.labels.empty()) out += fmt::format(" {}", option.labels.front());
  }
  return out;
}

std::string items_text(const Instrument& instrument) {
  std::string out = "\nitems:\n";
  for (const Item& item : instrument.items)
    out += fmt::format("  {:<12}{}{}\n              {}\n", item.id, item.label, item.scored ? "" : " (not scored)",
                       options_of(item));
  for (const DerivedItem& item : instrument.derived)
    out += fmt::format("  {:<12}{}: made of {}\n", item.id, item.label, join(item.items, ", "));
  return out;
}

std::string range_of(const ScoreDefinition& score) {
  if (!score.low || !score.high) return "";
  return fmt::format(", {} to {}", shortest(*score.low), shortest(*score.high));
}

std::string_view direction_of(const ScoreDefinition& score) {
  switch (score.direction) {
  case Direction::higher:
    return ", higher is good";
  case Direction::lower:
    return ", lower is good";
  case Direction::none:
    return "";
  }
  return "";
}

std::string scores_text(const Instrument& instrument) {
  std::string out = "\nscores:\n";
  for (const ScoreDefinition& score : instrument.scores) {
    std::vector<std::string> steps;
    for (const ScoringStep& step : score.steps)
      steps.push_back(step.operation);
    out += fmt::format("  {}.{}  {}{}{}{}\n", instrument.id, score.id, score.label, range_of(score),
                       direction_of(score), marked(score.confidence));
    out += fmt::format("      items {}; steps {}\n", join(score.items, ", "), join(steps, " > "));
    if (!score.needs.empty()) out += fmt::format("      needs {}\n", join(score.needs, ", "));
    if (!score.sources.empty()) out += fmt::format("      sources {}\n", join(score.sources, ", "));
    if (!score.notice.empty()) out += fmt::format("      {}\n", score.notice);
  }
  return out;
}

/// "min10, or minN for N of 1 to 13": a name that ends with N stands for many.
std::string name_of(const MissingRule& rule) {
  if (!rule.numbers) return rule.name;
  const std::string stem = rule.name.substr(0, rule.name.size() - 1);
  const std::string first = rule.default_number > 0 ? stem + std::to_string(rule.default_number) + ", or " : "";
  return fmt::format("{}{} for N of {} to {}", first, rule.name, rule.numbers->first, rule.numbers->second);
}

std::string rules_text(const Instrument& instrument) {
  if (instrument.missing_rules.empty()) return "";
  std::string out = "\nmissing rules (--missing-rule):\n";
  for (const MissingRule& rule : instrument.missing_rules)
    out += fmt::format("  {}{}{}\n", name_of(rule), &rule == &instrument.missing_rules.front() ? " (default)" : "",
                       marked(rule.confidence));
  return out;
}

std::string choices_text(const Instrument& instrument) {
  if (instrument.choices.empty()) return "";
  std::string out = "\nchoices (--set):\n";
  for (const Choice& choice : instrument.choices) {
    out += fmt::format("  {}.{}  {}\n", instrument.id, choice.id, choice.label);
    for (const std::string& value : choice.values) {
      const auto found = choice.confidence.find(value);
      out += fmt::format("      {}{}{}\n", value, value == choice.fallback ? " (default)" : "",
                         found == choice.confidence.end() ? "" : marked(found->second));
    }
  }
  return out;
}

/// The default first, then the suggested ones, then the rest by id.
std::string value_sets_text(const Instrument& instrument, const std::vector<ValueSet>& value_sets) {
  const auto& suggested = instrument.suggested_value_sets;
  const auto rank = [&](const ValueSet& set) {
    if (set.id == instrument.default_value_set) return std::size_t{0};
    return 1 + static_cast<std::size_t>(std::find(suggested.begin(), suggested.end(), set.id) - suggested.begin());
  };
  std::vector<const ValueSet*> sets;
  std::size_t width = 0;
  for (const ValueSet& set : value_sets) {
    if (set.instrument != instrument.id) continue;
    sets.push_back(&set);
    width = std::max(width, set.id.size() + 1);
  }
  std::stable_sort(sets.begin(), sets.end(), [&](const ValueSet* a, const ValueSet* b) { return rank(*a) < rank(*b); });
  std::string out;
  for (const ValueSet* set : sets) {
    const std::string year = set->year == 0 ? "" : fmt::format(" {}", set->year);
    out += fmt::format("  {:<{}}{}, {}{}: {}{}{}\n", set->id, width, set->country, set->method, year, set->citation,
                       marked(set->confidence),
                       rank(*set) == 0                  ? " (default)"
                       : rank(*set) <= suggested.size() ? " (suggested)"
                                                        : "");
  }
  return out.empty() ? out : "\nvalue sets (--value-set):\n" + out;
}

std::string bands_text(const Instrument& instrument) {
  std::string out;
  for (const BandScheme& scheme : instrument.band_schemes) {
    out += fmt::format("  {}{}:", scheme.id, marked(scheme.confidence));
    for (const ScoreBand& band : scheme.bands)
      out += fmt::format("{} {} {} to {}", &band == &scheme.bands.front() ? "" : ",", band.label, shortest(band.low),
                         shortest(band.high));
    out += "\n";
  }
  return out.empty() ? out : "\nbands:\n" + out;
}

std::string sources_text(const Instrument& instrument) {
  std::string out = "\nsources:\n";
  for (const Source& source : instrument.sources)
    out += fmt::format("  {}: {}{}{}\n", source.id, source.citation, source.link.empty() ? "" : " " + source.link,
                       marked(source.confidence));
  return out;
}

} // namespace

std::string instrument_text(const Instrument& instrument, const std::vector<ValueSet>& value_sets) {
  std::string out =
      fmt::format("{} {}: {}\nlicence: {}\n", instrument.id, instrument.version, instrument.title, instrument.licence);
  if (!instrument.notes.empty()) out += fmt::format("{}\n", instrument.notes);
  if (!instrument.origin.empty()) out += fmt::format("from: {} ({})\n", instrument.file, instrument.origin);
  out += items_text(instrument) + scores_text(instrument) + rules_text(instrument) + choices_text(instrument);
  out += value_sets_text(instrument, value_sets) + bands_text(instrument);
  if (instrument.user_table) out += fmt::format("\nyour table (--table): {}\n", instrument.user_table->what);
  return out + sources_text(instrument);
}

} // namespace joinedup
