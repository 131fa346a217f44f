#include "pipeline/map_propose.hpp"

#include "base/text.hpp"
#include "exports/mangled.hpp"
#include "pipeline/look/code_columns.hpp"
#include "pipeline/look/heading_words.hpp"
#include "pipeline/map_text.hpp"
#include "pipeline/score_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace joinedup {

namespace {

using Ordered = nlohmann::ordered_json;

class Proposal {
public:
  Proposal(const Inspection& in, bool instruments_given)
      : in_(in), look_(in.found.look), headings_(look_.header.headings), given_(instruments_given) {}

  std::string run() {
    out_["$comment"] =
        fmt::format("Proposed for {}. Read the notes, fill in or delete what is null, then: joinedup map "
                    "check THIS_FILE {}",
                    look_.name, look_.name);
    out_["note"] = Ordered::array();
    if (!look_.header.tool.id.empty() && look_.header.tool.id != "csv") out_["reader"]["from"] = look_.header.tool.id;
    add_respondent_columns();
    add_administrations();
    if (out_["note"].empty()) out_.erase("note");
    if (!confidence_.empty()) out_["confidence"] = confidence_;
    out_["administrations"] = administrations_;
    return map_text(out_);
  }

private:
  void note(std::string text) { out_["note"].push_back(std::move(text)); }

  void column(const std::string& key, std::uint32_t c, Confidence confidence, const std::string& why) {
    out_[key] = column_name(headings_, c);
    confidence_[key] = fmt::format("{}: {}", words(confidence), why);
  }

  void add_respondent_columns() {
    out_["record"] = nullptr;
    if (const auto& record = look_.record) {
      const bool tools = look_.header.tool.record == record;
      column("record", *record, tools ? Confidence::high : Confidence::medium,
             tools ? "the survey tool's own id of a record" : "the heading says so");
      if (look_.repeated_ids > 0)
        note(fmt::format("{} records repeat an id of \"record\": several rows a person, or the same record twice",
                         with_thousands(look_.repeated_ids)));
    }
    add_area();
    add_by_heading("weight", {"weight", "weights", "wt", "survey weight", "design weight"});
    add_by_heading("wave", {"wave", "time point", "timepoint", "event name", "redcap event name", "phase"});
  }

  void add_area() {
    out_["area"] = nullptr;
    if (in_.areas.empty()) {
      note("\"area\": no column holds codes of an area that joinedup knows; name the column that does");
      return;
    }
    const AreaCodes& area = in_.areas.front();
    if (in_.areas.size() > 1 && in_.areas[1].known == area.known) {
      std::vector<std::string> names;
      for (const AreaCodes& a : in_.areas)
        names.push_back(column_name(headings_, a.column));
      note(fmt::format("\"area\" could be any of {}", join(names, ", ")));
      return;
    }
    const bool known = !area.geographies.empty();
    column("area", area.column, known ? Confidence::high : Confidence::medium,
           known ? fmt::format("{} of {} codes are of {}", area.known_codes, area.codes, join(area.geographies, " or "))
                 : fmt::format("the heading names a geography, but none of its {} codes is known", area.codes));
  }

  void add_by_heading(const std::string& key, std::initializer_list<std::string_view> names) {
    out_[key] = nullptr;
    for (std::uint32_t c = 0; c < headings_.size(); ++c) {
      const std::string text = join(words_of(headings_[c]), " ");
      if (std::find(names.begin(), names.end(), text) == names.end() || !out_[key].is_null()) continue;
      column(key, c, Confidence::medium, "the heading says so");
    }
  }

  void add_administrations() {
    const Rivals& rivals = in_.rivals;
    for (std::size_t a = 0; a < in_.instruments.size(); ++a) {
      const InstrumentFinding& f = in_.instruments[a];
      if (f.doubtful)
        note(fmt::format("{}: {}, but the answers do not bear it out, so it is left out", f.name, f.how));
      else if (given_ || (!rivals.beaten[a] && !rivals.unclear[a]))
        administrations_.push_back(administration(a));
    }
    if (!given_) {
      for (const std::string& text : rivals.notes)
        note(text);
      if (!rivals.question.empty()) note(rivals.question + " and propose again");
    }
    if (in_.found.counts) {
      note("a published table of counts needs no map: " + in_.next);
      return;
    }
    add_undecided();
    if (given_)
      add_not_found();
    else if (administrations_.empty() && in_.instruments.empty() && in_.found.undecided.empty())
      note("no questionnaire was recognised: name one with -i and propose again, or fill in \"administrations\"");
  }

