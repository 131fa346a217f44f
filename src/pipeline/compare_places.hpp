// Which scores of a file are compared, and where its two sides have them.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/compare_records.hpp"
#include "pipeline/scorers.hpp"

#include <array>
#include <string>
#include <vector>

namespace joinedup {

/// Adds the file's scores to `scores` where they are new, and finds every score's place on both sides. With waves of a
/// map (`in_map`) a side is an administration of its wave; else both sides are the same columns. A profile is a score
/// whose chain ends in `profile`; other texts are not compared, nor what no record can have.
std::array<std::vector<ScorePlace>, 2> compare_places(const ReadingPlan& plan, const Scorers& scorers,
                                                      const std::array<std::string, 2>& names, bool in_map,
                                                      std::vector<ComparedScore>& scores);

} // namespace joinedup
