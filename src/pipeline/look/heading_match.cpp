#include "pipeline/look/heading_match.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/headings.hpp"
#include "pipeline/look/heading_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace joinedup {

namespace {

/// A column that speaks of an item.
struct Candidate {
  std::uint32_t column = 0;
  ItemEvidence evidence;
  std::string before;  ///< first word, where it comes before what speaks of the item: "pre", "post"
  std::string ending;  ///< normal text, for choices that stand at its end
  std::string read_in; ///< "heading" or "question text"
};
using Candidates = std::map<std::size_t, std::vector<Candidate>>; // by item

Confidence confidence_of(Evidence evidence) {
  switch (evidence) {
  case Evidence::name:
    return Confidence::high;
  case Evidence::part_of_name:
  case Evidence::words:
    return Confidence::medium;
  default:
    return Confidence::none;
  }
}

std::optional<Candidate> candidate(const InstrumentWords& words, const SurveyHeader& header, std::uint32_t column) {
  std::optional<Candidate> best;
  const auto look = [&](const std::string& text, const char* where) {
    if (text.empty()) return;
    const std::vector<std::string> heading = words_of(text);
    const auto found = words.item_in(heading);
    if (!found || (best && found->kind <= best->evidence.kind)) return;
    best = Candidate{column, *found, found->first > 0 ? heading.front() : "", normal_heading(text), where};
  };
  look(header.headings[column], "heading");
  if (column < header.columns.size()) {
    look(header.columns[column].text, "question text");
    look(header.columns[column].tool_code, "tool's code");
  }
  return best;
}

Candidates candidates_of(const InstrumentWords& words, const SurveyHeader& header) {
  Candidates out;
  for (std::uint32_t c = 0; c < header.headings.size(); ++c) {
    if (header.headings[c].empty()) continue;
    if (auto found = candidate(words, header, c)) out[found->evidence.item].push_back(std::move(*found));
  }
  for (auto& [item, all] : out) { // a weaker sign is none beside a stronger one
    const auto best = std::max_element(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
                        return a.evidence.kind < b.evidence.kind ||
                               (a.evidence.kind == b.evidence.kind && a.evidence.covered < b.evidence.covered);
                      })->evidence;
    std::erase_if(
        all, [&](const Candidate& c) { return c.evidence.kind != best.kind || c.evidence.covered < best.covered; });
  }
  return out;
}

/// "Question | choice" in every heading, the question the same.
bool share_a_question(const std::vector<Candidate>& columns) {
  std::set<std::string> questions, choices;
  for (const Candidate& c : columns) {
    const std::size_t bar = c.ending.rfind(" | ");
    if (bar == std::string::npos) return false;
    questions.insert(c.ending.substr(0, bar));
    choices.insert(c.ending.substr(bar));
  }
  return questions.size() == 1 && choices.size() == columns.size();
}

/// Columns of one question, each with one choice at the end of its heading.
bool are_choices(const Item& item, const std::vector<Candidate>& columns) {
  if (share_a_question(columns)) return true;
  std::set<int> seen;
  for (const Candidate& c : columns) {
    const auto option = std::find_if(item.options.begin(), item.options.end(), [&](const ResponseOption& o) {
      return std::any_of(o.labels.begin(), o.labels.end(),
                         [&](const std::string& label) { return c.ending.ends_with(normal_label(label)); });
    });
    if (option == item.options.end() || !seen.insert(option->code).second) return false;
  }
  return true;
}

std::string said(const Candidate& c, const Item& item) {
  switch (c.evidence.kind) {
  case Evidence::name:
    return fmt::format("the {} names the instrument and the item", c.read_in);
  case Evidence::part_of_name:
    return fmt::format("the {} names part of the instrument and the item", c.read_in);
  default:
    return fmt::format("the {} holds words of \"{}\"", c.read_in, item.label);
  }
}

ItemMatch item_match(const Item& item, const std::vector<Candidate>& columns) {
  ItemMatch out;
  if (columns.empty()) return out;
  std::vector<std::uint32_t> numbers;
  for (const Candidate& c : columns)
    numbers.push_back(c.column);
  if (columns.size() > 1 && !are_choices(item, columns)) {
    out.alternatives = std::move(numbers);
    return out;
  }
  out.columns = std::move(numbers);
  out.confidence = confidence_of(columns.front().evidence.kind);
  out.how = said(columns.front(), item) + (columns.size() > 1 ? ", a column a choice" : "");
  return out;
}

