// The drawing above the table of control limits.
#pragma once

#include <joinedup/results.hpp>
#include <joinedup/table.hpp>

#include <string>

namespace joinedup {

/// A figure for the index and, folded, one for each measure of a table with the columns of `funnel`; none where too few
/// areas can be drawn.
void append_funnel(std::string& out, const ResultTable& table, const RunResults& results);

} // namespace joinedup
