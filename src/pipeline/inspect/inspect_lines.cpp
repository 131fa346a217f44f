#include "pipeline/inspect/inspect_lines.hpp"

#include "base/text.hpp"
#include "exports/dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace joinedup {

namespace {

constexpr std::array<std::array<std::string_view, 2>, 6> reasons = {{{"missing", "missing"},
                                                                     {"not_shown", "not shown"},
                                                                     {"unanswered", "seen and unanswered"},
                                                                     {"not_applicable", "not applicable"},
                                                                     {"suppressed", "suppressed"},
                                                                     {"user_missing", "declared missing"}}};

std::string plural(std::uint64_t n, const std::string& one) {
  return with_thousands(n) + " " + one + (n == 1 ? "" : "s");
}

class Lines {
public:
  explicit Lines(const Inspection& in) : in_(in), header_(in.found.look.header) {}

  std::vector<InspectLine> run() {
    say_file();
    say_tool();
    say_instruments();
    say_columns();
    say_answers();
    say_missing();
    say_records();
    say("next", in_.next);
    return std::move(lines_);
  }

private:
  void say(std::string name, std::string text) { lines_.push_back({std::move(name), std::move(text)}); }

  void say_file() {
    const Dialect& d = header_.dialect;
    const ReadSummary& summary = in_.found.look.summary;
    std::vector<std::string> parts;
    if (!d.container.empty()) {
      parts.push_back(d.container);
    } else {
      parts.push_back(d.encoding + (d.byte_order_mark ? " with byte order mark" : ""));
      parts.emplace_back(delimiter_words(d.delimiter));
      parts.emplace_back(d.newline == '\r' ? "CR" : d.crlf ? "CRLF" : "LF");
      const std::uint32_t rows = header_.tool.header_rows;
      parts.push_back(fmt::format("{} on line {}", rows == 1 ? "headings" : fmt::format("{} rows of headings", rows),
                                  d.header_line));
    }
    parts.push_back(fmt::format("{} columns", header_.headings.size()));
    parts.push_back(fmt::format("{} in {}", plural(summary.records, "record"), plural(summary.lines, "line")));
    say(in_.found.look.name, join(parts, ", "));
    for (const std::string& evidence : d.evidence)
      say("", evidence);
  }

  void say_tool() {
    const SurveyTool& tool = header_.tool;
    if (tool.id.empty() || tool.id == "csv") return;
    const std::string layout = tool.confidence == "VERIFIED" ? "" : fmt::format("; layout {}", tool.confidence);
    say("looks like", fmt::format("{} ({}{})", tool.name, join(tool.evidence, ", "), layout));
  }

  std::string columns_of(const InstrumentFinding& f) const {
    if (f.findings.empty()) return {};
    const auto name = [&](const ItemFinding& item) { return header_.headings[item.columns.front()]; };
    const std::string first = name(f.findings.front()), last = name(f.findings.back());
    return first == last ? fmt::format(" ({})", first) : fmt::format(" ({} .. {})", first, last);
  }

  void say_instruments() {
    if (const auto& counts = in_.found.counts)
      say("instruments",
          counts->instrument->id + "  a published table of counts, a row an organisation: it needs no map");
    else if (!in_.found.undecided.empty())
      say_undecided();
    else if (in_.instruments.empty())
      say("instruments", "none: no heading is an item id that joinedup knows or speaks of one, and no map was given");
    bool first = !in_.found.counts && in_.found.undecided.empty();
    for (const std::size_t a : in_order()) {
      const InstrumentFinding& f = in_.instruments[a];
      const std::string title = first ? "instruments" : "";
      first = false;
      if (f.doubtful) {
        say(title, fmt::format("{}  perhaps: {}{}, but the answers do not bear it out", f.name, f.how, columns_of(f)));
        continue;
      }
      if (in_.rivals.beaten[a]) {
        say(title, fmt::format("{}  {} of {} items in the same columns, {} of {} answers as expected", f.name, f.found,
                               f.items, with_thousands(f.answers), with_thousands(f.filled)));
        continue;
      }
      const std::string what =
          f.same_as && !in_.rivals.beaten[*f.same_as]
              ? ", the same columns"
              : fmt::format(" {}{}{}", f.how.starts_with("by ") || f.how.starts_with("as ") ? "" : "because ", f.how,
                            columns_of(f));
      say(title, fmt::format("{}  {} of {} items{}", f.name, f.found, f.items, what));
      for (std::size_t i = 0; i < in_.found.matches[a].items.size(); ++i)
        say_alternatives(in_.found.matches[a], i);
    }
    if (!in_.rivals.question.empty()) say("", in_.rivals.question);
  }

