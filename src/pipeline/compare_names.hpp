// Which waves, groups and arms are compared, as the request and the maps name them.
#pragma once

#include "pipeline/compare_records.hpp"
#include "pipeline/compare_run.hpp"
#include "pipeline/survey_setup.hpp"

#include <joinedup/outcome.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

struct ComparedNames {
  std::array<std::string, 2> sides;               ///< waves or groups, in order
  std::optional<std::array<std::string, 2>> arms; ///< cells of the untreated and of the treated
  std::string arm_column;
};

/// The places of the scores that --link names among those compared; J104 for what is no number among them.
Outcome<std::vector<std::array<std::size_t, 2>>> linked_scores(const CompareRequest& request,
                                                               const std::vector<ComparedScore>& scores);

/// Waves that the maps name, in their order.
std::vector<std::string> waves_of_maps(std::span<const SurveyInput> inputs);

/// `waves`: those of the maps; empty where cells of a column tell waves or groups. J104.
Outcome<ComparedNames> compared_names(const CompareRequest& request, const std::vector<std::string>& waves);

} // namespace joinedup
