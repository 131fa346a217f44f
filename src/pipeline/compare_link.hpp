// Scores that a new questionnaire gives, moved to the scale of the old one by a wave that has both, as rows.
#pragma once

#include "pipeline/compare_arms.hpp"

#include <functional>
#include <string>
#include <vector>

namespace joinedup {

/// Wave `linked` of the new score, `dimension` the old one: the whole, and each area, all by the link of the whole.
/// Hidden where the mean of either wave is: the link is the same for all, and would give it. The link itself, and all
/// that it enters, is hidden where fewer people than the minimum have both scores, or fewer have one of them alone,
/// whose scores would follow from the means of the wave.
struct LinkHiding {
  const std::vector<HiddenAreas>& total; ///< [score]
  const std::vector<HiddenAreas>& areas;
};
std::vector<ComparisonRow> link_rows(const ComparedRecords& records, const CompareFrame& frame,
                                     const LinkHiding& hidden,
                                     const std::function<std::string(std::uint32_t)>& area_code);

} // namespace joinedup