  /// Rivals whose columns cannot be told apart.
  void say_undecided() {
    std::vector<std::string> options;
    for (const InstrumentMatch& match : in_.found.undecided) {
      const auto several = std::count_if(match.items.begin(), match.items.end(),
                                         [](const ItemMatch& i) { return !i.alternatives.empty(); });
      say(options.empty() ? "instruments" : "",
          fmt::format("{}  perhaps: {} of {} items, each with several columns that could be meant",
                      match.instrument->id, several, match.items.size()));
      if (options.empty())
        for (std::size_t i = 0; i < match.items.size(); ++i)
          say_alternatives(match, i);
      options.push_back("-i " + match.instrument->id);
    }
    say("",
        fmt::format("the headings do not tell: say which with {}, and its columns in a map", join(options, " or ")));
  }

  /// Those that are meant first.
  std::vector<std::size_t> in_order() const {
    std::vector<std::size_t> out(in_.instruments.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::stable_partition(out.begin(), out.end(),
                          [&](std::size_t a) { return !in_.rivals.beaten[a] && !in_.instruments[a].doubtful; });
    return out;
  }

  void say_alternatives(const InstrumentMatch& match, std::size_t i) {
    const ItemMatch& item = match.items[i];
    if (item.alternatives.empty()) return;
    std::vector<std::string> names;
    constexpr std::size_t few = 4;
    for (std::size_t c = 0; c < std::min(few, item.alternatives.size()); ++c)
      names.push_back(header_.headings[item.alternatives[c]]);
    say("", fmt::format("  {} could be any of {} columns: {}{}", match.instrument->items[i].id,
                        item.alternatives.size(), join(names, ", "), item.alternatives.size() > few ? " ..." : ""));
  }

  void say_columns() {
    std::vector<std::string> parts;
    if (const auto& record = in_.found.look.record) parts.push_back("record id " + header_.headings[*record]);
    for (const std::string& area : in_.area_sentences)
      parts.push_back("area " + area);
    if (in_.areas.empty())
      parts.emplace_back("no column holds codes of a geography that joinedup knows; --area names any column");
    for (std::size_t k = 0; k < parts.size(); ++k)
      say(k == 0 ? "columns" : "", parts[k]);
  }

  void say_answers() {
    bool first = true;
    bool unclear_said = false;
    for (std::size_t a = 0; a < in_.instruments.size(); ++a) {
      const InstrumentFinding& f = in_.instruments[a];
      if (f.doubtful || f.findings.empty() || in_.rivals.beaten[a]) continue;
      say(first ? "answers" : "",
          fmt::format("{}  {} of {} answers as expected", f.name, with_thousands(f.answers), with_thousands(f.filled)));
      first = false;
      if (in_.rivals.unclear[a] && unclear_said && f.same_as) continue; // equally well: once is enough
      unclear_said = unclear_said || in_.rivals.unclear[a];
      say_usual(f);
      say_odd(f);
    }
  }

  /// Items as expected, those with the same codes in one line.
  void say_usual(const InstrumentFinding& f) {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const ItemFinding& item : f.findings) {
      if (!item.as_expected()) continue;
      const std::string found = runs_of(item.answers.codes), expected = runs_of(*item.item);
      const std::string key = fmt::format("{} found, {} expected", found, expected);
      auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == key; });
      if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
      group->second.push_back(item.item->id);
    }
    constexpr std::size_t few = 4;
    for (const auto& [key, ids] : groups)
      say("", fmt::format("  {}  {}", ids.size() <= few ? join(ids, ", ") : fmt::format("{} items", ids.size()), key));
  }

  /// Items with something to remark, those with the same remarks together.
  void say_odd(const InstrumentFinding& f) {
    std::vector<std::vector<const ItemFinding*>> groups;
    for (const ItemFinding& item : f.findings) {
      if (item.as_expected()) continue;
      auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) {
        return g.front()->remarks == item.remarks && g.front()->recode == item.recode;
      });
      if (group == groups.end()) group = groups.insert(groups.end(), std::vector<const ItemFinding*>{});
      group->push_back(&item);
    }
    for (const auto& group : groups)
      say_group(group);
  }

  void say_group(const std::vector<const ItemFinding*>& group) {
    const ItemFinding& item = *group.front();
    const std::string& heading = header_.headings[item.columns.front()];
    const std::string column = heading == item.item->id ? "" : fmt::format(" ({})", heading);
    const std::string name =
        group.size() == 1 ? item.item->id + column
                          : fmt::format("{} items, {} .. {}", group.size(), item.item->id, group.back()->item->id);
    for (const std::string& remark : item.remarks)
      say("", fmt::format("  {}  {}", name, remark));
    if (!item.recode.empty())
      say("", fmt::format("    hint: \"recode\": {{{}{}}} in a map", recode_text(item.item->id, item.recode),
                          group.size() > 1 ? ", and so on" : ""));
  }

  void say_missing() {
    std::vector<std::string> parts;
    for (const MissingFinding& m : in_.missing) {
      const std::string where = fmt::format("{} of {}", plural(m.cells, "cell"), plural(m.items, "item"));
      if (m.text.empty())
        parts.push_back(fmt::format("blank in {}{}", where,
                                    m.reason == answer::missing ? "" : fmt::format(" ({})", missing_words(m.reason))));
      else
        parts.push_back(fmt::format("{} in {} ({}{})", m.text, where, missing_words(m.reason),
                                    m.text == "NA" && m.reason == answer::not_applicable
                                        ? "; R writes NA for a missing answer: --missing NA:missing"
                                        : ""));
    }
    if (in_.instruments.empty()) return;
    say("missing", parts.empty() ? "no item cell is missing" : join(parts, ", "));
  }

  void say_records() {
    const FileLook& look = in_.found.look;
    std::vector<std::string> parts;
    for (std::size_t k = 1; k < drop_reasons; ++k) {
      if (look.summary.dropped[k] > 0)
        parts.push_back(
            fmt::format("{} {}", plural(look.summary.dropped[k], "record"), words(static_cast<DropReason>(k))));
    }
    if (look.record)
      parts.push_back(
          fmt::format("{} repeated {}{}", with_thousands(look.repeated_ids), look.repeated_ids == 1 ? "id" : "ids",
                      look.all_ids_seen ? "" : fmt::format(" among the first {}", with_thousands(most_ids))));
    if (!parts.empty()) say("records", join(parts, ", "));
  }

  const Inspection& in_;
  const SurveyHeader& header_;
  std::vector<InspectLine> lines_;
};

} // namespace

std::string_view missing_name(AnswerCode reason) {
  return reasons[static_cast<std::size_t>(reason - answer::missing)][0];
}

std::string_view missing_words(AnswerCode reason) {
  return reasons[static_cast<std::size_t>(reason - answer::missing)][1];
}

std::vector<InspectLine> inspect_lines(const Inspection& inspection) { return Lines(inspection).run(); }

} // namespace joinedup
