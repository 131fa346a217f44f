// One row of a chart, drawn inside its table cell: intervals and a mark, x in per cent so that it stretches.
#pragma once

#include "report/svg/scale.hpp"

#include <joinedup/results.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// What a strip shows. Values outside the scale are not drawn.
struct StripMark {
  Estimated estimate;
  std::string_view shape = "dot"; ///< up, down, dot, dia (region, whole), box (partial)
  std::string_view css = "no";    ///< colour class
  bool hollow = false;            ///< caution or partial
  bool ring = false;              ///< outside the usual spread
};

/// The SVG of a cell; `reference` is the ink line through all rows. A missing mark leaves grid and line.
std::string strip_svg(const AxisScale& scale, std::optional<double> reference, const std::optional<StripMark>& mark);
/// Tick numbers and the name of the reference, for the head of the column; `below` is the form repeated on phones.
std::string axis_svg(const AxisScale& scale, std::optional<double> reference, std::string_view name, bool with_sign);
/// A bar from `from` to `to` with connectors to the rows above (at `from`) and below (at `to`).
std::string bar_svg(const AxisScale& scale, double from, double to, std::string_view css);
/// A mark for a total of a waterfall, joined to the row above or below.
std::string total_svg(const AxisScale& scale, double value, std::string_view shape, std::string_view css, bool first);
/// One value among others, which are circles, and their mean, which is an upright line.
std::string among_svg(const AxisScale& scale, const std::vector<double>& others, double mean, double value);

/// The symbols that all marks use, once a page.
std::string mark_symbols();

} // namespace joinedup
