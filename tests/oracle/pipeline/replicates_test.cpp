#include "pipeline/estimation/case_mix.hpp"
#include "pipeline/estimation/replicate_errors.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"
#include "support/survey_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

SumsDesign design_by(bool clustered, std::size_t indicators) { return design_of(indicators, 0, clustered, clustered); }

KeptFrame survey_frame(bool clustered) {
  KeptFrame out{survey_oracle_records(clustered), {}, {"A", "B", "C", "D"}, {0, 0, 0, 0}, {}, {}};
  return out;
}

KeptFrame casemix_frame(bool clustered) {
  const OracleTable table("casemix/adjusted_by_design_input.csv");
  const auto area = ranks_of(table.text("area")), age = ranks_of(table.text("age")), sex = ranks_of(table.text("sex"));
  const auto y = table.numbers("y"), edu = table.numbers("edu"), weight = table.numbers("w"),
             cluster = table.numbers("psu");
  KeptFrame out{ScoredRecords(1, 1, 2), {{"age", "sex"}, {"edu"}}, {}, {}, {""}, {"16-44", "45-64", "65+", "F", "M"}};
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::vector<double> score{y[r]}, number{edu[r]};
    const std::vector<std::uint32_t> categories{age[r], 3 + sex[r]};
    out.records.add(
        {area[r], 0, clustered ? static_cast<std::uint32_t>(cluster[r]) : 0, weight[r], 1, score, number, categories});
  }
  for (int a = 1; a <= 8; ++a)
    out.areas.push_back("A0" + std::to_string(a));
  out.region_of.assign(8, 0);
  return out;
}

EstimationSpec jackknife() {
  EstimationSpec out;
  out.uncertainty = Uncertainty::jackknife;
  return out;
}

Estimates raked_anew(bool clustered, std::size_t margins_used, const EstimationSpec& spec) {
  KeptFrame frame = survey_frame(clustered);
  std::vector<Margin> margins = survey_oracle_margins(frame.records);
  margins.resize(margins_used);
  Replication replication(frame, design_by(clustered, 2), {}, spec, 1, 1);
  const std::vector<double> ones(frame.records.size(), 1.0);
  frame.records.weights = rake(frame.records.weights, ones, margins, 0).weights;
  Estimates out = means_of(frame.records, 4);
  replication.rake_to(margins, 0);
  Diagnostics diagnostics;
  replication.of_raked_means(out, {}, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return out;
}

const DomainEstimate& domain(const Estimates& found, const std::string& area, char first) {
  return area == "ALL" ? found.total : found.areas[static_cast<std::size_t>(area.back() - first)];
}

} // namespace

TEST_CASE("errors by replicates that are raked anew equal R survey's") {
  const OracleTable table("survey/raked_replicates_expected.csv");
  for (const bool clustered : {false, true}) {
    for (const std::size_t margins : {std::size_t{1}, std::size_t{2}}) {
      const Estimates found = raked_anew(clustered, margins, jackknife());
      std::size_t checked = 0;
      for (std::size_t r = 0; r < table.rows(); ++r) {
        if (table.text("design")[r] != (clustered ? "psu" : "rows") ||
            table.text("weights")[r] != (margins == 2 ? "raked" : "poststratified"))
          continue;
        INFO(table.text("design")[r] << " " << table.text("weights")[r] << " " << table.text("area")[r]);
        const std::size_t k = table.text("y")[r] == "score" ? 0 : 1;
        const DomainEstimate& d = domain(found, table.text("area")[r], 'A');
        check_close(d.mean[k], table.numbers("estimate")[r]);
        check_close(std::sqrt(d.covariance[3 * k]), table.numbers("se")[r]);
        ++checked;
      }
      CHECK(checked == 10);
    }
  }
}

TEST_CASE("errors by replicates that are adjusted anew equal R survey's") {
  const OracleTable table("casemix/replicates_expected.csv");
  for (const bool clustered : {false, true}) {
    for (const bool direct : {false, true}) {
      const KeptFrame frame = casemix_frame(clustered);
      SumsDesign design = design_of(1, 0, false, clustered);
      const Replication replication(frame, design, {}, jackknife(), 1, 1);
      CaseMixSpec spec;
      spec.method = direct ? CaseMixMethod::direct : CaseMixMethod::regression;
      spec.adjusters = {{"age"}, {"sex"}};
      if (!direct) spec.adjusters.push_back({"edu", true});
      Estimates crude = means_of(frame.records, 8);
      crude.indicators = {"y"};
      const CaseMixFindings found = adjust_case_mix(frame, spec, crude, clustered, {}, &replication);
      CHECK(found.diagnostics.all().empty());
      std::size_t checked = 0;
      for (std::size_t r = 0; r < table.rows(); ++r) {
        if (table.text("design")[r] != (clustered ? "psu" : "rows") ||
            table.text("method")[r] != (direct ? "direct" : "regression"))
          continue;
        INFO(table.text("design")[r] << " " << table.text("method")[r] << " " << table.text("area")[r]);
        const DomainEstimate& d = domain(found.adjusted, table.text("area")[r], '1');
        check_close(d.mean[0], table.numbers("estimate")[r]);
        check_close(std::sqrt(d.covariance[0]), table.numbers("se")[r]);
        ++checked;
      }
      CHECK(checked == 9);
    }
  }
}

TEST_CASE("bootstrap replicates that are raked anew come near the jackknife") {
  EstimationSpec drawn;
  drawn.uncertainty = Uncertainty::bootstrap;
  drawn.replicates = 2000;
  const Estimates found = raked_anew(false, 2, drawn), expected = raked_anew(false, 2, jackknife());
  for (const std::size_t k : {std::size_t{0}, std::size_t{3}})
    CHECK_THAT(std::sqrt(found.total.covariance[k]), WithinRel(std::sqrt(expected.total.covariance[k]), 0.1));
}

TEST_CASE("replicates in which a level of a margin has nobody are told") {
  KeptFrame frame{ScoredRecords(1, 0, 0), {}, {"A"}, {0}, {}, {}};
  std::vector<Margin> margins{{{0, 0, 0, 1}, {3, 1}}, {{0, 1, 0, 1}, {2, 2}}};
  for (const double y : {1.0, 2.0, 4.0, 9.0}) {
    const std::vector<double> score{y};
    frame.records.add({0, 0, 0, 1, 1, score, {}, {}});
  }
  Replication replication(frame, design_by(false, 1), {}, jackknife(), 1, 1);
  replication.rake_to(margins, 0);
  Estimates out = means_of(frame.records, 1);
  Diagnostics diagnostics;
  replication.of_raked_means(out, {}, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().code == "J641");
  // Without the fourth a level has nobody; without the second the two margins leave no weights that fit both.
  CHECK(diagnostics.all().front().message == "raking has not settled in 2 of 4 replicates");
}
