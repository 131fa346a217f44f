// What is simulated and how it is analysed, as scenarios.json says it.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup::validation {

/// A measure of the index, or the companion. Shares are of the range from low to high.
struct Measure {
  std::string id;
  double low = 0, high = 1;
  int steps = 1;     ///< equal steps from low to high that answers take; 1 = yes or no
  double mean = 0.5; ///< share, where nothing raises or lowers it
  double sd = 0;     ///< share: of people within an area
  double unit = 0;   ///< share: what effects of areas, clusters, age and mode are multiples of
  int skew = 1;      ///< people are spread as the highest of so many uniform draws: 1 = even, more = a tail below
  double shared = 0; ///< how much of a person's deviation is that of the person's other measures (a correlation)
};

struct AreaClass {
  int answers = 0; ///< an area; with non-response: expected
  int areas = 0;
};

/// How the records of a survey are weighted and turned into results.
struct Analysis {
  std::string id, title;
  bool weights = false, clusters = false, strata = false; ///< the columns that the study names
  StudySpec study;                                        ///< the rest of what it asks for
  bool rakes = false; ///< to the people of each area by age: the totals are put in by the design
};

struct Scenario {
  std::string id, title;
  std::vector<AreaClass> areas;
  double between = 0;                   ///< SD of true area effects, in units; 0 = areas do not differ
  double icc = 0;                       ///< share of the spread of people that lies between clusters
  int clusters = 0;                     ///< an area; 0 = people are drawn one by one
  double age = 0;                       ///< units that old people differ by
  double old = 0;                       ///< share of old people
  double oversample = 1;                ///< old people are drawn so many times as often; the weights make up for it
  double mode_shift = 0;                ///< units that answers on paper differ by
  double paper_low = 0, paper_high = 0; ///< share on paper, from the first area of a class to its last
  double response = 1;                  ///< share that answers; below 1 it depends on:
  double response_age = 0;              ///< higher by so much among old people
  double response_score = 0;            ///< higher by so much for each SD that a person's scores are above the mean
  std::vector<Analysis> analyses;
};

struct Plan {
  std::vector<Measure> measures; ///< the companion last
  std::vector<Scenario> scenarios;
};

Outcome<Plan> read_plan(std::string_view text, const std::string& file);

} // namespace joinedup::validation
