#include "pipeline/earlier_release.hpp"

#include "base/text.hpp"
#include "definitions/json_source.hpp"
#include "model/results_form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr const char* index_column = "index";

std::string text_of(const Json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void add_count(const Json& object, const std::string& code, EarlierRelease::Column& column) {
  const auto n = object.find("n");
  if (n != object.end() && n->is_number_unsigned() && !code.empty()) column[code] = n->get<std::uint64_t>();
}

void add_row(const Json& row, const std::map<std::string, std::string>& scores, EarlierRelease& out) {
  const std::string code = text_of(row, "area_code");
  if (!row.is_object()) return;
  if (!row.contains("n") || row["n"].is_null()) out.hidden.insert(code);
  add_count(row, code, out.columns[index_column]);
  const auto indicators = row.find("indicators");
  if (indicators == row.end() || !indicators->is_array()) return;
  for (const Json& one : *indicators) {
    const auto score = scores.find(text_of(one, "indicator"));
    if (score != scores.end() && one.is_object()) add_count(one, code, out.columns[score->second]);
  }
}

std::optional<std::uint64_t> shown_then(const EarlierRelease::Column& column, const std::string& code) {
  const auto found = column.find(code);
  return found == column.end() ? std::nullopt : std::optional(found->second);
}

std::size_t count_differences(const AreaResult& row) {
  const auto marked = [](const IndicatorResult& i) { return i.status.disclosure_difference; };
  return static_cast<std::size_t>(row.status.disclosure_difference) +
         static_cast<std::size_t>(std::count_if(row.indicators.begin(), row.indicators.end(), marked));
}

/// Rows that lack a number are no bars: whoever changed the file made them so.
void add_bars(const Json& root, const std::map<std::string, std::string>& scores, EarlierRelease& out) {
  const Json::json_pointer rows("/tables/distribution/rows");
  if (!root.contains(rows) || !root[rows].is_array()) return;
  for (const Json& row : root[rows]) {
    const auto score = scores.find(text_of(row, "indicator"));
    if (score == scores.end() || !row.contains("n") || !row["n"].is_number_unsigned()) continue;
    if (!row.contains("low") || !row["low"].is_number() || !row.contains("high") || !row["high"].is_number()) continue;
    out.bars[score->second].push_back(
        {row["low"].get<double>(), row["high"].get<double>(), row["n"].get<std::uint64_t>()});
  }
}

} // namespace

std::string measured(const IndicatorInfo& info) { return info.score.empty() ? info.id : info.score; }

Outcome<EarlierRelease> read_earlier_release(std::string_view text, const std::string& file) {
  Outcome<JsonSource> source = parse_json(text, file);
  if (!source) return Outcome<EarlierRelease>::failure(std::move(source.diagnostics));
  const Json& root = source->root();
  const auto has = [&root](const char* name) { return root.is_object() && root.contains(name); };
  const bool of_this_form = !has("format") || root["format"] == results_format;
  if (!of_this_form || !has("areas") || !has("total") || !has("indicators") || !root["areas"].is_array()) {
    Diagnostics faults;
    if (!of_this_form)
      faults.error("J617", {file, 0, 0, ""}, "these results have another form than this release reads",
                   "make them again with this release: joinedup benchmark on the earlier files");
    else
      faults.error("J617", {file, 0, 0, ""}, "these are no results of an earlier run",
                   "name the folder that joinedup benchmark wrote, or the results.json in it");
    return Outcome<EarlierRelease>::failure(std::move(faults));
  }
  EarlierRelease out;
  if (has("index")) out.index = text_of(root["index"], "id");
  if (has("geography")) out.geography = text_of(root["geography"], "id");
  std::map<std::string, std::string> scores;
  for (const Json& info : root["indicators"]) {
    const std::string id = text_of(info, "indicator"), score = text_of(info, "score");
    scores[id] = score.empty() ? id : score;
  }
  for (const char* level : {"areas", "regions"})
    if (has(level))
      for (const Json& row : root[level])
        add_row(row, scores, out);
  add_row(root["total"], scores, out);
  add_bars(root, scores, out);
  return {std::move(out), {}};
}

