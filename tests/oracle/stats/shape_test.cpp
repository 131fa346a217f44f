// Skewness, kurtosis, alpha and components of area values against COINr and R (tests/oracle/data/composite).
#include "stats/consistency.hpp"
#include "stats/principal_components.hpp"
#include "stats/shape.hpp"

#include "support/catch.hpp"
#include "support/oracle_data.hpp"

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Rows of the areas that have all of `names`; the two cells that are missing leave two areas out.
std::vector<std::vector<double>> complete(const std::vector<std::string>& names) {
  const OracleTable table("composite/composite_input.csv");
  std::vector<std::vector<double>> out;
  for (std::size_t a = 0; a < table.rows(); ++a) {
    std::vector<double> row;
    for (const std::string& name : names)
      row.push_back((name == "repeat_story" ? -1 : 1) * table.numbers(name)[a]);
    if (std::none_of(row.begin(), row.end(), [](double v) { return std::isnan(v); })) out.push_back(row);
  }
  return out;
}

} // namespace

TEST_CASE("skewness and excess kurtosis equal those of COINr, and so does what counts as outlying") {
  const OracleTable table("composite/composite_input.csv");
  const auto details = oracle_json("composite/composite_details.json");
  for (const auto& one : details["skew_kurtosis"]) {
    INFO(one["indicator"]);
    const Shape found = shape_of(table.numbers(one["indicator"].get<std::string>()));
    CHECK_THAT(found.skewness, WithinRel(one["skew"].get<double>(), 1e-8));
    CHECK_THAT(found.kurtosis, WithinRel(one["kurt"].get<double>(), 1e-8));
    CHECK(found.outlying() != one["pass"].get<bool>());
  }
}

TEST_CASE("one far value among ten is outlying, and not once it is drawn in") {
  // COINr's skew and kurt: (1..9, 60): G1 3.03525, G2 9.41474; with 9 for 60: -0.15146, -1.35698.
  std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 60};
  CHECK_THAT(shape_of(values).skewness, WithinAbs(3.03525336222873, 1e-12));
  CHECK_THAT(shape_of(values).kurtosis, WithinAbs(9.41474415326829, 1e-12));
  CHECK(shape_of(values).outlying());
  values.back() = 9;
  CHECK_THAT(shape_of(values).skewness, WithinAbs(-0.151463107082959, 1e-12));
  CHECK_THAT(shape_of(values).kurtosis, WithinAbs(-1.35698491155047, 1e-12));
  CHECK_FALSE(shape_of(values).outlying());
}

TEST_CASE("fewer than four values, or equal ones, have no shape") {
  CHECK(std::isnan(shape_of(std::vector<double>{1, 2, 9}).skewness));
  CHECK(std::isnan(shape_of(std::vector<double>{4, 4, 4, 4}).kurtosis));
  CHECK_FALSE(shape_of(std::vector<double>{4, 4, 4, 4}).outlying());
}

TEST_CASE("principal components equal R's prcomp") {
  const auto oracle = oracle_json("composite/composite_details.json")["pca"];
  const auto names = oracle["variables"].get<std::vector<std::string>>();
  const auto rows = complete(names);
  REQUIRE(rows.size() == 8);
  const auto found = principal_components(correlation_of(covariance_matrix(rows), names.size()), names.size());
  for (std::size_t c = 0; c < names.size(); ++c) {
    CHECK_THAT(found.eigenvalues[c], WithinRel(oracle["eigenvalues"][c].get<double>(), 1e-8));
    CHECK_THAT(std::fabs(found.loadings[0][c]), WithinRel(oracle["abs_loadings_pc1"][c].get<double>(), 1e-8));
  }
}
