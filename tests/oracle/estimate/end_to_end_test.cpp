#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"
#include "support/survey_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

const std::vector<std::string> indicators{"p3c_coord", "p3c_person", "pam", "eq5d", "wemwbs"};

Estimates end_to_end_estimates() {
  const OracleTable table("end_to_end/e2e_respondents.csv");
  SumsDesign design = design_of(5);
  design.centres = {7.5, 12, 50, 0.203, 42};
  IndicatorSums sums(design);
  for (std::size_t r = 0; r < table.rows(); ++r) {
    Record record;
    record.area = static_cast<std::uint32_t>(table.text("area")[r][2] - '0');
    record.weight = table.numbers("weight")[r];
    for (const auto& name : indicators)
      record.scores.push_back(table.numbers(name)[r]);
    add_to(sums, record);
  }
  return sums.estimate([](std::uint32_t area) { return "A0" + std::to_string(area); },
                       [](const std::string&) { return ""; }, "E");
}

/// SE of the index as a linear contrast of the indicator means.
double index_se(const DomainEstimate& domain) {
  const auto coefficient = oracle_json("end_to_end/e2e_expected.json")["coefficients"];
  double variance = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t k = 0; k < 5; ++k) {
      variance += coefficient[indicators[i]].get<double>() * coefficient[indicators[k]].get<double>() *
                  domain.covariance[5 * i + k];
    }
  }
  return std::sqrt(variance);
}

} // namespace

TEST_CASE("area means and the error of their linear contrast equal the end-to-end oracle") {
  const Estimates found = end_to_end_estimates();
  const OracleTable table("end_to_end/e2e_expected.csv");
  REQUIRE(found.areas.size() == table.rows());
  for (std::size_t a = 0; a < table.rows(); ++a) {
    INFO(table.text("area")[a]);
    CHECK(found.areas[a].code == table.text("area")[a]);
    CHECK(static_cast<double>(found.areas[a].n) == table.numbers("n")[a]);
    for (std::size_t i = 0; i < 5; ++i)
      check_close(found.areas[a].mean[i], table.numbers(indicators[i])[a]);
    check_close(index_se(found.areas[a]), table.numbers("se")[a]);
  }
  check_close(index_se(found.total), oracle_json("end_to_end/e2e_expected.json")["england_se"]);
}
