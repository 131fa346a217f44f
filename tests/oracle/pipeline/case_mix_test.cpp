#include "pipeline/estimation/case_mix.hpp"
#include "pipeline/estimation/replicate_errors.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"
#include "support/survey_records.hpp"

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// The case-mix oracle's respondents; with `design` under weights and PSUs.
KeptFrame casemix_frame(const std::string& file, bool weighted, bool clustered) {
  const OracleTable table(file);
  const auto area = ranks_of(table.text("area")), age = ranks_of(table.text("age")), sex = ranks_of(table.text("sex"));
  const auto y = table.numbers("y"), edu = table.numbers("edu");
  const std::vector<double> ones(table.rows(), 1.0), weight = weighted ? table.numbers("w") : ones;
  KeptFrame out{ScoredRecords(1, 1, 2), {{"age", "sex"}, {"edu"}}, {}, {}, {""}, {"16-44", "45-64", "65+", "F", "M"}};
  const auto cluster = clustered ? table.numbers("psu") : ones;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::vector<double> score{y[r]}, number{edu[r]};
    const std::vector<std::uint32_t> categories{age[r], 3 + sex[r]};
    out.records.add({area[r], 0, static_cast<std::uint32_t>(cluster[r]), weight[r], 1, score, number, categories});
  }
  for (int a = 1; a <= 8; ++a)
    out.areas.push_back("A0" + std::to_string(a));
  out.region_of.assign(8, 0);
  return out;
}

CaseMixFindings adjusted(const KeptFrame& frame, const CaseMixSpec& spec, bool clustered) {
  Estimates crude = means_of(frame.records, 8);
  crude.indicators = {"y"};
  return adjust_case_mix(frame, spec, crude, clustered, {});
}

CaseMixSpec by_regression() {
  CaseMixSpec out;
  out.adjusters = {{"age"}, {"sex"}, {"edu", true}};
  return out;
}

} // namespace

TEST_CASE("adjusted means equal base R's lm, and the whole keeps its crude mean") {
  const KeptFrame frame = casemix_frame("casemix/casemix_input.csv", false, false);
  const CaseMixFindings found = adjusted(frame, by_regression(), false);
  const OracleTable table("casemix/casemix_expected.csv");
  for (std::size_t a = 0; a < 8; ++a)
    check_close(found.adjusted.areas[a].mean[0], table.numbers("adjusted_mean")[a]);
  check_close(found.adjusted.total.mean[0], means_of(frame.records, 8).total.mean[0], 1e-12);
  CHECK_FALSE(found.diagnostics.has_errors());
}

TEST_CASE("errors of adjusted means by design equal those of numerical influences in R survey") {
  const OracleTable table("casemix/adjusted_by_design.csv");
  for (const bool clustered : {false, true}) {
    const KeptFrame frame = casemix_frame("casemix/adjusted_by_design_input.csv", true, clustered);
    const CaseMixFindings found = adjusted(frame, by_regression(), clustered);
    const std::string of = clustered ? "psu" : "rows";
    for (std::size_t a = 0; a < 9; ++a) {
      INFO(of << " " << table.text("area")[a]);
      const DomainEstimate& d = a == 8 ? found.adjusted.total : found.adjusted.areas[a];
      check_close(d.mean[0], table.numbers("adjusted")[a]);
      check_close(std::sqrt(d.covariance[0]), table.numbers("se_" + of)[a], 1e-6);
      check_close(d.covariance_with_total[0], table.numbers("cov_total_" + of)[a], 1e-5);
    }
  }
}

namespace {

/// The same people; their answer is yes where y is above 15.5, and always yes in areas of `all_yes`.
KeptFrame yes_frame(bool clustered, std::uint32_t all_yes = 99) {
  const KeptFrame given = casemix_frame("casemix/adjusted_by_design_input.csv", true, clustered);
  KeptFrame out{ScoredRecords(1, 1, 2), given.columns, given.areas, given.region_of, given.strata, given.levels};
  for (std::size_t r = 0; r < given.records.size(); ++r) {
    ScoredRecord record = given.records[r];
    const std::vector<double> yes{record.scores[0] > 15.5 || record.area == all_yes ? 1.0 : 0.0};
    record.scores = yes;
    out.records.add(record);
  }
  return out;
}

CaseMixSpec by_log_odds() {
  CaseMixSpec out = by_regression();
  out.logistic = true;
  return out;
}

} // namespace

TEST_CASE("shares adjusted by logistic regression equal R survey's predictive margins, their errors its influences") {
  const OracleTable table("casemix/logistic_expected.csv"), effects("casemix/logistic_effects_expected.csv");
  for (const bool clustered : {false, true}) {
    const CaseMixFindings found = adjusted(yes_frame(clustered), by_log_odds(), clustered);
    CHECK(found.diagnostics.all().empty());
    for (std::size_t a = 0; a < 9; ++a) {
      const std::size_t row = (clustered ? 9U : 0U) + a;
      INFO(table.text("design")[row] << " " << table.text("area")[row]);
      const DomainEstimate& d = a == 8 ? found.adjusted.total : found.adjusted.areas[a];
      check_close(d.mean[0], table.numbers("adjusted")[row]);
      check_close(std::sqrt(d.covariance[0]), table.numbers("se")[row], 1e-6);
      check_close(d.covariance_with_total[0], table.numbers("cov_total")[row], 1e-5);
    }
    REQUIRE(found.effects.size() == 4);
    const auto edu = std::ranges::find(found.effects, "edu", &TermEffect::term); // levels are against others in R
    REQUIRE(edu != found.effects.end());
    CHECK(edu->scale == "log odds");
    const std::size_t row = clustered ? 7 : 3;
    REQUIRE(effects.text("term")[row] == "edu");
    check_close(edu->effect, effects.numbers("effect")[row]);
    check_close(edu->se, effects.numbers("se")[row], 1e-7);
  }
}

