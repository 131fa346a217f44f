// Reads what an index definition says of an indicator's table of figures.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/area_table.hpp>

#include <optional>

namespace joinedup {

/// The member `table` of an indicator, where it has one.
std::optional<AreaTable> read_area_table_spec(Fields& indicator);

} // namespace joinedup
