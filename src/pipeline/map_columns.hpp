// The columns, items and codes that a map names, checked against a file's headings and the questionnaires.
#pragma once

#include "exports/headings.hpp"
#include "pipeline/library.hpp"
#include "pipeline/map_places.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/spec.hpp>

namespace joinedup {

/// J110, J111 (columns), J110 (items), J118 (recode), J503 (instruments), each at its place in the map.
Diagnostics check_map_names(const ColumnMap& map, const MapPlaces& places, const Headings& headings,
                            const Library& library);

} // namespace joinedup
