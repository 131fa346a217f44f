// Answers such as "don't know": how many, and what the other rule for them would do to each area (RULINGS R36).
#include "report/html/page.hpp"
#include "report/html/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

std::string name_of(const RunResults& results, const std::string& code) {
  const auto found = std::ranges::find(results.areas, code, &AreaResult::code);
  if (found == results.areas.end()) return results.total_name;
  return found->short_name.empty() ? (found->name.empty() ? found->code : found->name) : found->short_name;
}

std::string label_of(const RunResults& results, const std::string& indicator) {
  const auto found = std::ranges::find(results.indicators, indicator, &IndicatorInfo::id);
  return found == results.indicators.end() ? indicator : found->label;
}

void append_area(std::string& out, const RunResults& results, const CatchAllArea& area) {
  constexpr int decimals = 2;
  put(out, "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td>",
      escaped(name_of(results, area.code)), shown_percent(area.share),
      area.index_moved ? shown_signed(*area.index_moved, decimals) : "");
  for (const auto& [indicator, moved] : area.moved)
    put(out, "<td class=\"n\">{}</td>", moved ? shown_signed(*moved, decimals) : "");
  out += "</tr>";
}

void append_instrument(std::string& out, const RunResults& results, const CatchAllResult& one) {
  std::vector<std::string> items;
  for (const auto& [item, share] : one.items)
    if (share > 0) items.push_back(fmt::format("{} {} %", item, shown_percent(share)));
  put(out,
      "<h3>Answers like \xE2\x80\x9C"
      "don\xE2\x80\x99t know\xE2\x80\x9D</h3><p>In {} they count as {} here, and could count as {}. They are {} % of "
      "its "
      "answers{}. The table says how far each area would move under the other rule.</p><details><summary>What the "
      "other rule would do, area by area</summary><div class=\"scroll\" role=\"region\" aria-label=\"The other rule\" "
      "tabindex=\"0\"><table class=\"qw\"><caption class=\"vh\">What the other rule would do</caption><thead><tr><th "
      "scope=\"col\">Area</th><th scope=\"col\" class=\"n\">Share %</th><th scope=\"col\" class=\"n\">Index, "
      "points</th>",
      escaped(one.instrument), escaped(one.in_force), escaped(one.other), shown_percent(one.total.share),
      items.empty() ? "" : ": " + escaped(listed(items)));
  for (const auto& [indicator, moved] : one.total.moved)
    put(out, "<th scope=\"col\" class=\"n\">{}</th>", escaped(label_of(results, indicator)));
  out += "</tr></thead><tbody>";
  for (const CatchAllArea& area : one.areas)
    append_area(out, results, area);
  append_area(out, results, one.total);
  out += "</tbody></table></div></details>";
}

} // namespace

void append_catch_all(std::string& out, const ReportPage& page) {
  for (const CatchAllResult& one : page.results.catch_all)
    append_instrument(out, page.results, one);
}

} // namespace joinedup
