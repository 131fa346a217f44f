#include "pipeline/estimation/case_mix.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"

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
