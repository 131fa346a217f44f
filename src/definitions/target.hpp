// The `target` of a study: what areas are compared with (RULINGS R1).
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/spec.hpp>

namespace joinedup {

/// A word (england, areas, areas-fixed), a number (a fixed value), the path of a table ending in .csv, or an object:
/// {"method": "fixed", "value": 60, "se": 0.5, "label": TEXT} or {"method": "table", "file": PATH, "label": TEXT}.
TargetSpec read_target(Fields& study);

} // namespace joinedup
