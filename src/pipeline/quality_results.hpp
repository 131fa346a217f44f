// Sums of all scales by area -> the published figures: measured, hidden where few answered, named.
#pragma once

#include "evaluate/scale_sums.hpp"
#include "model/quality.hpp"

#include <joinedup/spec.hpp>

#include <map>
#include <string>
#include <vector>

namespace joinedup {

/// By area code; without areas there is one entry, of all.
using QualityByArea = std::map<std::string, std::vector<ScaleSums>>;

/// Fills `total` and, when `with_areas`, `areas` of the results. `geography` may be null: codes stand for names then.
void fill_quality(const QualityByArea& sums, const std::vector<ScaleShape>& shapes,
                  const std::vector<std::vector<std::pair<std::string, std::string>>>& items, bool with_areas,
                  const Geography* geography, QualityResults& results);

} // namespace joinedup
