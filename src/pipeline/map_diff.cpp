#include "pipeline/map_diff.hpp"

#include "base/text.hpp"
#include "base/visible.hpp"
#include "pipeline/column_changes.hpp"
#include "pipeline/inspect/inspect_lines.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace joinedup {

namespace {

/// Columns said already, and places in a column of profiles.
using SeenItems = std::set<std::pair<std::vector<std::uint32_t>, std::optional<std::uint8_t>>>;

/// An accepted code that one file lacks is told only when chance is a poor reason: at its share in the other file, so
/// many answers would all miss it less than once in a thousand files.
bool not_by_chance(std::uint64_t n, std::uint64_t of, std::uint64_t answers_without) {
  if (n == 0 || of == 0 || answers_without == 0) return false;
  const double share = static_cast<double>(n) / static_cast<double>(of);
  return share >= 1 || static_cast<double>(answers_without) * std::log1p(-share) < std::log(0.001);
}

class ExportComparison {
public:
  ExportComparison(const Inspection& before, const Inspection& after) : before_(before), after_(after) {}

  std::vector<Change> run() {
    out_ = header_changes(before_.found.look.header, after_.found.look.header);
    compare_instruments();
    compare_areas();
    compare_records();
    return std::move(out_);
  }

private:
  void add(std::string kind, std::string subject, std::string what, bool drift = true) {
    out_.push_back({std::move(kind), std::move(subject), std::move(what), drift});
  }

  static const InstrumentFinding* named(const Inspection& in, const std::string& name) {
    const auto found = std::find_if(in.instruments.begin(), in.instruments.end(),
                                    [&](const InstrumentFinding& f) { return f.name == name && !f.doubtful; });
    return found == in.instruments.end() ? nullptr : &*found;
  }

  void compare_instruments() {
    SeenItems said; // two questionnaires may read the same columns
    for (const InstrumentFinding& now : after_.instruments) {
      if (now.doubtful) continue;
      const InstrumentFinding* old = named(before_, now.name);
      if (old == nullptr)
        add("instrument", now.name, "was not there before");
      else
        compare_items(*old, now, said);
    }
    for (const InstrumentFinding& old : before_.instruments)
      if (!old.doubtful && named(after_, old.name) == nullptr) add("instrument", old.name, "is no longer found");
  }

  void compare_items(const InstrumentFinding& old, const InstrumentFinding& now, SeenItems& said) {
    const auto find = [](const InstrumentFinding& f, const std::string& id) -> const ItemFinding* {
      const auto found =
          std::find_if(f.findings.begin(), f.findings.end(), [&](const ItemFinding& i) { return i.item->id == id; });
      return found == f.findings.end() ? nullptr : &*found;
    };
    for (const ItemFinding& item : now.findings) {
      if (!said.emplace(item.columns, item.digit).second) continue;
      if (const ItemFinding* was = find(old, item.item->id))
        compare_answers(item.item->id, was->answers, item.answers);
      else
        add("item", item.item->id, "was not there before");
    }
    for (const ItemFinding& item : old.findings)
      if (find(now, item.item->id) == nullptr) add("item", item.item->id, "has no column any more");
  }

  void compare_answers(const std::string& id, const ItemAnswers& old, const ItemAnswers& now) {
    std::vector<std::string> came, gone;
    for (const auto& [code, n] : now.codes)
      if (!old.codes.contains(code) && not_by_chance(n, now.answers, old.answers)) came.push_back(std::to_string(code));
    for (const auto& [code, n] : old.codes)
      if (!now.codes.contains(code) && not_by_chance(n, old.answers, now.answers)) gone.push_back(std::to_string(code));
    for (const auto member : {&ItemAnswers::outside, &ItemAnswers::marks}) {
      for (const auto& [text, n] : now.*member)
        if (!(old.*member).contains(text)) came.push_back(text);
      for (const auto& [text, n] : old.*member)
        if (!(now.*member).contains(text)) gone.push_back(text);
    }
    if (!came.empty()) add("codes", id, "new: " + join(came, ", "));
    if (!gone.empty()) add("codes", id, "gone: " + join(gone, ", "));
    if (old.other_texts == 0 && now.other_texts > 0)
      add("codes", id, fmt::format("{} cells now hold texts that are no answers", with_thousands(now.other_texts)));
    for (const auto& [text, what] : now.missing)
      if (!text.empty() && !old.missing.contains(text))
        add("missing", id, fmt::format("{} is new ({})", text, missing_words(what.first)));
  }

  void compare_areas() {
    if (before_.areas.empty() && after_.areas.empty()) return;
    if (before_.areas.empty() || after_.areas.empty()) {
      add("area", "", after_.areas.empty() ? "no column of areas is found any more" : "a column of areas is new");
      return;
    }
    const auto codes = [](const Inspection& in) { return in.found.look.columns[in.areas.front().column].texts; };
    const auto old = codes(before_), now = codes(after_);
    const auto compare = [&](const auto& here, const auto& there, const char* what) {
      std::vector<std::string> shown;
      std::size_t hidden = 0;
      for (const auto& [code, n] : here) {
        if (there.contains(code)) continue;
        if (may_be_named(code))
          shown.push_back(code);
        else
          ++hidden;
      }
      if (hidden > 0) shown.push_back(fmt::format("{} other texts", hidden));
      if (!shown.empty()) add("area", "", fmt::format("{}: {}", what, join(shown, ", ")));
    };
    compare(now, old, "new");
    compare(old, now, "gone");
  }

  /// A code is named when a geography knows it or has codes of that form; others could be people's words.
  bool may_be_named(const std::string& code) const {
    const auto in = [&](const AreaCodes& a) { return a.known_texts.contains(code) || a.unknown_codes.contains(code); };
    return in(before_.areas.front()) || in(after_.areas.front());
  }

  void compare_records() {
    const FileLook &old = before_.found.look, &now = after_.found.look;
    if (old.summary.records != now.summary.records)
      add("records", "",
          fmt::format("{} before, {} now", with_thousands(old.summary.records), with_thousands(now.summary.records)),
          false);
  }

  const Inspection &before_, &after_;
  std::vector<Change> out_;
};

} // namespace

std::vector<Change> changes_between(const Inspection& before, const Inspection& after) {
  return ExportComparison(before, after).run();
}

Outcome<std::vector<Change>> diff_exports(const std::string& before, const std::string& after,
                                          const SurveyRequest& request, FileStore& files) {
  Diagnostics diagnostics;
  const auto look = [&](const std::string& path) {
    Outcome<Inspection> out = inspect(path, request, files, MissingColumns::are_left_out);
    for (const Diagnostic& d : out.diagnostics.all())
      if (d.severity == Severity::error) diagnostics.add(d);
    return out;
  };
  const Outcome<Inspection> old = look(before), now = look(after);
  if (!old || !now) return Outcome<std::vector<Change>>::failure(std::move(diagnostics));
  return {changes_between(*old, *now), std::move(diagnostics)};
}

std::string changes_json(const std::string& before, const std::string& after, const std::vector<Change>& changes) {
  nlohmann::ordered_json out;
  out["before"] = record_name(before);
  out["after"] = record_name(after);
  out["drift"] = std::any_of(changes.begin(), changes.end(), [](const Change& c) { return c.drift; });
  out["changes"] = nlohmann::ordered_json::array();
  for (const Change& c : changes)
    out["changes"].push_back({{"kind", c.kind}, {"subject", c.subject}, {"what", c.what}, {"drift", c.drift}});
  return visible_json(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

} // namespace joinedup