  /// A questionnaire that was named and of which no heading speaks: its items to fill in, and what the answers tell.
  void add_not_found() {
    const auto same = [](const Instrument* i) { return [i](const InstrumentMatch& m) { return m.instrument == i; }; };
    for (const Instrument* i : in_.found.scorers.instruments()) {
      const auto &matches = in_.found.matches, &undecided = in_.found.undecided;
      if (std::none_of(matches.begin(), matches.end(), same(i)) &&
          std::none_of(undecided.begin(), undecided.end(), same(i)))
        administrations_.push_back(to_fill_in(*i));
    }
  }

  Ordered to_fill_in(const Instrument& instrument) const {
    Ordered out, items;
    out["instrument"] = instrument.id;
    for (const Item& item : instrument.items)
      if (item.scored) items[item.id] = nullptr;
    const Item& first = instrument.items.front();
    const std::vector<std::uint32_t> columns = columns_with_codes(look_, first);
    const std::string no_heading = "no column looks like an item of the questionnaire named with -i";
    if (instrument.items.size() == 1 && columns.size() == 1) {
      items[first.id] = column_name(headings_, columns.front());
      out["items"] = items;
      out["note"] = Ordered::array({first.id + ": no heading says what was asked; check that this is the question"});
      out["confidence"][first.id] = fmt::format("low: the one column whose numbers are codes of this item; {} cells",
                                                with_thousands(look_.columns[columns.front()].filled));
      return out;
    }
    out["items"] = items;
    const std::string hint =
        columns.empty() ? "" : fmt::format("; the numbers of {} could be codes of {}", named(columns), first.id);
    out["note"] = Ordered::array({no_heading + ": name the column of each item" + hint});
    return out;
  }

  /// Rivals for the same columns: one that was named becomes an administration to fill in.
  void add_undecided() {
    std::vector<std::string> ids;
    for (const InstrumentMatch& match : in_.found.undecided) {
      ids.push_back(match.instrument->id);
      if (!given_) continue;
      Ordered out, items, notes = Ordered::array();
      out["instrument"] = match.instrument->id;
      if (!match.wave.empty()) out["wave"] = match.wave;
      for (std::size_t i = 0; i < match.items.size(); ++i) {
        const Item& item = match.instrument->items[i];
        if (item.scored || !match.items[i].alternatives.empty()) items[item.id] = nullptr;
        if (!match.items[i].alternatives.empty()) notes.push_back(several(item, match.items[i]));
      }
      out["items"] = items;
      out["note"] = notes;
      administrations_.push_back(out);
    }
    if (!ids.empty() && !given_)
      note(fmt::format("the headings could be those of {}, several columns for each item: say which with -i and "
                       "propose again",
                       join(ids, " or ")));
  }

  Ordered administration(std::size_t a) const {
    const InstrumentMatch& match = in_.found.matches[a];
    const InstrumentFinding& finding = in_.instruments[a];
    Ordered out, items, confidence = Ordered::object(), recode = Ordered::object(), notes = Ordered::array();
    out["instrument"] = match.instrument->id;
    if (!match.wave.empty()) out["wave"] = match.wave;
    if (match.profile) {
      out["profile"] = column_name(headings_, *match.profile);
      confidence["profile"] = profile_confidence(match, finding);
    }
    for (std::size_t i = 0; i < match.items.size(); ++i)
      if (!is_digit(match, i)) add_item(match, finding, i, items, confidence, recode, notes);
    if (!items.empty()) out["items"] = items;
    if (Ordered compare = compared_columns(match); !compare.empty()) out["compare"] = compare;
    if (Ordered missing = missing_codes(finding, confidence); !missing.empty()) out["missing"]["*"] = missing;
    if (!recode.empty()) out["recode"] = for_all_items(finding, recode);
    add_remarks(finding, notes);
    if (!notes.empty()) out["note"] = notes;
    out["confidence"] = confidence;
    return out;
  }

  static bool is_digit(const InstrumentMatch& match, std::size_t i) {
    const std::vector<std::uint32_t>& columns = match.items[i].columns;
    return match.profile && columns.size() == 1 && columns.front() == *match.profile;
  }

