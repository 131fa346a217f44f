#include "pipeline/inspect/inspection.hpp"

#include "base/text.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace joinedup {

namespace {

using Columns = std::set<std::vector<std::uint32_t>>;

Columns columns_of(const InstrumentFinding& finding) {
  Columns out;
  for (const ItemFinding& item : finding.findings)
    out.insert(item.columns);
  return out;
}

/// How the items were matched; several ways are all named.
std::string how_matched(const InstrumentMatch& match) {
  std::vector<std::string> ways;
  for (const ItemMatch& item : match.items) {
    if (!item.columns.empty() && std::find(ways.begin(), ways.end(), item.how) == ways.end()) ways.push_back(item.how);
  }
  constexpr std::size_t few = 2;
  if (ways.size() > few) return "as headings and question texts say";
  return join(ways, ", ");
}

/// Headings that only hold words of the items prove little: the answers must bear them out, all but all of them where
/// there is a single item, and that written as labels.
bool is_doubtful(const InstrumentMatch& match, const InstrumentFinding& finding) {
  const bool sure = std::any_of(match.items.begin(), match.items.end(),
                                [](const ItemMatch& i) { return i.confidence == Confidence::high; });
  if (sure) return false;
  std::uint64_t filled = 0, held = 0, labels = 0;
  for (const ItemFinding& f : finding.findings) {
    filled += f.answers.filled();
    held += explained_cells(f);
    labels += f.answers.labels;
  }
  const double share = filled == 0 ? 0.0 : static_cast<double>(held) / static_cast<double>(filled);
  constexpr double half = 0.5, nearly_all = 0.95;
  return share < half || (match.items.size() == 1 && (share < nearly_all || labels == 0));
}

InstrumentFinding finding_of(const MatchedLook& found, std::size_t a) {
  InstrumentFinding out;
  const AdministrationPlan& admin = found.look.plan.administrations[a];
  out.instrument = admin.instrument;
  out.name = administration_name(admin);
  out.how = how_matched(found.matches[a]);
  out.items = admin.items.size();
  out.findings = item_findings(found, a);
  out.found = out.findings.size();
  for (const ItemFinding& f : out.findings) {
    out.answers += f.answers.answers;
    out.filled += f.answers.filled();
  }
  out.doubtful = is_doubtful(found.matches[a], out);
  return out;
}

/// A heading such as "state" proves nothing where its cells are no profiles.
void forget_what_is_no_profile(Inspection& in) {
  const auto erase = [](auto& list, std::size_t at) { list.erase(list.begin() + static_cast<std::ptrdiff_t>(at)); };
  for (std::size_t a = in.instruments.size(); a-- > 0;) {
    if (!in.found.matches[a].profile || !in.instruments[a].doubtful) continue;
    erase(in.instruments, a);
    erase(in.found.matches, a);
    erase(in.found.look.plan.administrations, a);
    erase(in.found.look.pairs, a);
    erase(in.found.look.digits, a);
  }
}

void find_same(std::vector<InstrumentFinding>& all) {
  for (std::size_t a = 1; a < all.size(); ++a) {
    const Columns mine = columns_of(all[a]);
    for (std::size_t b = 0; b < a && !all[a].same_as; ++b) {
      if (all[b].doubtful) continue;
      const Columns theirs = columns_of(all[b]);
      if (std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end())) all[a].same_as = b;
    }
  }
}

std::vector<MissingFinding> missing_words(const std::vector<InstrumentFinding>& all) {
  std::map<std::pair<std::string, AnswerCode>, MissingFinding> out;
  std::set<std::pair<std::vector<std::uint32_t>, std::optional<std::uint8_t>>> seen;
  for (const InstrumentFinding& finding : all) {
    if (finding.doubtful) continue;
    for (const ItemFinding& item : finding.findings) {
      if (!seen.emplace(item.columns, item.digit).second) continue;
      for (const auto& [text, what] : item.answers.missing) {
        MissingFinding& m = out[{text, what.first}];
        m.text = text;
        m.reason = what.first;
        m.cells += what.second;
        ++m.items;
      }
    }
  }
  std::vector<MissingFinding> list;
  for (auto& [key, m] : out)
    list.push_back(std::move(m));
  return list;
}

/// The one instrument that is neither beaten, nor unclear, nor doubtful; none of several.
std::optional<std::size_t> best_fit(const Inspection& in) {
  std::optional<std::size_t> best;
  for (std::size_t a = 0; a < in.instruments.size(); ++a) {
    if (in.instruments[a].doubtful || in.rivals.beaten[a] || in.rivals.unclear[a]) continue;
    if (best && in.found.matches[a].instrument != in.found.matches[*best].instrument) return std::nullopt;
    best = best ? best : a;
  }
  return best;
}

