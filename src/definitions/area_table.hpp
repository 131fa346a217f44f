// Reads a table of figures by area that an index definition names.
#pragma once

#include <joinedup/area_table.hpp>
#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// The rows that the definition keeps, in the order of the file; rows without an area, such as totals, and lines of
/// notes are left out, those that hold figures with a warning (J654). Faults are J508, all in one go: no such column,
/// no row left, a cell that is neither a number nor one of the marks of official statistics for "hidden" or "not
/// calculable", limits that do not hold their value, more cases than people asked.
Outcome<std::vector<AreaTableRow>> read_area_table(std::string_view text, const std::string& file,
                                                   const AreaTable& spec);

} // namespace joinedup
