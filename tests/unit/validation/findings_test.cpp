// Figures over many surveys and their Monte Carlo errors, by hand.
#include "findings.hpp"

#include "support/catch.hpp"
#include "support/validation_plan.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;
using namespace joinedup::validation;

TEST_CASE("a ratio over surveys has the error of a ratio of sums") {
  Ratio ratio;
  ratio.add({1, 2});
  ratio.add({3, 4});
  ratio.add({0, 0}); // a survey without such areas
  CHECK(ratio.surveys() == 2);
  CHECK_THAT(ratio.value(), WithinAbs(4.0 / 6, 1e-12));
  // Residuals 1 - 4/3 and 3 - 8/3: sqrt(2/1 x 2/9) / 6.
  CHECK_THAT(ratio.mc_se(), WithinAbs(1.0 / 9, 1e-12));
}

TEST_CASE("with one area a survey it is the binomial error") {
  Ratio ratio;
  for (int s = 0; s < 100; ++s)
    ratio.add({s < 95 ? 1.0 : 0.0, 1});
  CHECK_THAT(ratio.mc_se(), WithinAbs(std::sqrt(0.95 * 0.05 / 99), 1e-12));
}

namespace {

/// Two areas of one class, the index alone; errors of both in points.
SurveyOutcomes errors(double first, double second) {
  SurveyOutcomes out(validation_plan().measures.size(), 1);
  const std::size_t index = validation_plan().measures.size();
  for (const double error : {first, second}) {
    out.area_error.push_back(error);
    Share& share = out.at(Question::error, index, 0);
    share.part += error;
    share.base += 1;
    Share& variance = out.at(Question::variance, index, 0);
    variance.part += 4; // a standard error of 2
    variance.base += error * error;
  }
  return out;
}

const Finding& find(const std::vector<Finding>& rows, const std::string& figure, const std::string& areas) {
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const Finding& row) { return row.figure == figure && row.areas == areas; });
}

} // namespace

TEST_CASE("bias over areas shows what a mean of 0 hides") {
  Scenario scenario = validation_scenario("alike");
  scenario.areas = {{100, 2}};
  Findings findings(validation_plan(), scenario, scenario.analyses[0], 2);
  findings.add(errors(4, -2));
  findings.add(errors(2, -4));
  const std::vector<Finding> rows = findings.rows();
  CHECK_THAT(find(rows, "bias", "all").value, WithinAbs(0, 1e-12));
  // Each area: bias 3 in size, variance 2 of an error, 1 of their mean: 9 - 1.
  CHECK_THAT(find(rows, "bias_over_areas", "all").value, WithinAbs(std::sqrt(8.0), 1e-12));
  // Squared errors 16, 4, 4, 16 against standard errors of 2.
  CHECK_THAT(find(rows, "se_ratio", "100").value, WithinAbs(std::sqrt(16.0 / 40), 1e-12));
  CHECK(find(rows, "se_ratio", "100").base == 4);
}

TEST_CASE("outcomes are read off published rows") {
  const Plan& plan = validation_plan();
  const std::vector<AreaDesign> areas = area_designs(validation_scenario("alike"));
  RunResults results = empty_results(plan);
  Truth truth;
  for (std::size_t a = 0; a < 3; ++a) {
    AreaResult row;
    row.code = areas[a].code;
    row.indicators.resize(plan.measures.size());
    row.index = {50.0 + static_cast<double>(a), 1.0, 48.0, 52.0, 47.0, 53.0};
    row.rank = static_cast<int>(3 - a);
    row.rank_interval = RankInterval{1, a == 0 ? 2 : 3};
    results.areas.push_back(row);
    truth.mean.emplace_back(plan.measures.size(), 0.0);
    truth.index.push_back(a == 0 ? 45.0 : 50.0 - static_cast<double>(a));
  }
  results.areas[0].comparison.band_sampling = Band::much_worse;
  results.areas[1].comparison.band_sampling = Band::better;
  results.areas[2].comparison.band_sampling = Band::as_expected;
  results.areas[1].comparison.fdr = true;
  results.total.indicators.resize(plan.measures.size());
  truth.whole_mean.assign(plan.measures.size(), 0.0);
  SurveyOutcomes out = outcomes_of(results, truth, {areas.begin(), areas.begin() + 3}, plan, 5);
  const std::size_t index = plan.measures.size();
  CHECK(out.at(Question::covered, index, 0).part == 2); // 45 is outside
  CHECK(out.at(Question::covered, index, 0).base == 3);
  CHECK(out.at(Question::worse, index, 0).part == 1);
  CHECK(out.at(Question::much_worse, index, 0).part == 1);
  CHECK(out.at(Question::better, index, 0).part == 1);
  CHECK(out.at(Question::much_better, index, 0).part == 0);
  CHECK(out.at(Question::spread_worse, index, 0).base == 0);
  CHECK(out.at(Question::flagged, index, 5).part == 1);
  // True ranks 3, 1, 2: the first area's interval ends at 2.
  CHECK(out.at(Question::rank_covered, index, 0).part == 2);
  CHECK(out.at(Question::ranks_all, index, 5).part == 0);
  CHECK(out.at(Question::rank_width, index, 0).part == 5);
  CHECK(out.at(Question::rank_width, index, 0).base == 6);
  CHECK(out.at(Question::variance, index, 0).part == 3);
  CHECK(out.at(Question::variance, index, 0).base == 25 + 4 + 16);
}