  /// How many answers of all its items a column of profiles holds.
  static std::string profile_confidence(const InstrumentMatch& match, const InstrumentFinding& finding) {
    std::uint64_t held = 0, filled = 0;
    std::string how;
    Confidence sure = Confidence::medium;
    for (std::size_t i = 0; i < match.items.size(); ++i) {
      if (!is_digit(match, i)) continue;
      how = match.items[i].how;
      sure = match.items[i].confidence;
    }
    for (const ItemFinding& item : finding.findings) {
      if (!item.digit) continue;
      held += explained_cells(item);
      filled += item.answers.filled();
    }
    return fmt::format("{}: {}; {} of {} digits fit", words(sure), how, with_thousands(held), with_thousands(filled));
  }

  /// Scores that the file holds already: to be compared, never to be answers.
  Ordered compared_columns(const InstrumentMatch& match) const {
    std::size_t waves = 0;
    for (const InstrumentMatch& other : in_.found.matches)
      waves += other.instrument == match.instrument ? 1U : 0U;
    Ordered out = Ordered::object();
    for (const auto& [score, column] : score_columns(look_.header, *match.instrument, match.affix, waves == 1)) {
      const bool is_item =
          match.profile == column || std::any_of(match.items.begin(), match.items.end(), [&](const auto& i) {
            return std::find(i.columns.begin(), i.columns.end(), column) != i.columns.end();
          });
      if (!is_item) out[score] = column_name(headings_, column);
    }
    return out;
  }

  void add_item(const InstrumentMatch& match, const InstrumentFinding& finding, std::size_t i, Ordered& items,
                Ordered& confidence, Ordered& recode, Ordered& notes) const {
    const Item& item = match.instrument->items[i];
    const ItemMatch& m = match.items[i];
    const auto found = std::find_if(finding.findings.begin(), finding.findings.end(),
                                    [&](const ItemFinding& f) { return f.item == &item; });
    if (m.columns.empty() || found == finding.findings.end()) {
      if (item.scored || !m.alternatives.empty()) items[item.id] = nullptr;
      if (!m.alternatives.empty()) notes.push_back(several(item, m));
      return;
    }
    if (m.columns.size() == 1) {
      items[item.id] = column_name(headings_, m.columns.front());
    } else {
      for (const std::uint32_t c : m.columns)
        items[item.id].push_back(column_name(headings_, c));
    }
    const std::uint64_t held = explained_cells(*found), filled = found->answers.filled();
    const bool recoded = !found->recode.empty() && !found->against_the_rest;
    const bool to_fill = !found->answers.texts.empty();
    confidence[item.id] = fmt::format("{}: {}; {} of {} answers fit{}{}", words(m.confidence), m.how,
                                      with_thousands(to_fill ? found->answers.answers : held), with_thousands(filled),
                                      recoded ? " with the recode proposed" : "",
                                      to_fill ? ", and the texts in \"recode\" need their codes" : "");
    if (recoded) recode[item.id] = in_order(found->recode);
    if (to_fill) add_texts(finding, item, recode);
  }

