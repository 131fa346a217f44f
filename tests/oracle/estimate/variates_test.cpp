#include "estimate/replicates.hpp"
#include "estimate/variates.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

struct Survey {
  ScoredRecords records;
  Estimates estimates;
  std::vector<RecordDomain> domains;
  UnitDesign design;

  explicit Survey(bool clustered)
      : records(survey_oracle_records(clustered)), estimates(means_of(records, 4)),
        domains(record_domains(records, std::vector<std::size_t>(4, 0), estimates)),
        design(unit_design(records, clustered, {})) {}
};

/// Plain weighted means: nothing shared, so the variates are those of linearised_covariance.
DomainVariates plain(const Survey& survey, const RecordDomain& domain) {
  DomainVariates out;
  Eigen::MatrixXd local = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(domain.records.size()), 2);
  out.shares = Eigen::MatrixXd::Zero(2, 0);
  for (std::size_t row = 0; row < domain.records.size(); ++row) {
    for (std::size_t k = 0; k < 2; ++k) {
      const std::uint32_t r = domain.records[row];
      if (std::isnan(survey.records.score(r, k))) continue;
      local(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(k)) =
          survey.records.weights[r] * (survey.records.score(r, k) - domain.estimate->mean[k]) /
          domain.estimate->weight[k];
    }
  }
  out.local = unit_totals(survey.design, survey.records, domain.records, local);
  return out;
}

void check_against_survey(const Survey& survey, const std::string& design, std::size_t rows) {
  const OracleTable table("survey/survey_expected.csv");
  std::size_t checked = 0;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::string& stat = table.text("stat")[r];
    if (table.text("design")[r] != design || !stat.starts_with("mean_")) continue;
    INFO(design << " " << stat << " " << table.text("area")[r]);
    const char area = table.text("area")[r][0];
    const bool all = table.text("area")[r] == "ALL";
    const DomainEstimate& d =
        all ? survey.estimates.total : survey.estimates.areas[static_cast<std::size_t>(area - 'A')];
    check_close(std::sqrt(d.covariance[stat == "mean_score" ? 0 : 3]), table.numbers("se")[r]);
    ++checked;
  }
  CHECK(checked == rows);
}

} // namespace

TEST_CASE("variates of kept records give R survey's errors, with and without clusters") {
  for (const bool clustered : {false, true}) {
    Survey survey(clustered);
    set_covariances(survey.design, survey.domains, 2, {},
                    [&](const RecordDomain& domain) { return plain(survey, domain); });
    check_against_survey(survey, clustered ? "stratified_cluster" : "weighted_srs", 10);
  }
}

TEST_CASE("the jackknife equals R survey's JK1 and JKn") {
  Survey plain_survey(false), clustered(true);
  set_jackknife_covariances(plain_survey.design, plain_survey.records, plain_survey.domains, 2);
  set_jackknife_covariances(clustered.design, clustered.records, clustered.domains, 2);
  check_against_survey(plain_survey, "weighted_JK1", 2);
  check_against_survey(clustered, "stratified_cluster_JKn", 1);
}

TEST_CASE("the bootstrap comes near the linearised error and follows from its seed") {
  Survey one(true), again(true), other(true);
  set_bootstrap_covariances(one.design, one.records, one.domains, 2, 2000, 7);
  set_bootstrap_covariances(again.design, again.records, again.domains, 2, 2000, 7);
  set_bootstrap_covariances(other.design, other.records, other.domains, 2, 2000, 8);
  // 2000 replicates know a standard error to about 1.6 %; JKn's is the expectation for so smooth an estimate.
  CHECK_THAT(std::sqrt(one.estimates.total.covariance[3]), WithinRel(0.0527629330524, 0.06));
  CHECK_THAT(std::sqrt(one.estimates.areas[1].covariance[3]), WithinRel(0.0460979966942, 0.12));
  CHECK(one.estimates.total.covariance == again.estimates.total.covariance);
  CHECK(one.estimates.total.covariance != other.estimates.total.covariance);
}
