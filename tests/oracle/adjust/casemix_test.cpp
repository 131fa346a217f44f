#include "adjust/area_contrasts.hpp"
#include "adjust/design_matrix.hpp"
#include "adjust/direct_standardisation.hpp"
#include "adjust/regression.hpp"
#include "support/casemix_records.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace joinedup;
using namespace joinedup::test;

namespace {

double effect(const DesignMatrix& matrix, const Regression& fit, const std::string& term) {
  for (std::size_t j = 0; j < matrix.terms.size(); ++j)
    if (matrix.terms[j].name == term) return fit.slope(static_cast<Eigen::Index>(j));
  return 0; // what the others are compared with
}

} // namespace

TEST_CASE("adjusted area means, their errors and contrasts equal base R's lm") {
  const CasemixRecords records;
  const DesignMatrix matrix = design_matrix(records.adjusters(), records.ones);
  const RegressionData data{records.y, records.ones, records.ones, records.area, 8, matrix.x};
  const Regression fit = regress(data);
  const AdjustedAreas areas = adjusted_areas(data, fit);
  const auto json = oracle_json("casemix/casemix_expected.json");
  const auto& slopes = json["adjuster_coefficients"];
  check_close(effect(matrix, fit, "age 45-64") - effect(matrix, fit, "age 16-44"), slopes["age45_64"]);
  check_close(effect(matrix, fit, "age 65+") - effect(matrix, fit, "age 16-44"), slopes["age65plus"]);
  check_close(effect(matrix, fit, "sex F") - effect(matrix, fit, "sex M"), slopes["female"]);
  check_close(effect(matrix, fit, "edu"), slopes["edu"]);
  check_close(fit.residual_df, json["residual_df"]);
  check_close(fit.residual_variance, json["residual_var"]);
  check_close(areas.f, json["overall_F"]);
  check_close(areas.f_p, json["overall_p"]);

  const OracleTable table("casemix/casemix_expected.csv");
  std::vector<std::size_t> all(8);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto found = contrasts(areas, all);
  for (std::size_t a = 0; a < 8; ++a) {
    INFO(table.text("area")[a]);
    const auto at = static_cast<Eigen::Index>(a);
    check_close(fit.area_y(at), table.numbers("raw_mean")[a]);
    check_close(areas.mean(at), table.numbers("adjusted_mean")[a]);
    check_close(std::sqrt(areas.covariance(at, at)), table.numbers("se")[a]);
    check_close(found[a].difference, table.numbers("diff_from_mean_of_areas")[a]);
    check_close(found[a].se, table.numbers("se_diff")[a]);
    check_close(found[a].t, table.numbers("t")[a]);
    check_close(found[a].p, table.numbers("p")[a]);
    CHECK(found[a].stars == static_cast<int>(table.numbers("three_star")[a]));
  }
}

TEST_CASE("directly standardised means equal the oracle") {
  const CasemixRecords records;
  const std::vector<CellAdjuster> adjusters{{records.age, records.ages}, {records.sex, records.sexes}};
  const StandardCells cells = standard_cells(adjusters, records.ones, records.area, 8);
  CHECK(cells.cells == 6);
  CHECK(cells.joined.empty());
  const OracleTable table("casemix/direct_std_expected.csv");
  for (std::size_t a = 0; a < 8; ++a) {
    INFO(table.text("area")[a]);
    std::vector<std::uint32_t> domain;
    for (std::uint32_t r = 0; r < records.y.size(); ++r)
      if (records.area[r] == a) domain.push_back(r);
    const auto factors = standard_factors(cells, records.ones, domain, 5);
    double w = 0, wy = 0, most = 0;
    for (std::size_t i = 0; i < domain.size(); ++i) {
      w += factors[i];
      wy += factors[i] * records.y[domain[i]];
      most = std::max(most, factors[i]);
    }
    check_close(wy / w, table.numbers("std_mean")[a]);
    check_close(most, table.numbers("max_weight")[a]);
  }
}
