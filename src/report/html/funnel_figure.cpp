#include "report/html/funnel_figure.hpp"

#include "report/html/page.hpp"
#include "report/html/text.hpp"
#include "report/html/wording.hpp"
#include "report/svg/funnel.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace joinedup {
namespace {

const TableCell& cell(const ResultTable& table, const std::vector<TableCell>& row, std::string_view column) {
  static const TableCell none;
  const auto found = std::ranges::find(table.columns, column, &TableColumn::name);
  return found == table.columns.end() ? none : row[static_cast<std::size_t>(found - table.columns.begin())];
}

double number_in(const TableCell& cell) {
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr ? NAN : *number;
}

std::string text_in(const TableCell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? std::string() : *text;
}

/// By the limits that are drawn: 0 within 95 %, 1 beyond, 2 beyond 99.8 %, with the side as sign.
int level_of(double value, double low, double high, double low_outer, double high_outer) {
  if (value > high) return value > high_outer ? 2 : 1;
  if (value < low) return value < low_outer ? -2 : -1;
  return 0;
}

FunnelPoint point_of(const ResultTable& table, const std::vector<TableCell>& row) {
  const auto at = [&](std::string_view column) { return number_in(cell(table, row, column)); };
  FunnelPoint out;
  out.difference = at("value") - at("target");
  // The limits hold the error of a published target too, the area's own error does not.
  out.se = (at("upper95") - at("lower95")) / (2 * 1.959963984540054);
  const int level = level_of(at("value"), at("lower95"), at("upper95"), at("lower99_8"), at("upper99_8"));
  out.css = level_class(level);
  out.shape = level_shape(level);
  out.description = text_in(cell(table, row, "area_name")) + ": " + shown_signed(out.difference, 1) +
                    " from the target, standard error " + shown(out.se, 2);
  return out;
}

} // namespace

void append_funnel(std::string& out, const ResultTable& table) {
  std::vector<FunnelPoint> points;
  for (const std::vector<TableCell>& row : table.rows)
    if (text_in(cell(table, row, "indicator")) == "index") points.push_back(point_of(table, row));
  const std::string drawing =
      funnel_svg(points, "Index of each area against its target, by precision",
                 table.finding + " Every point is a row of the table below with the measure \"index\".");
  if (drawing.empty()) return;
  put(out,
      "<figure>{}<figcaption class=\"note\">Up: points above the target. Solid curves: limits of 95 %; dashed: of 99.8 "
      "%; "
      "to the right: areas measured more precisely.</figcaption></figure>",
      drawing);
}

} // namespace joinedup
