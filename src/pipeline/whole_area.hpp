// The whole of a geography, such as a country, where a row stands for one of its areas.
#pragma once

#include "exports/dictionary.hpp"
#include "pipeline/library.hpp"

#include <joinedup/diagnostics.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// Codes and names of the wholes of every geography in reach.
std::vector<std::string> names_of_wholes(const Library& library);

/// J126 where codes are taken as found, and one is the whole of others by a geography in reach: its people would count
/// twice. With a geography named, rows of the whole are left out as they are read (J249).
Diagnostics whole_among_areas(const AreaDictionary& areas, const Library& library);

} // namespace joinedup