TEST_CASE("shares that are fitted anew in each replicate have the errors of R survey's jackknife") {
  const OracleTable table("casemix/logistic_expected.csv");
  for (const bool clustered : {false, true}) {
    const KeptFrame frame = yes_frame(clustered);
    EstimationSpec jackknife;
    jackknife.uncertainty = Uncertainty::jackknife;
    const Replication replication(frame, design_of(1, 0, false, clustered), {}, jackknife, 1, 1);
    Estimates crude = means_of(frame.records, 8);
    crude.indicators = {"yes"};
    const CaseMixFindings found = adjust_case_mix(frame, by_log_odds(), crude, clustered, {}, &replication);
    for (std::size_t a = 0; a < 9; ++a) {
      const DomainEstimate& d = a == 8 ? found.adjusted.total : found.adjusted.areas[a];
      check_close(std::sqrt(d.covariance[0]), table.numbers("se_jackknife")[(clustered ? 9U : 0U) + a]);
    }
  }
}

TEST_CASE(
    "areas of fewer than 30 people that take no part in the fit are adjusted by the slopes of the others, as in R") {
  const OracleTable table("casemix/area_minimum_expected.csv");
  for (const bool logistic : {false, true}) {
    CaseMixSpec spec = logistic ? by_log_odds() : by_regression();
    spec.area_minimum = 30;
    const CaseMixFindings found = adjusted(
        logistic ? yes_frame(false) : casemix_frame("casemix/adjusted_by_design_input.csv", true, false), spec, false);
    for (std::size_t a = 0; a < 9; ++a) {
      const std::size_t row = (logistic ? 9U : 0U) + a;
      INFO(table.text("method")[row] << " " << table.text("area")[row]);
      const DomainEstimate& d = a == 8 ? found.adjusted.total : found.adjusted.areas[a];
      check_close(d.mean[0], table.numbers("adjusted")[row]);
      check_close(std::sqrt(d.covariance[0]), table.numbers("se")[row], 1e-6);
    }
  }
}

TEST_CASE("an area in which all say yes keeps its share, and the others adjust as if it were not fitted") {
  const CaseMixFindings found = adjusted(yes_frame(false, 2), by_log_odds(), false);
  CHECK(found.adjusted.areas[2].mean[0] == 1);
  CHECK(found.adjusted.areas[2].covariance[0] == 0);
  CHECK(found.adjusted.areas[1].mean[0] < 1);
  CHECK(found.adjusted.areas[1].covariance[0] > 0);
}

TEST_CASE("an adjuster that tells every answer is adjusted for by a straight line, with a warning") {
  KeptFrame frame = yes_frame(false);
  KeptFrame told{ScoredRecords(1, 1, 2), frame.columns, frame.areas, frame.region_of, frame.strata, frame.levels};
  for (std::size_t r = 0; r < frame.records.size(); ++r) {
    ScoredRecord record = frame.records[r];
    const std::vector<std::uint32_t> categories{record.categories[0], record.scores[0] > 0 ? 3U : 4U};
    record.categories = categories;
    told.records.add(record);
  }
  const CaseMixFindings found = adjusted(told, by_log_odds(), false);
  REQUIRE(found.diagnostics.all().size() == 1);
  CHECK(found.diagnostics.all().front().code == "J646");
  CHECK(std::isfinite(found.adjusted.areas[0].mean[0]));
}

TEST_CASE("scores that are no yes or no keep the straight line") {
  const KeptFrame frame = casemix_frame("casemix/casemix_input.csv", false, false);
  const CaseMixFindings found = adjusted(frame, by_log_odds(), false),
                        straight = adjusted(frame, by_regression(), false);
  CHECK(found.adjusted.areas[0].mean[0] == straight.adjusted.areas[0].mean[0]);
  CHECK(found.effects.front().scale == "measure");
}

TEST_CASE("directly standardised means and their errors equal R survey's") {
  const KeptFrame frame = casemix_frame("casemix/casemix_input.csv", false, false);
  CaseMixSpec spec;
  spec.method = CaseMixMethod::direct;
  spec.adjusters = {{"age"}, {"sex"}};
  const CaseMixFindings found = adjusted(frame, spec, false);
  const OracleTable table("casemix/direct_std_expected.csv");
  for (std::size_t a = 0; a < 8; ++a) {
    check_close(found.adjusted.areas[a].mean[0], table.numbers("std_mean")[a]);
    check_close(std::sqrt(found.adjusted.areas[a].covariance[0]), table.numbers("se_svy")[a]);
  }
}

TEST_CASE("adjusters that others say already are told by their place") {
  const KeptFrame frame = casemix_frame("casemix/casemix_input.csv", false, false);
  CaseMixSpec spec = by_regression();
  spec.adjusters.push_back({"edu", true, {"study.json", 5, 9, ""}});
  spec.adjusters.push_back({"age", false, {"study.json", 6, 9, ""}});
  const CaseMixFindings found = adjusted(frame, spec, false);
  std::size_t told = 0;
  for (const Diagnostic& d : found.diagnostics.all())
    if (d.code == "J643" && (d.where.line == 5 || d.where.line == 6)) ++told;
  CHECK(told == 3); // the second edu, and both terms of the second age
}
