// A table of the results as CSV: heading and rows, numbers shortest exact.
#pragma once

#include "report/tables/data_table.hpp"

#include <string>

namespace joinedup {

std::string data_csv(const DataTable& table);

} // namespace joinedup
