#include "report/svg/funnel.hpp"

#include "report/html/text.hpp"
#include "report/svg/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {
namespace {

constexpr double left = 56, right = 630, top = 12, bottom = 340; // units of the drawing: where the axes run
constexpr double width = 640, height = 392;
constexpr double inner = 1.959963984540054, outer = 3.090232306167813; // limits of 95 % and 99.8 %
constexpr int curve_steps = 60;

struct Plane {
  AxisScale precision, gap;
  double x(double value) const { return left + (right - left) * precision.percent(value) / 100; }
  double y(double value) const { return bottom - (bottom - top) * gap.percent(value) / 100; }
};

Plane plane_of(const std::vector<FunnelPoint>& points) {
  Extent precision, gap;
  precision.add(0);
  for (const FunnelPoint& point : points) {
    precision.add(1 / point.se);
    for (const double sign : {-1.0, 1.0})
      gap.add(sign * std::max(std::abs(point.difference), inner * point.se));
  }
  return {axis_scale(precision.low(), precision.high()), axis_scale(gap.low(), gap.high())};
}

/// One limit from where it enters the drawing to its right end.
std::string limit_svg(const Plane& plane, double z, const char* css) {
  const double edge = z > 0 ? plane.gap.high : plane.gap.low;
  const double from = std::max(z / edge, plane.precision.high / 1000), to = plane.precision.high;
  if (!(from < to)) return {};
  std::string out = fmt::format("<polyline class=\"{}\" points=\"", css);
  for (int step = 0; step <= curve_steps; ++step) {
    const double at = from + (to - from) * step / curve_steps;
    out += fmt::format("{}{:.1f},{:.1f}", step == 0 ? "" : " ", plane.x(at), plane.y(z / at));
  }
  return out + "\"/>";
}

std::string axes_svg(const Plane& plane) {
  std::string out;
  for (const double tick : plane.gap.inner_ticks())
    out += fmt::format(
        "<line class=\"gr\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/><text class=\"e\" x=\"{3}\" "
        "y=\"{4:.1f}\">{5}</text>",
        left, right, plane.y(tick), left - 8, plane.y(tick) + 5, shown_signed(tick, plane.gap.decimals()));
  for (const double tick : plane.precision.inner_ticks())
    out += fmt::format("<text class=\"tx\" x=\"{:.1f}\" y=\"{}\">{}</text>", plane.x(tick), bottom + 20,
                       shown(tick, plane.precision.decimals()));
  out +=
      fmt::format("<line class=\"rf\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>", left, right, plane.y(0));
  return out + fmt::format("<text class=\"nx\" x=\"{:.1f}\" y=\"{}\">Precision: 1 / standard error</text>",
                           (left + right) / 2, bottom + 44);
}

std::string point_svg(const Plane& plane, const FunnelPoint& point) {
  return fmt::format("<g class=\"m {}\"><title>{}</title><use href=\"#{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"12\" "
                     "height=\"12\"/></g>",
                     point.css, escaped(point.description), point.shape, plane.x(1 / point.se) - 6,
                     plane.y(point.difference) - 6);
}

} // namespace

std::string funnel_svg(const std::vector<FunnelPoint>& points, const FunnelWords& words) {
  std::vector<FunnelPoint> drawn;
  std::ranges::copy_if(points, std::back_inserter(drawn),
                       [](const FunnelPoint& p) { return p.se > 0 && std::isfinite(p.difference); });
  if (drawn.size() < 2) return {};
  const Plane plane = plane_of(drawn);
  std::string out = fmt::format("<svg class=\"fnl\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-title "
                                "{2}-desc\"><title id=\"{2}-title\">{3}</title><desc id=\"{2}-desc\">{4}</desc>",
                                width, height, escaped(words.id), escaped(words.title), escaped(words.description));
  out += axes_svg(plane);
  for (const auto& [z, css] : {std::pair{inner, "lim"}, std::pair{outer, "lim da"}})
    out += limit_svg(plane, z, css) + limit_svg(plane, -z, css);
  for (const FunnelPoint& point : drawn)
    out += point_svg(plane, point);
  return out + "</svg>";
}

} // namespace joinedup
