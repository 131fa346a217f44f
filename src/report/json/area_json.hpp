// One row of results (area, region or the whole) as JSON, members named as the columns of the CSVs.
#pragma once

#include "report/json/values.hpp"

namespace joinedup {

/// `row` has been through without_hidden: what is hidden is null, with its reason beside it.
OrderedJson json_area(const RunResults& results, const AreaResult& row);

} // namespace joinedup
