#include "report/html/funnel_figure.hpp"

#include "report/html/page.hpp"
#include "report/html/text.hpp"
#include "report/html/wording.hpp"
#include "report/svg/funnel.hpp"
#include "report/tables/result_row.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace joinedup {
namespace {

/// By the limits that are drawn: 0 within 95 %, 2 beyond, 3 beyond 99.8 %, with the side as sign.
int level_of(double value, double low, double high, double low_outer, double high_outer) {
  if (value > high) return value > high_outer ? 3 : 2;
  if (value < low) return value < low_outer ? -3 : -2;
  return 0;
}

/// One measure's points, and how many of them lie beyond the outer limits.
struct Funnel {
  std::vector<FunnelPoint> points;
  std::size_t beyond = 0;
};

Funnel funnel_of(const ResultTable& table, const std::string& measure) {
  Funnel out;
  double widest = 0;
  std::vector<std::string> names;
  for (const std::vector<TableCell>& cells : table.rows) {
    const ResultRow row(table, cells);
    if (row.text("indicator") != measure) continue;
    const auto at = [&row](std::string_view column) { return row.number(column); };
    FunnelPoint point;
    point.difference = at("value") - at("target");
    // The limits hold the error of a published target too, the area's own error does not.
    point.se = (at("upper95") - at("lower95")) / (2 * 1.959963984540054);
    const int level = level_of(at("value"), at("lower95"), at("upper95"), at("lower99_8"), at("upper99_8"));
    point.css = level_class(level);
    point.shape = level_shape(level);
    out.beyond += std::abs(level) == 3 ? 1 : 0;
    widest = std::max(widest, std::abs(point.difference));
    names.push_back(row.text("area_name"));
    out.points.push_back(std::move(point));
  }
  const int decimals = widest < 1 ? 3 : 1; // shares of 1 beside points of 100
  for (std::size_t k = 0; k < names.size(); ++k)
    out.points[k].description = names[k] + ": " + shown_signed(out.points[k].difference, decimals) +
                                " from the target, standard error " + shown(out.points[k].se, decimals + 1);
  return out;
}

constexpr std::string_view legend = "Up: points above the target. Solid curves: limits of 95 %; dashed: of 99.8 %; to "
                                    "the right: areas measured more precisely.";

void append_measure(std::string& out, const ResultTable& table, const IndicatorInfo& info, std::size_t number) {
  const Funnel funnel = funnel_of(table, info.id);
  const std::string finding = std::to_string(funnel.beyond) + " of " + std::to_string(funnel.points.size()) +
                              " areas lie beyond the 99.8 % limits.";
  const std::string drawing = funnel_svg(
      funnel.points, {"funnel-" + std::to_string(number), info.label + " of each area against its target, by precision",
                      finding + " Every point is a row of the table below with the measure \"" + info.id + "\"."});
  if (drawing.empty()) return;
  put(out, "<details><summary>{}: {}</summary><figure>{}<figcaption class=\"note\">{}</figcaption></figure></details>",
      escaped(info.label), finding, drawing, legend);
}

} // namespace

void append_funnel(std::string& out, const ResultTable& table, const RunResults& results) {
  const std::string drawing =
      funnel_svg(funnel_of(table, "index").points,
                 {"funnel", "Index of each area against its target, by precision",
                  table.finding + " Every point is a row of the table below with the measure \"index\"."});
  if (!drawing.empty()) put(out, "<figure>{}<figcaption class=\"note\">{}</figcaption></figure>", drawing, legend);
  for (std::size_t k = 0; k < results.indicators.size(); ++k)
    append_measure(out, table, results.indicators[k], k + 1);
}

} // namespace joinedup
