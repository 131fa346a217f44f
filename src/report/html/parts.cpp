// The contributions of an area as a waterfall: totals as marks (the axis is cut), parts as floating bars.
#include "report/html/page.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/html/waterfall.hpp"
#include "report/svg/strip.hpp"

#include "base/text.hpp"

namespace joinedup {
namespace {

AxisScale scale_of(const Waterfall& w) {
  Extent extent;
  extent.add(w.start);
  extent.add(w.end);
  for (const WaterfallStep& step : w.steps)
    extent.add(step.to);
  const double room = std::max((extent.high() - extent.low()) * 0.04, 0.2);
  return axis_scale(extent.low() - room, extent.high() + room, 6);
}

void append_total(std::string& out, std::string_view label, double value, const std::string& svg) {
  put(out,
      "<tr class=\"tt\"><th scope=\"row\">{}</th><td class=\"n\"></td><td class=\"n\">{}</td><td "
      "class=\"st\">{}</td></tr>",
      label, shown(value, waterfall_decimals), svg);
}

void append_step(std::string& out, const AxisScale& scale, const WaterfallStep& step) {
  const std::string_view css = step.points() < 0 ? "lo" : "hi";
  put(out, "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"st\">{}</td></tr>",
      escaped(step.label), step.weight > 0 ? shown_percent(step.weight) : "",
      shown_signed(step.points(), waterfall_decimals), bar_svg(scale, step.from, step.to, css));
}

} // namespace

void append_parts(std::string& out, const ReportPage& page, const AreaResult& area) {
  const Waterfall w = waterfall(page.results, area);
  if (w.steps.empty()) return;
  const AxisScale scale = scale_of(w);
  const std::string whole = escaped(page.results.total_name.empty() ? "All areas" : page.results.total_name);
  const std::string name = escaped(list_name(area));
  put(out,
      "<h4>{}</h4><p class=\"sub\">Index points: {}. The axis starts at {}, so read the bars by their length.</p>"
      "<table class=\"wf\"><caption class=\"vh\">From {} to {}, part by part</caption><thead><tr><th "
      "scope=\"col\">Step</th><th "
      "scope=\"col\" class=\"n\">Weight %</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" "
      "class=\"st\"><span class=\"vh\">"
      "Chart of the steps</span>{}</th></tr></thead><tbody>",
      escaped(parts_heading(page.results, area)), equation(w), shown(scale.low, scale.decimals()), whole, name,
      axis_svg(scale, std::nullopt, "", false));
  append_total(out, whole, w.start, total_svg(scale, w.start, "dia", "no", true));
  for (const WaterfallStep& step : w.steps)
    append_step(out, scale, step);
  const int level = page.wording.level(area.comparison.band_sampling);
  append_total(out, name, w.end,
               total_svg(scale, w.end, area.status.partial ? "box" : level_shape(level), level_class(level), false));
  out += "</tbody></table>";
}

} // namespace joinedup
