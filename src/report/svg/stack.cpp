#include "report/svg/stack.hpp"

#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {
namespace {

constexpr double least_labelled = 0.15; // of the width: less has no room for two digits on a phone

bool striped(std::string_view css) { return css == "lo" || css == "vlo"; }

std::string bar(double from, double width, std::string_view css, int height) {
  return fmt::format("<rect{} x=\"{}\" width=\"{}\" y=\"{}\" height=\"{}\"/>", css, at_percent(from), at_percent(width),
                     -height / 2, height);
}

} // namespace

std::string stack_svg(const std::vector<StackPart>& parts) {
  std::string out = "<svg class=\"s sk\" aria-hidden=\"true\"><svg y=\"50%\" class=\"m\">";
  double from = 0;
  for (const StackPart& part : parts) {
    if (!(part.share > 0)) continue;
    const double width = part.share * 100;
    out += fmt::format("<g class=\"{}\">", part.css) + bar(from, width, "", 20);
    if (striped(part.css)) out += bar(from, width, " class=\"stripes\"", 20);
    if (part.share >= least_labelled)
      out += fmt::format("<text x=\"{}\" y=\"5\">{}</text>", at_percent(from + width / 2), shown(width, 0));
    out += "</g>";
    from += width;
  }
  return out + "</svg></svg>";
}

std::string stripes_svg() {
  return "<svg class=\"defs\" aria-hidden=\"true\"><defs><pattern id=\"stripes\" width=\"8\" height=\"8\" "
         "patternUnits=\"userSpaceOnUse\"><path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#fff\" "
         "stroke-width=\"1.5\" stroke-opacity=\".7\"/></pattern></defs></svg>";
}

std::string nested_bars_svg(const AxisScale& scale, double inner, double outer) {
  std::string out = "<svg class=\"s\" aria-hidden=\"true\">";
  for (const double tick : scale.inner_ticks())
    out +=
        fmt::format("<line class=\"gr\" x1=\"{0}\" x2=\"{0}\" y1=\"0\" y2=\"100%\"/>", at_percent(scale.percent(tick)));
  out += "<svg y=\"50%\" class=\"m hi\">";
  const auto length = [&scale](double share) {
    return std::isfinite(share) ? scale.percent(std::clamp(share, 0.0, scale.high)) : 0;
  };
  out += bar(0, length(outer), " class=\"whole\"", 18) + bar(0, length(inner), " class=\"f\"", 10);
  return out + "</svg></svg>";
}

} // namespace joinedup
