// Tables of further analyses as JSON.
#pragma once

#include "report/json/values.hpp"

#include <joinedup/table.hpp>

#include <vector>

namespace joinedup {

/// {"ID": {"title", "finding", "method", "notes", "rows": [{COLUMN: value}]}}, in the order given.
OrderedJson json_tables(const std::vector<ResultTable>& tables);

} // namespace joinedup
