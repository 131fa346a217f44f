// The table of reliability on the respondents of the shrinkage oracle: R's analysis of variance and metafor.
#include "pipeline/analysis.hpp"
#include "pipeline/assemble.hpp"
#include "stats/moments.hpp"

#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/estimate_builder.hpp"
#include "support/oracle_data.hpp"

#include <map>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("intra-class correlations of a run equal R's") {
  const OracleTable respondents("shrinkage/shrinkage_respondents.csv");
  const auto y = respondents.numbers("y");
  std::map<std::string, std::vector<double>> by_area;
  for (std::size_t i = 0; i < y.size(); ++i)
    by_area[respondents.text("area")[i]].push_back(y[i]);
  std::vector<DomainEstimate> areas;
  double variances = 0;
  for (const auto& [code, values] : by_area) {
    const Moments m = moments(values);
    DomainEstimate area = area_of(code, {{m.n, m.mean}}, m.n);
    area.sd[0] = m.sd;
    area.covariance[0] = m.sd * m.sd / static_cast<double>(m.n);
    variances += m.sd * m.sd;
    areas.push_back(area);
  }
  const double unit = variances / static_cast<double>(areas.size());
  RunResults results = results_for({"y"}, 1);
  results.study.reliability = true;
  results.study.disclosure.minimum = results.study.disclosure.caution = 1;
  const Estimates estimates = estimates_of(std::move(areas), 1, {"y"});
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  REQUIRE(results.tables.size() == 1);
  const auto& row = results.tables[0].rows.at(1);
  const auto oracle = oracle_json("shrinkage/shrinkage_expected.json");
  check_close(std::get<double>(row[4]), oracle["anova"]["icc"]);
  const double tau2 = oracle["metafor"]["PM"]["tau2"];
  check_close(std::get<double>(row[3]), tau2 / (tau2 + unit));
}
