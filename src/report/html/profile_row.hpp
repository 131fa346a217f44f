// One line of an area's profile: a measure in its own unit, and its gap in points of that measure put on 0 to 100.
#pragma once

#include "report/html/page.hpp"
#include "report/svg/strip.hpp"

#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct ProfileRow {
  std::string css;         ///< tt (index), dm (domain), in (measure), hd (heading)
  std::string label, unit; ///< escaped
  std::string n, here, interval, there;
  std::optional<Estimated> gap; ///< in points; empty = nothing to draw
  Comparison comparison;
  ResultStatus status;
  std::string hidden; ///< why it is hidden; empty = shown
  bool bands = true;  ///< false: no band cells (domains)
  bool banded = true; ///< false: "not compared" (unbanded companions)
  bool low_is_good = false;
};

/// The index, then each domain with its measures, then companions.
std::vector<ProfileRow> profile_rows(const ReportPage& page, const AreaResult& area);

} // namespace joinedup
