#include "report/svg/histogram.hpp"

#include "report/html/text.hpp"
#include "report/svg/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace joinedup {
namespace {

constexpr double width = 560, height = 292; // units of the drawing
constexpr double left = 60, right = 536, top = 48, bottom = 222;
constexpr double row_of_names = 20;   // names of zones stand above the bars, in two rows where they are long
constexpr double widest_letter = 13;  // as drawn on a phone
constexpr double gap_of_states = 0.1; // of a bar's width on each side

struct Plane {
  double low, high;
  AxisScale up; // per cent
  double x(double value) const { return left + (right - left) * (value - low) / (high - low); }
  double y(double percent) const { return bottom - (bottom - top) * up.percent(percent) / 100; }
};

double percent_a_unit(const HistogramBar& bar, double unit) { return 100 * bar.share / (bar.high - bar.low) * unit; }

Plane plane_of(const Histogram& histogram) {
  double most = 0;
  for (const HistogramBar& bar : histogram.bars)
    most = std::max(most, percent_a_unit(bar, histogram.unit));
  constexpr int steps = 4;
  AxisScale up = axis_scale(0, most, steps);
  if (most <= 100 && up.high > 100) up = {0, 100, 20};
  return {histogram.bars.front().low, histogram.bars.back().high, up};
}

std::string text_svg(std::string_view css, double x, double y, std::string_view text) {
  return fmt::format("<text{} x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", css, x, y, text);
}

bool too_long(const Plane& plane, const HistogramZone& zone) {
  return static_cast<double>(zone.name.size()) * widest_letter > plane.x(zone.high) - plane.x(zone.low);
}

std::string zones_svg(const Plane& plane, const std::vector<HistogramZone>& zones) {
  std::string out;
  const bool two_rows = std::ranges::any_of(zones, [&](const HistogramZone& zone) { return too_long(plane, zone); });
  const double above = top - (two_rows ? 2 : 1) * row_of_names;
  for (std::size_t k = 0; k < zones.size(); ++k) {
    const double from = plane.x(zones[k].low), to = plane.x(zones[k].high);
    if (k % 2 == 0)
      out += fmt::format("<rect class=\"zn\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\"/>", from, above,
                         to - from, bottom - above);
    if (k > 0)
      out +=
          fmt::format("<line class=\"zl\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>", from, above, bottom);
    const double row = two_rows && k % 2 == 0 ? top - 1.35 * row_of_names : top - 0.35 * row_of_names;
    out += text_svg(" class=\"zt\"", (from + to) / 2, row, escaped(zones[k].name));
  }
  return out;
}

std::string axes_svg(const Plane& plane, const Histogram& histogram, const HistogramWords& words) {
  std::string out;
  std::vector<double> ups = plane.up.inner_ticks();
  ups.push_back(plane.up.high);
  for (const double tick : ups)
    out += fmt::format("<line class=\"gr\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>", left, right,
                       plane.y(tick)) +
           text_svg(" class=\"e\"", left - 8, plane.y(tick) + 5, shown(tick, plane.up.decimals()) + " %");
  if (histogram.states.size() == histogram.bars.size()) {
    for (std::size_t b = 0; b < histogram.bars.size(); ++b)
      out += text_svg(" class=\"tx\"", plane.x((histogram.bars[b].low + histogram.bars[b].high) / 2), bottom + 22,
                      escaped(histogram.states[b]));
  } else {
    for (const double tick : axis_scale(plane.low, plane.high).inner_ticks())
      out += fmt::format("<line class=\"rf\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>", plane.x(tick),
                         bottom, bottom + 5) +
             text_svg(" class=\"tx\"", plane.x(tick), bottom + 22,
                      shown(tick, axis_scale(plane.low, plane.high).decimals()));
  }
  return out + text_svg(" class=\"nx\"", (left + right) / 2, bottom + 48, escaped(words.across));
}

std::string bar_svg(const Plane& plane, const HistogramBar& bar, const Histogram& histogram) {
  const double gap = histogram.states.empty() ? 0 : (bar.high - bar.low) * gap_of_states;
  const double from = plane.x(bar.low + gap), to = plane.x(bar.high - gap);
  const double peak = plane.y(percent_a_unit(bar, histogram.unit));
  return fmt::format("<rect class=\"br\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
                     "height=\"{:.1f}\"><title>{}</title></rect>",
                     from, peak, to - from, bottom - peak, escaped(bar.description));
}

} // namespace

std::string histogram_svg(const Histogram& histogram, const HistogramWords& words) {
  const Plane plane = plane_of(histogram);
  std::string out = fmt::format("<svg class=\"hst\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-title "
                                "{2}-desc\"><title id=\"{2}-title\">{3}</title><desc id=\"{2}-desc\">{4}</desc>",
                                width, height, escaped(words.id), escaped(words.title), escaped(words.description));
  out += zones_svg(plane, histogram.zones) + axes_svg(plane, histogram, words);
  for (const HistogramBar& bar : histogram.bars)
    out += bar_svg(plane, bar, histogram);
  out += fmt::format("<line class=\"rf\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>", left, right, bottom);
  return out + "</svg>";
}

} // namespace joinedup
