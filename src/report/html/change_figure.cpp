#include "report/html/change_figure.hpp"

#include "report/html/cells.hpp"
#include "report/html/page.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/strip.hpp"
#include "report/tables/result_row.hpp"

#include <algorithm>

namespace joinedup {
namespace {

struct Change {
  std::string name;
  Estimated estimate;
  bool whole = false;

  int sign() const { return *estimate.lower > 0 ? 1 : *estimate.upper < 0 ? -1 : 0; }
};

std::size_t count(const std::vector<Change>& changes, int sign) {
  return static_cast<std::size_t>(
      std::ranges::count_if(changes, [sign](const Change& c) { return !c.whole && c.sign() == sign; }));
}

/// "It rose in 3 and fell in 1 of 42 areas by more than sampling chance."
std::string finding_of(const std::string& what, const std::vector<Change>& changes) {
  const auto areas = static_cast<std::size_t>(std::ranges::count(changes, false, &Change::whole));
  return fmt::format("{} rose in {} and fell in {} of {} by more than sampling chance.", what, count(changes, 1),
                     count(changes, -1), counted(areas, "area", "areas"));
}

AxisScale scale_of(const std::vector<Change>& changes, double times) {
  Extent extent;
  extent.add(0);
  for (const Change& one : changes) {
    extent.add(*one.estimate.lower * times);
    extent.add(*one.estimate.upper * times);
  }
  return axis_scale(extent.low(), extent.high(), 5);
}

StripMark mark_of(const Change& change, double times) {
  const int sign = change.sign();
  StripMark out{.estimate = {}, .shape = "dot", .css = "no"};
  if (sign != 0) out.css = sign > 0 ? "hi" : "lo";
  if (sign != 0) out.shape = sign > 0 ? "up" : "down";
  if (change.whole) out.shape = "dia";
  out.estimate.value = *change.estimate.value * times;
  out.estimate.lower = *change.estimate.lower * times;
  out.estimate.upper = *change.estimate.upper * times;
  return out;
}

void append_chart(std::string& out, std::vector<Change> changes, const std::string& title, const std::string& finding,
                  const UnitStyle& style) {
  const double times = style.percent ? 100 : 1;
  std::ranges::stable_sort(changes, [](const Change& a, const Change& b) {
    return std::pair(!a.whole, -*a.estimate.value) < std::pair(!b.whole, -*b.estimate.value);
  });
  const AxisScale scale = scale_of(changes, times);
  constexpr std::size_t in_sight = 60;
  const bool folded = changes.size() > in_sight;
  put(out,
      "<figure class=\"chart\"><figcaption><h4>{}</h4><p><b>{}</b> Triangles: the 95 % interval lies above or below no "
      "change; dots: it holds no change; diamond: the whole.</p></figcaption>",
      escaped(title), escaped(finding));
  if (folded) put(out, "<details><summary>All {} rows of the chart</summary>", changes.size());
  put(out,
      "<table role=\"table\" class=\"two chg\"><caption class=\"vh\">{}, by area</caption><thead role=\"rowgroup\"><tr "
      "role=\"row\">{}{}{}</tr></thead><tbody role=\"rowgroup\">",
      escaped(title), heading_cell("nm", "Area"),
      heading_cell("st",
                   (style.percent ? "Change, percentage points" : "Change") + axis_svg(scale, std::nullopt, "", true)),
      heading_cell("n", "Change (95 % interval)"));
  for (const Change& one : changes)
    put(out,
        "<tr role=\"row\"{}><th role=\"rowheader\" scope=\"row\" class=\"nm\">{}</th><td role=\"cell\" "
        "class=\"st\">{}</td><td role=\"cell\" class=\"n\">{} ({} to {})</td></tr>",
        one.whole ? " class=\"tt\"" : "", escaped(one.name), strip_svg(scale, 0.0, mark_of(one, times)),
        shown_signed(*one.estimate.value * times, style.decimals),
        shown_signed(*one.estimate.lower * times, style.decimals),
        shown_signed(*one.estimate.upper * times, style.decimals));
  out += "</tbody></table>";
  if (folded) out += "</details>";
  out += "</figure>";
}

bool complete(const Estimated& e) { return e.value && e.lower && e.upper; }

std::vector<Change> changes_of(const RunResults& results, std::size_t k) {
  std::vector<Change> out;
  const auto add = [&](const AreaResult& area, const std::string& name) {
    if (k < area.indicators.size() && complete(area.indicators[k].estimate))
      out.push_back({name, area.indicators[k].estimate, area.level == Level::total});
  };
  add(results.total, results.total_name);
  for (const AreaResult& area : results.areas)
    add(area, list_name(area));
  return out;
}

} // namespace

void append_measured_changes(std::string& out, const ReportPage& page) {
  const RunResults& results = page.results;
  for (std::size_t k = 0; k < results.indicators.size(); ++k) {
    const IndicatorInfo& info = results.indicators[k];
    if (info.statistic != "mean change") continue;
    std::vector<Change> changes = changes_of(results, k);
    if (changes.empty()) continue;
    const std::string finding = finding_of("The mean of people's own scores", changes);
    append_chart(out, std::move(changes), "Change between waves: " + info.label, finding, unit_style(info));
  }
}

void append_wave_change(std::string& out, const ResultTable& table, const ReportPage& page) {
  std::vector<Change> changes;
  for (const std::vector<TableCell>& cells : table.rows) {
    const ResultRow row(table, cells);
    if (row.text("indicator") != "index") continue;
    Change one{row.text("area_name"), {}, row.text("level") == words(Level::total)};
    const auto area = std::ranges::find(page.results.areas, row.text("area_code"), &AreaResult::code);
    if (area != page.results.areas.end()) one.name = list_name(*area);
    if (one.whole) one.name = page.results.total_name;
    one.estimate.value = row.number("difference");
    one.estimate.lower = row.number("lowercl");
    one.estimate.upper = row.number("uppercl");
    changes.push_back(std::move(one));
  }
  if (changes.empty())
    put(out, "<p>{}</p>", escaped(table.finding));
  else
    append_chart(out, std::move(changes), "Index: change since the wave before", table.finding, {false, 1});
}

} // namespace joinedup
