#include "estimate/raked_covariance.hpp"
#include "estimate/raking.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

struct RakedSurvey {
  std::vector<double> base;
  std::vector<Margin> margins;
  RakedWeights raked;
  ScoredRecords records{0, 0, 0};
  Estimates estimates;
};

RakedSurvey raked_survey(std::size_t margins, bool unweighted) {
  RakedSurvey out;
  out.records = survey_oracle_records();
  out.base = out.records.weights;
  out.margins = survey_oracle_margins(out.records);
  out.margins.resize(margins);
  const std::vector<double> ones(out.records.size(), 1.0);
  out.raked = rake(out.base, ones, out.margins, 0);
  out.records.weights = out.raked.weights;
  out.estimates = means_of(out.records, 4);
  const auto domains = record_domains(out.records, std::vector<std::size_t>(4, 0), out.estimates);
  const UnitDesign design = unit_design(out.records, false, {});
  set_raked_covariances(design, out.records, out.base, out.margins, unweighted, domains, 2);
  return out;
}

double expected(const std::string& design) {
  const OracleTable table("survey/survey_expected.csv");
  for (std::size_t r = 0; r < table.rows(); ++r)
    if (table.text("design")[r] == design && table.text("stat")[r] == "mean_pos") return table.numbers("se")[r];
  return std::nan("");
}

} // namespace

TEST_CASE("weights raked to age and sex equal R survey's") {
  const RakedSurvey found = raked_survey(2, false);
  const auto expected = OracleTable("survey/survey_expected_weights.csv").numbers("raked");
  REQUIRE(found.raked.converged);
  for (std::size_t r = 0; r < expected.size(); ++r)
    check_close(found.raked.weights[r], expected[r]);
}

TEST_CASE("weights post-stratified by age equal R survey's") {
  const RakedSurvey found = raked_survey(1, false);
  const auto expected = OracleTable("survey/survey_expected_weights.csv").numbers("poststrat_age");
  for (std::size_t r = 0; r < expected.size(); ++r)
    check_close(found.raked.weights[r], expected[r]);
}

TEST_CASE("errors after raking follow either convention: base-weighted, or R survey's own") {
  check_close(std::sqrt(raked_survey(2, false).estimates.total.covariance[3]), 0.056582770256);
  check_close(std::sqrt(raked_survey(2, true).estimates.total.covariance[3]), 0.058560801478);
  check_close(std::sqrt(raked_survey(2, true).estimates.total.covariance[3]),
              expected("raked_age_sex_linearised_residual"));
}

TEST_CASE("the error after post-stratification equals R survey's") {
  check_close(std::sqrt(raked_survey(1, false).estimates.total.covariance[3]), expected("poststratified_age"));
}

TEST_CASE("two by two counts are raked to the worked totals") {
  const std::vector<double> cells{20, 30, 10, 40}, ones(4, 1.0);
  const std::vector<Margin> margins{{{0, 0, 1, 1}, {60, 40}}, {{0, 1, 0, 1}, {45, 55}}};
  const RakedWeights found = rake(cells, ones, margins, 0);
  const std::vector<double> expected{32.637690, 27.362310, 12.362310, 27.637690};
  for (std::size_t c = 0; c < 4; ++c)
    CHECK_THAT(found.weights[c], WithinAbs(expected[c], 5e-7));
}