  /// The texts of all items with the same codes: an answer that nobody gave to one item was given to another.
  static void add_texts(const InstrumentFinding& finding, const Item& item, Ordered& recode) {
    const auto same = [](const ResponseOption& a, const ResponseOption& b) { return a.code == b.code; };
    for (const ItemFinding& other : finding.findings) {
      const auto &a = item.options, &b = other.item->options;
      if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same)) continue;
      for (const auto& [text, n] : other.answers.texts)
        recode[item.id][text] = nullptr;
    }
    std::map<std::string, Ordered> sorted = recode[item.id];
    recode[item.id] = sorted;
  }

  /// One recode for every item with options, where all have the same.
  static Ordered for_all_items(const InstrumentFinding& finding, const Ordered& recode) {
    std::size_t with_options = 0;
    for (const ItemFinding& item : finding.findings)
      with_options += item.item->options.empty() ? 0U : 1U;
    const Ordered& first = recode.begin().value();
    const bool same = recode.size() > 1 && recode.size() == with_options &&
                      std::all_of(recode.begin(), recode.end(), [&](const Ordered& r) { return r == first; });
    return same ? Ordered{{"*", first}} : recode;
  }

  /// What looks wrong; items of which the same is to be said together.
  static void add_remarks(const InstrumentFinding& finding, Ordered& notes) {
    std::vector<std::pair<std::string, std::vector<std::string>>> remarks;
    for (const ItemFinding& item : finding.findings) {
      for (const std::string& remark : item.remarks) {
        auto same = std::find_if(remarks.begin(), remarks.end(), [&](const auto& r) { return r.first == remark; });
        if (same == remarks.end()) same = remarks.insert(remarks.end(), {remark, {}});
        same->second.push_back(item.item->id);
      }
    }
    for (const auto& [remark, ids] : remarks) {
      const std::string who =
          ids.size() < 3 ? join(ids, ", ") : fmt::format("{} items, {} .. {}", ids.size(), ids.front(), ids.back());
      notes.push_back(fmt::format("{}: {}", who, remark));
    }
  }

  std::string several(const Item& item, const ItemMatch& m) const {
    return fmt::format("{}: {} columns could be meant: {}", item.id, m.alternatives.size(), named(m.alternatives));
  }

  std::string named(const std::vector<std::uint32_t>& columns) const {
    constexpr std::size_t few = 6;
    std::vector<std::string> names;
    for (std::size_t k = 0; k < std::min(few, columns.size()); ++k)
      names.push_back(column_name(headings_, columns[k]));
    return join(names, ", ") + (columns.size() > few ? fmt::format(" and {} more", columns.size() - few) : "");
  }

  static Ordered in_order(const std::map<std::string, int>& recode) {
    std::vector<std::pair<std::string, int>> cells(recode.begin(), recode.end());
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Ordered out = Ordered::object();
    for (const auto& [text, code] : cells)
      out[text] = code;
    return out;
  }

  /// Numbers far from any code that stand in a fifth of the items or more. What 7, 8 or 9 means, nobody can know.
  static Ordered missing_codes(const InstrumentFinding& finding, Ordered& confidence) {
    std::map<int, std::size_t> items;
    for (const ItemFinding& f : finding.findings)
      for (const int number : f.scale.missing_looks)
        ++items[number];
    Ordered out = Ordered::object();
    for (const auto& [number, n] : items) {
      const bool far = number < -5 || number >= 66;
      if (!far) continue;
      out[std::to_string(number)] = "missing";
      confidence["missing"] = "medium: no answer has such a number; why it is missing the file does not say";
    }
    for (const std::string& mark : missing_marks(finding)) {
      out[mark] = "missing";
      confidence["missing"] = "high: a program's mark for no value";
    }
    for (const std::string& mark : marks_without_code(finding))
      out[mark] = nullptr;
    return out;
  }

  static std::set<std::string> missing_marks(const InstrumentFinding& finding) {
    std::set<std::string> out;
    for (const ItemFinding& f : finding.findings)
      for (const auto& [text, n] : f.answers.outside)
        if (is_missing_mark(text)) out.insert(text);
    return out;
  }

  /// A5 beside A1 to A4 that stand for codes: "not applicable" perhaps, or "don't know".
  static std::set<std::string> marks_without_code(const InstrumentFinding& finding) {
    std::set<std::string> out;
    for (const ItemFinding& f : finding.findings)
      for (const auto& [mark, n] : f.answers.marks)
        if (!f.recode.empty() && !f.recode.contains(mark)) out.insert(mark);
    return out;
  }

  const Inspection& in_;
  const FileLook& look_;
  const std::vector<std::string>& headings_;
  bool given_;
  Ordered out_, confidence_ = Ordered::object(), administrations_ = Ordered::array();
};

} // namespace

std::string proposed_map(const Inspection& inspection, bool instruments_given) {
  return Proposal(inspection, instruments_given).run();
}

Outcome<std::string> propose_map(const std::string& path, const SurveyRequest& request, FileStore& files) {
  Outcome<Inspection> inspection = inspect(path, request, files);
  Diagnostics kept;
  for (const Diagnostic& d : inspection.diagnostics.all())
    if (d.severity == Severity::error) kept.add(d);
  if (!inspection) return Outcome<std::string>::failure(std::move(kept));
  return {proposed_map(*inspection, !request.instruments.empty()), std::move(kept)};
}

} // namespace joinedup