/// First words that part the candidates into waves: each has one column of half of the items or more. A word that
/// stands before several columns of an item parts nothing there (a table of another questionnaire beside it).
std::vector<std::string> waves_in(const Candidates& candidates) {
  std::map<std::string, std::size_t> items;
  std::map<std::string, std::uint32_t> first; // column of each
  for (const auto& [item, columns] : candidates) {
    std::map<std::string, std::size_t> here;
    for (const Candidate& c : columns) {
      ++here[c.before];
      const auto place = first.try_emplace(c.before, c.column).first;
      place->second = std::min(place->second, c.column);
    }
    for (const auto& [word, n] : here)
      if (n == 1) ++items[word];
  }
  std::vector<std::string> out;
  for (const auto& [word, n] : items)
    if (!word.empty() && n * 2 >= candidates.size()) out.push_back(word);
  std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return first[a] < first[b]; });
  return out.size() > 1 ? out : std::vector<std::string>{};
}

InstrumentMatch match_of(const Instrument& instrument, const Candidates& candidates, const std::string& wave) {
  InstrumentMatch out{&instrument, wave, std::vector<ItemMatch>(instrument.items.size()), {}, {}};
  for (const auto& [item, columns] : candidates) {
    std::vector<Candidate> mine;
    for (const Candidate& c : columns)
      if (wave.empty() || c.before == wave) mine.push_back(c);
    out.items[item] = item_match(instrument.items[item], mine);
  }
  return out;
}

std::size_t scored_items(const Instrument& instrument) {
  return static_cast<std::size_t>(
      std::count_if(instrument.items.begin(), instrument.items.end(), [](const Item& i) { return i.scored; }));
}

/// The last number of a text, and the text without it.
std::optional<std::pair<std::string, std::string>> numbered(const std::string& heading) {
  std::vector<std::string> words = words_of(heading);
  if (words.empty() || !parse_whole(words.back())) return std::nullopt;
  const std::string number = words.back();
  words.pop_back();
  return std::pair{join(words, " "), number};
}

/// The one run of columns whose numbers are those of the items.
std::optional<InstrumentMatch> match_by_number(const SurveyHeader& header, const Instrument& instrument) {
  std::map<std::string, std::size_t> items;
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const auto number = numbered(instrument.items[i].id);
    if (number) items[number->second] = i;
  }
  std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>> runs;
  for (std::uint32_t c = 0; c < header.headings.size(); ++c)
    if (const auto number = numbered(header.headings[c])) runs[number->first][number->second].push_back(c);
  std::optional<InstrumentMatch> out;
  for (const auto& [name, columns] : runs) {
    const bool same = items.size() > 1 && columns.size() == items.size() &&
                      std::equal(items.begin(), items.end(), columns.begin(), [](const auto& a, const auto& b) {
                        return a.first == b.first && b.second.size() == 1;
                      });
    if (!same) continue;
    if (out) return std::nullopt;
    out = InstrumentMatch{&instrument, "", std::vector<ItemMatch>(instrument.items.size()), {}, {}};
    for (const auto& [number, column] : columns)
      out->items[items[number]] = {column, Confidence::low, "the headings are numbered as the items are", {}};
  }
  return out;
}

std::vector<InstrumentMatch> match_by_words(const SurveyHeader& header, const Instrument& instrument) {
  const Candidates candidates = candidates_of(InstrumentWords(instrument), header);
  if (candidates.empty() || candidates.size() * 2 < scored_items(instrument)) return {};
  std::vector<InstrumentMatch> out;
  for (const std::string& wave : waves_in(candidates))
    out.push_back(match_of(instrument, candidates, wave));
  if (out.empty()) out.push_back(match_of(instrument, candidates, ""));
  return out;
}

/// What the usual headings do not tell may be told by words, and what both tell is the surer.
void fill_up(InstrumentMatch& match, const std::vector<InstrumentMatch>& by_words) {
  const auto same = std::find_if(by_words.begin(), by_words.end(),
                                 [&](const InstrumentMatch& other) { return other.wave == match.wave; });
  if (same == by_words.end()) return;
  const auto taken = [&](const ItemMatch& item) {
    return std::any_of(match.items.begin(), match.items.end(),
                       [&](const ItemMatch& mine) { return !mine.columns.empty() && mine.columns == item.columns; });
  };
  for (std::size_t i = 0; i < match.items.size(); ++i)
    if (match.items[i].columns.empty() && !taken(same->items[i]))
      match.items[i] = same->items[i];
    else if (match.items[i].columns == same->items[i].columns)
      match.items[i].confidence = std::max(match.items[i].confidence, same->items[i].confidence);
}

