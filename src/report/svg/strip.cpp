#include "report/svg/strip.hpp"

#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {
namespace {

std::string upright(std::string_view css, double percent, std::string_view from = "0", std::string_view to = "100%") {
  const std::string x = at_percent(percent);
  return fmt::format("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>", css, x, x, from, to);
}

std::string grid(const AxisScale& scale) {
  std::string out;
  for (const double tick : scale.inner_ticks())
    out += upright("gr", scale.percent(tick));
  return out;
}

std::string level_line(const AxisScale& scale, const Number& low, const Number& high, std::string_view css) {
  if (!low || !high) return {};
  const auto inside = [&scale](double value) { return std::clamp(scale.percent(value), 0.0, 100.0); };
  return fmt::format("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"50%\" y2=\"50%\"/>", css, at_percent(inside(*low)),
                     at_percent(inside(*high)));
}

std::string mark_svg(const AxisScale& scale, double value, std::string_view shape, std::string_view css, bool hollow,
                     bool ring) {
  return fmt::format("<svg class=\"m {}{}\" x=\"{}\" y=\"50%\">{}<use href=\"#{}\" x=\"-7\" y=\"-7\" width=\"14\" "
                     "height=\"14\"/></svg>",
                     css, hollow ? " open" : "", at_percent(scale.percent(value)),
                     ring ? "<circle class=\"ring\" r=\"11\"/>" : "", shape);
}

std::string opened(std::string_view css) { return fmt::format("<svg class=\"{}\" aria-hidden=\"true\">", css); }

/// At most `length` characters: long names end in an ellipsis. Cut between UTF-8 sequences.
std::string shortened(std::string_view name, std::size_t length) {
  std::size_t characters = 0, end = 0;
  while (end < name.size() && characters < length) {
    ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
      ++end;
    ++characters;
  }
  return end == name.size() ? std::string(name) : std::string(name.substr(0, end)) + "\xE2\x80\xA6";
}

} // namespace

std::string strip_svg(const AxisScale& scale, std::optional<double> reference, const std::optional<StripMark>& mark) {
  std::string out = opened("s") + grid(scale);
  if (reference) out += upright("rf", scale.percent(*reference));
  if (mark && mark->estimate.value) {
    const Estimated& e = mark->estimate;
    out += fmt::format("<g class=\"{}\">", mark->css);
    out += level_line(scale, e.lower99_8, e.upper99_8, mark->hollow ? "i8 da" : "i8");
    out += level_line(scale, e.lower, e.upper, "i5") + "</g>";
    out += mark_svg(scale, *e.value, mark->shape, mark->css, mark->hollow, mark->ring);
  }
  return out + "</svg>";
}

std::string axis_svg(const AxisScale& scale, std::optional<double> reference, std::string_view name, bool with_sign) {
  std::string out = opened("ax");
  if (reference) {
    const double x = scale.percent(*reference);
    const std::string_view anchor = x < 22 ? "start" : x > 78 ? "end" : "middle";
    constexpr std::size_t fits = 26;
    out += fmt::format("<text class=\"rl\" x=\"{}\" y=\"12\" style=\"text-anchor:{}\">{}</text>", at_percent(x), anchor,
                       escaped(shortened(name, fits)));
  }
  bool second = false;
  for (const double tick : scale.inner_ticks()) {
    const std::string label = with_sign ? shown_signed(tick, scale.decimals()) : shown(tick, scale.decimals());
    out += fmt::format("<text{} x=\"{}\" y=\"31\">{}</text>", second ? " class=\"t2\"" : "",
                       at_percent(scale.percent(tick)), label);
    second = !second;
  }
  return out + "</svg>";
}

std::string bar_svg(const AxisScale& scale, double from, double to, std::string_view css) {
  const double a = scale.percent(from), b = scale.percent(to);
  std::string out = opened("s") + grid(scale) + upright("cn", a, "0", "50%");
  out += fmt::format(
      "<svg y=\"50%\" class=\"m\"><rect class=\"f {}\" x=\"{}\" width=\"{}\" y=\"-7\" height=\"14\"/></svg>", css,
      at_percent(std::min(a, b)), at_percent(std::max(std::abs(b - a), 0.15)));
  return out + upright("cn", b, "50%", "100%") + "</svg>";
}

std::string total_svg(const AxisScale& scale, double value, std::string_view shape, std::string_view css, bool first) {
  const double x = scale.percent(value);
  return opened("s") + grid(scale) + upright("cn", x, first ? "50%" : "0", first ? "100%" : "50%") +
         mark_svg(scale, value, shape, css, false, false) + "</svg>";
}

std::string among_svg(const AxisScale& scale, const std::vector<double>& others, double mean, double value) {
  std::string out = opened("s") + grid(scale);
  for (const double other : others)
    out += fmt::format("<circle class=\"pe\" cx=\"{}\" cy=\"50%\" r=\"4\"/>", at_percent(scale.percent(other)));
  return out + upright("rf", scale.percent(mean), "15%", "85%") + mark_svg(scale, value, "dot", "hi", false, false) +
         "</svg>";
}

std::string mark_symbols() {
  constexpr std::string_view box = "viewBox=\"-7 -7 14 14\"";
  return fmt::format("<svg class=\"defs\" aria-hidden=\"true\"><defs>"
                     "<symbol id=\"up\" {0}><path d=\"M0-6 7 6H-7Z\"/></symbol>"
                     "<symbol id=\"down\" {0}><path d=\"M0 6 7-6H-7Z\"/></symbol>"
                     "<symbol id=\"dot\" {0}><circle r=\"5\"/></symbol>"
                     "<symbol id=\"dia\" {0}><path d=\"M0-6 6 0 0 6-6 0Z\"/></symbol>"
                     "<symbol id=\"box\" {0}><path d=\"M-5-5H5V5H-5Z\"/></symbol>"
                     "<pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                     "<rect width=\"8\" height=\"8\" fill=\"#fff\"/>"
                     "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#aeb7bd\" stroke-width=\"1.5\"/></pattern>"
                     "</defs></svg>",
                     box);
}

} // namespace joinedup
