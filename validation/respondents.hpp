// The people who answered a simulated survey, as records that took part.
#pragma once

#include "design.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup::validation {

struct Respondent {
  std::uint32_t area = 0, cluster = 0; ///< cluster: counted over all areas
  double weight = 1;
  bool old = false, paper = false;
};

struct Respondents {
  std::vector<Respondent> people;
  std::vector<double> scores; ///< [person][measure]

  std::span<const double> scores_of(std::size_t person, std::size_t measures) const {
    return {scores.data() + person * measures, measures};
  }
};

/// A score is the range's low end plus its share of the range, put on the nearest steps below or above by chance so
/// that its mean stays what it was; nothing is cut off. So the mean of an area's people is exactly that of `truth`.
Respondents draw_respondents(const Plan& plan, const Scenario& scenario, const std::vector<AreaDesign>& areas,
                             const Truth& truth, const SurveyId& survey);

} // namespace joinedup::validation
