// `joinedup simulate --plan`: how many respondents an area needs, and what difference so many can show.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// What is known beforehand. A file of results gives the correlations of its table `reliability`.
struct PlanRequest {
  std::string icc; ///< a number between 0 and 1, or the path of a results.json
  double deff = 1; ///< design effect of an area's mean: n respondents count as n / deff
  double sd = 1;   ///< of one respondent; differences come in its unit
  double power = 0.8;
  std::vector<double> reliability = {0.7, 0.8, 0.9};
  std::vector<double> n = {100, 300, 1000}; ///< respondents an area that differences are told for
  std::vector<double> differences = {};     ///< that respondents are told for
};

/// One answer. `asked`: reliability, difference_of_areas or difference_from_value; `given`: the reliability, n or the
/// difference.
struct PlanRow {
  std::string measure, asked;
  double icc = 0; ///< NaN for differences
  double given = 0;
  double n = 0;          ///< respondents an area
  double difference = 0; ///< found with the power asked for by a two-sided test at 5 %; NaN for reliability
};

/// A correlation of 0 or below has no number of respondents and is left out with J698; J697 where the file of results
/// has no such table.
Outcome<std::vector<PlanRow>> run_plan(const PlanRequest& request, FileStore& files);

/// measure,asked,icc,deff,sd,power,given,n,difference
std::string plan_csv(const PlanRequest& request, const std::vector<PlanRow>& rows);

} // namespace joinedup