std::vector<InstrumentMatch> match_by_usual_headings(const SurveyHeader& header, const Instrument& instrument,
                                                     const std::vector<std::string>& others,
                                                     const std::vector<InstrumentMatch>& by_words) {
  std::vector<InstrumentMatch> out;
  const std::vector<UsualColumns> found = usual_columns(header.headings, instrument, others);
  for (const UsualColumns& one : found) {
    InstrumentMatch match{&instrument, one.wave, std::vector<ItemMatch>(instrument.items.size()), {}, one.affix};
    for (const auto& [id, column] : one.items)
      match.items[*instrument.item_number(id)] = {
          {column}, Confidence::medium, found.size() == 1 ? "by usual headings" : "the headings are usual ones", {}};
    fill_up(match, by_words);
    out.push_back(std::move(match));
  }
  return out;
}

/// Columns that hold several items, a digit each; the answers have to bear it out.
std::vector<InstrumentMatch> match_profile(const SurveyHeader& header, const Instrument& instrument,
                                           const std::vector<std::string>& others) {
  std::vector<InstrumentMatch> out;
  for (const UsualColumns& one : profile_columns(header.headings, instrument, others)) {
    const std::vector<std::string>& digits = instrument.profile->items;
    const std::uint32_t column = one.items.at(digits.front());
    InstrumentMatch match{&instrument, one.wave, std::vector<ItemMatch>(instrument.items.size()), column, one.affix};
    for (const auto& [id, beside] : one.items)
      match.items[*instrument.item_number(id)] = {{beside}, Confidence::medium, "the heading is a usual one", {}};
    for (const std::string& id : digits)
      match.items[*instrument.item_number(id)] = {
          {column}, Confidence::medium, "the heading is a usual one of a profile, a digit an item", {}};
    out.push_back(std::move(match));
  }
  return out;
}

} // namespace

std::string_view words(Confidence confidence) {
  switch (confidence) {
  case Confidence::high:
    return "high";
  case Confidence::medium:
    return "medium";
  case Confidence::low:
    return "low";
  default:
    return "none";
  }
}

std::size_t InstrumentMatch::found() const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [](const ItemMatch& i) { return !i.columns.empty(); }));
}

std::vector<InstrumentMatch> match_headings(const SurveyHeader& header,
                                            const std::vector<const Instrument*>& instruments, bool by_number,
                                            const std::vector<std::string>& known_instruments) {
  std::vector<InstrumentMatch> out;
  const auto add = [&](std::vector<InstrumentMatch> matches) {
    for (InstrumentMatch& match : matches)
      out.push_back(std::move(match));
    return !matches.empty();
  };
  for (const Instrument* instrument : instruments) {
    const std::vector<InstrumentMatch> by_words = match_by_words(header, *instrument);
    if (add(match_by_usual_headings(header, *instrument, known_instruments, by_words)) || add(by_words)) continue;
    if (add(match_profile(header, *instrument, known_instruments)) || !by_number) continue;
    if (auto match = match_by_number(header, *instrument)) out.push_back(std::move(*match));
  }
  return out;
}

std::string column_name(const std::vector<std::string>& headings, std::uint32_t column) {
  const std::string& heading = headings[column];
  if (heading.empty()) return {};
  const auto same = std::count(headings.begin(), headings.end(), heading);
  if (same == 1) return heading;
  const auto before = std::count(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(column), heading);
  return fmt::format("{}#{}", heading, before + 1);
}

Administration administration_of(const InstrumentMatch& match, const std::vector<std::string>& headings) {
  Administration out;
  out.instrument = match.instrument->id;
  out.wave = match.wave;
  if (match.profile) out.profile = column_name(headings, *match.profile);
  for (std::size_t i = 0; i < match.items.size(); ++i) {
    for (const std::uint32_t column : match.items[i].columns)
      if (column != match.profile) out.items[match.instrument->items[i].id].push_back(column_name(headings, column));
  }
  return out;
}

} // namespace joinedup