/// Every questionnaire that is meant was found by item id or the tool's codes, and no scale needs mending.
bool all_by_plain_means(const Inspection& in) {
  for (std::size_t a = 0; a < in.instruments.size(); ++a) {
    if (in.instruments[a].doubtful || in.rivals.beaten[a]) continue;
    const std::vector<ItemMatch>& items = in.found.matches[a].items;
    const std::vector<ItemFinding>& findings = in.instruments[a].findings;
    const bool plain = std::all_of(items.begin(), items.end(),
                                   [](const ItemMatch& i) { return i.columns.empty() || i.how.starts_with("by "); });
    const bool right =
        std::all_of(findings.begin(), findings.end(), [](const ItemFinding& f) { return f.recode.empty(); });
    if (!plain || !right) return false;
  }
  return true;
}

/// A table of counts is scored as it is.
std::string count_step(const CountColumns& counts, const FileLook& look, const std::string& file) {
  const std::string set =
      counts.elsewhere.empty() ? "" : fmt::format(" --set {}.{}", counts.instrument->id, counts.elsewhere);
  const std::string by = counts.parent ? "\"" + column_name(look.header.headings, *counts.parent) + "\"" : "COLUMN";
  return fmt::format("joinedup score {0}{1} -o shares.csv; or sums by a parent: joinedup score {0}{1} --roll-up {2} -o "
                     "shares.csv",
                     file, set, by);
}

std::string next_step(const Inspection& in, const SurveyRequest& request) {
  const std::string file = record_name(in.path);
  if (!request.map.empty()) return fmt::format("joinedup score {} -m {} -o scores.csv", file, file_name(request.map));
  if (const auto& counts = in.found.counts) return count_step(*counts, in.found.look, file);
  if (in.found.look.header.tool.published && in.instruments.empty())
    return "no responses: ask for the record-level data, or give the table to an index as values of areas";
  const bool none = std::all_of(in.instruments.begin(), in.instruments.end(), [](const auto& f) { return f.doubtful; });
  if (none && !in.found.undecided.empty())
    return fmt::format("joinedup map propose {} -i {} > map.json, and fill in what it leaves null", file,
                       in.found.undecided.front().instrument->id);
  if (none)
    return fmt::format("write a map that names the column of each item, and give it with -m; joinedup map propose {} "
                       "-i INSTRUMENT > map.json makes a beginning; a file without headings needs --header-rows 0",
                       file);
  const std::string& question = in.rivals.question;
  if (!all_by_plain_means(in))
    return fmt::format("joinedup map propose {}{} > map.json", file, question.empty() ? "" : " -i INSTRUMENT");
  const auto best = best_fit(in);
  const auto& record = in.found.look.record;
  const std::string id = record ? column_name(in.found.look.header.headings, *record) : "COLUMN";
  return fmt::format("joinedup score {} -i {} --id {} -o scores.csv", file,
                     best ? in.found.matches[*best].instrument->id : "INSTRUMENT",
                     id.find(' ') == std::string::npos ? id : "\"" + id + "\"");
}

/// An inspection says itself what is wrong with answers, item by item.
Diagnostics without_answers(const Diagnostics& all) {
  constexpr std::array<std::string_view, 5> said_here{"J112", "J211", "J215", "J251", "J258"};
  Diagnostics out;
  for (const Diagnostic& d : all.all())
    if (std::find(said_here.begin(), said_here.end(), d.code) == said_here.end()) out.add(d);
  return out;
}

} // namespace

Outcome<Inspection> inspect(const std::string& path, const SurveyRequest& request, FileStore& files,
                            MissingColumns missing) {
  Outcome<MatchedLook> found = look_for_instruments(path, request, files, missing);
  Diagnostics diagnostics = without_answers(found.diagnostics);
  if (!found) return Outcome<Inspection>::failure(std::move(diagnostics));
  Inspection out{path, std::move(*found), {}, {}, {}, {}, {}, {}};
  for (std::size_t a = 0; a < out.found.look.plan.administrations.size(); ++a)
    out.instruments.push_back(finding_of(out.found, a));
  forget_what_is_no_profile(out);
  find_same(out.instruments);
  out.rivals = find_rivals(out.instruments);
  out.missing = missing_words(out.instruments);
  const KnownAreas known{Library(files)};
  const std::vector<std::string>& headings = out.found.look.header.headings;
  out.areas = area_columns(headings, out.found.look.columns, known);
  for (const AreaCodes& area : out.areas)
    out.area_sentences.push_back(area_words(area, headings[area.column], known));
  out.next = next_step(out, request);
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
