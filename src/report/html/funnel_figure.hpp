// The drawing above the table of control limits.
#pragma once

#include <joinedup/table.hpp>

#include <string>

namespace joinedup {

/// A figure of the index's rows of a table with the columns of `funnel`; nothing where too few can be drawn.
void append_funnel(std::string& out, const ResultTable& table);

} // namespace joinedup
