// Cells of the two tables that turn into cards on narrow screens; roles are explicit, since CSS changes their display.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// A cell with the label that a card prints before it. `html` is ready to print.
std::string labelled_cell(std::string_view css, std::string_view label, std::string_view html);
/// A column heading.
std::string heading_cell(std::string_view css, std::string_view html);
/// What stands for a hidden number, read out as "hidden".
std::string hidden_cell(std::string_view css, std::string_view label);
/// caution, partial, coverage or hidden as a small box after a name; empty without a mark.
std::string tag_html(const ResultStatus& status);

} // namespace joinedup
