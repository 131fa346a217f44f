// What of a scenario stays the same from survey to survey, and the truth of one survey.
#pragma once

#include "randomness.hpp"
#include "scenario.hpp"

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup::validation {

struct AreaDesign {
  std::string code;
  std::size_t area_class = 0;
  int asked = 0;
  double paper = 0;    ///< share asked on paper
  double strength = 1; ///< of what response depends on: 0 in the first area of a class, 1 in its last
};

std::vector<AreaDesign> area_designs(const Scenario& scenario);

/// The index of a survey before its numbers are in: the last measure is the companion, each other one a domain.
RunResults empty_results(const Plan& plan);

/// The study of an analysis, with the totals to rake to where it asks for them.
StudySpec study_of(const Analysis& analysis, const Scenario& scenario, const std::vector<AreaDesign>& areas);

/// The column and the level that raking goes by.
inline constexpr const char* rake_column = "people";
std::string rake_level(const AreaDesign& area, bool old);

/// True means of the people of an area, those who do not answer included, all asked in everybody's mix of modes.
struct Truth {
  std::vector<std::vector<double>> share; ///< [area][measure]: of the range, as people were really asked without paper
  std::vector<std::vector<double>> mean;  ///< [area][measure]: in the measure's own numbers
  std::vector<double> index;              ///< [area]
  std::vector<double> whole_mean;         ///< over all who are asked
  double whole_index = 0;
};

/// Known by construction: the area effects that the survey drew, and nothing that depends on who answered.
Truth truth_of(const Plan& plan, const Scenario& scenario, const std::vector<AreaDesign>& areas,
               const SurveyId& survey);

} // namespace joinedup::validation
