// Difference in differences of two arms, as rows of a comparison.
#pragma once

#include "pipeline/compare_rows.hpp"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

using HiddenAreas = std::array<std::set<std::string>, 2>; ///< [wave]: areas whose mean is not given

/// For the whole, a block of rows for each score that is a number: wave `difference_in_differences`, and `pre_trend`
/// for the earlier wave and the first where CompareFrame::earlier has them. Areas are the clusters. Hidden where an arm
/// has fewer than the minimum of people in a wave, where fewer are in neither arm, and where the hidden areas of an arm
/// are one, or hold fewer together: with the whole and the areas shown the figures would be equations in them.
/// `hidden`: [score].
std::vector<ComparisonRow> arm_rows(const ComparedRecords& records, const CompareFrame& frame,
                                    const std::vector<HiddenAreas>& hidden,
                                    const std::function<std::string(std::uint32_t)>& area_code);

} // namespace joinedup
