#include "estimate/indicator_sums.hpp"
#include "stats/normal.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"
#include "support/survey_records.hpp"

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::uint32_t number_of(std::vector<std::string>& known, const std::string& text) {
  const auto found = std::ranges::find(known, text);
  if (found == known.end()) {
    known.push_back(text);
    return static_cast<std::uint32_t>(known.size() - 1);
  }
  return static_cast<std::uint32_t>(found - known.begin());
}

/// Indicators: score, pos.
std::vector<Record> survey_records() {
  const OracleTable table("survey/survey_input.csv");
  std::vector<std::string> strata, clusters;
  std::vector<Record> records;
  const auto weight = table.numbers("weight"), score = table.numbers("score"), pos = table.numbers("pos");
  for (std::size_t r = 0; r < table.rows(); ++r) {
    records.push_back({static_cast<std::uint32_t>(table.text("area")[r][0] - 'A'),
                       number_of(strata, table.text("stratum")[r]),
                       number_of(clusters, table.text("psu")[r]),
                       weight[r],
                       1,
                       {score[r], pos[r]}});
  }
  return records;
}

SumsDesign survey_design(bool clustered) {
  SumsDesign design = design_of(2, 0, clustered, clustered);
  design.centres = {12, 0.5};
  return design;
}

const DomainEstimate& domain(const Estimates& found, const std::string& code) {
  if (code == "ALL") return found.total;
  return *std::ranges::find(found.areas, code, &DomainEstimate::code);
}

/// Every row of means that R's survey package gives for the design.
void check_against_survey(const Estimates& found, const std::string& design) {
  const OracleTable table("survey/survey_expected.csv");
  std::size_t checked = 0;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::string& stat = table.text("stat")[r];
    if (table.text("design")[r] != design || !stat.starts_with("mean_")) continue;
    INFO(design << " " << stat << " " << table.text("area")[r]);
    const std::size_t i = stat == "mean_score" ? 0 : 1;
    const DomainEstimate& d = domain(found, table.text("area")[r]);
    const double se = std::sqrt(d.covariance[3 * i]);
    check_close(d.mean[i], table.numbers("estimate")[r]);
    check_close(se, table.numbers("se")[r]);
    CHECK(static_cast<double>(d.indicator_n[i]) == table.numbers("n")[r]);
    // R's design effect is against drawing without replacement from a population of sum w.
    const double n = static_cast<double>(d.indicator_n[i]), srs = d.sd[i] * d.sd[i] / n;
    if (!std::isnan(table.numbers("deff")[r]))
      check_close(se * se / srs / (1 - n / d.weight[i]), table.numbers("deff")[r]);
    if (d.code == "ALL") {
      CHECK(found.design_df == table.numbers("df")[r]);
      if (i == 1) check_close(d.kish_n[i], 94.6284436213534); // survey_expected_details.json
      check_close(d.mean[i] + student_t_quantile(0.975, found.design_df) * se, table.numbers("ci_high")[r]);
    }
    ++checked;
  }
  CHECK(checked == 10);
}

} // namespace

TEST_CASE("means and errors under weights equal R survey") {
  check_against_survey(estimates_of(survey_design(false), survey_records()), "weighted_srs");
}

TEST_CASE("means and errors under nested strata and PSUs equal R survey") {
  check_against_survey(estimates_of(survey_design(true), survey_records()), "stratified_cluster");
}

TEST_CASE("sums merged from parts equal R survey") {
  const auto records = survey_records();
  for (const bool clustered : {false, true}) {
    std::vector<IndicatorSums> parts;
    for (int i = 0; i < 7; ++i)
      parts.emplace_back(survey_design(clustered));
    for (std::size_t r = 0; r < records.size(); ++r)
      add_to(parts[(r * r) % 7], records[r]);
    IndicatorSums all(survey_design(clustered));
    for (std::size_t i = 7; i > 0; --i)
      all.merge(parts[i - 1]);
    check_against_survey(estimates_of(all), clustered ? "stratified_cluster" : "weighted_srs");
    CHECK(same(estimates_of(all), estimates_of(survey_design(clustered), records)));
  }
}

TEST_CASE("records counted together give what single records give") {
  auto records = survey_records();
  const auto once = records;
  for (int copy = 0; copy < 4; ++copy)
    records.insert(records.end(), once.begin(), once.end());
  auto counted = once;
  for (Record& record : counted)
    record.count = 5;
  for (const bool clustered : {false, true}) {
    CHECK(same(estimates_of(survey_design(clustered), counted), estimates_of(survey_design(clustered), records)));
  }
}