/// Areas that ended became parts of others; of an area that was divided nothing can be said.
EarlierCells EarlierColumns::cells_of(const EarlierRelease::Column& column, const Margins& margins) const {
  EarlierCells out;
  for (const std::string& code : margins.areas)
    out.areas.push_back(shown_then(column, code));
  for (const std::string& code : margins.regions)
    out.regions.push_back(shown_then(column, code));
  out.total = shown_then(column, results_.total_code);
  if (geography_ == nullptr) return out;
  std::map<std::string, EarlierCells::Sum> sums;
  for (std::size_t a = 0; a < margins.areas.size(); ++a) {
    const std::string& code = margins.areas[a];
    const auto area = std::find_if(geography_->areas.begin(), geography_->areas.end(),
                                   [&code](const Area& one) { return one.code == code; });
    if (area != geography_->areas.end() && area->successors.size() == 1 && !area->split) {
      const std::string& heir = area->successors.front();
      if (const auto n = shown_then(column, heir)) {
        sums[heir].n = *n;
        sums[heir].areas.push_back(a);
      }
    }
    EarlierCells::Parts parts{a, 0, false};
    bool any = false;
    for (const auto& [ended, heir] : geography_->succeeded_by) {
      if (heir != code) continue;
      const auto n = shown_then(column, ended);
      any = any || n;
      parts.some_hidden = parts.some_hidden || (!n && release_->hidden.contains(ended));
      parts.shown += n.value_or(0);
    }
    if (any) out.parts.push_back(parts);
  }
  for (auto& [heir, sum] : sums)
    out.sums.push_back(std::move(sum));
  return out;
}

HiddenCells EarlierColumns::hide(const std::string& name, const Margins& margins, const CellCounts& counts,
                                 std::uint64_t minimum, const OtherColumn& other) const {
  const auto column = release_->columns.find(name);
  if (column == release_->columns.end()) return hide_small_cells(margins, counts, minimum, other);
  return hide_differences(margins, counts, minimum, other, cells_of(column->second, margins));
}

HiddenCells EarlierColumns::hide_index(const Margins& margins, const CellCounts& counts, std::uint64_t minimum) const {
  if (release_ == nullptr || release_->index != results_.index.id)
    return hide_small_cells(margins, counts, minimum, {nullptr, nullptr, true});
  return hide(index_column, margins, counts, minimum, {nullptr, nullptr, true});
}

HiddenCells EarlierColumns::hide_indicator(std::size_t k, const Margins& margins, const CellCounts& counts,
                                           std::uint64_t minimum, const OtherColumn& other) const {
  if (release_ == nullptr) return hide_small_cells(margins, counts, minimum, other);
  return hide(measured(results_.indicators[k]), margins, counts, minimum, other);
}

Diagnostics compared_with_earlier(const EarlierRelease& release, const RunResults& results) {
  Diagnostics diagnostics;
  const bool common = std::any_of(results.indicators.begin(), results.indicators.end(),
                                  [&](const IndicatorInfo& info) { return release.columns.contains(measured(info)); });
  if (!common) {
    diagnostics.warning("J627", {}, "the earlier release measures nothing that this run measures: nothing was compared",
                        "--against names the results that were published of the same people");
    return diagnostics;
  }
  std::size_t hidden = count_differences(results.total);
  for (const auto* rows : {&results.areas, &results.regions})
    for (const AreaResult& row : *rows)
      hidden += count_differences(row);
  diagnostics.note("J619", {},
                   hidden == 0
                       ? "no figure tells more beside the earlier release than by itself"
                       : fmt::format("{} hidden, since the difference from the earlier release would rest on fewer "
                                     "than {} people",
                                     hidden == 1 ? "1 figure is" : fmt::format("{} figures are", hidden),
                                     results.study.disclosure.minimum));
  return diagnostics;
}

} // namespace joinedup
