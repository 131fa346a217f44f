#include "adjust/design_matrix.hpp"
#include "adjust/direct_standardisation.hpp"
#include "adjust/regression.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

namespace {

const double none = std::nan("");
const std::vector<double> ones(6, 1.0);

} // namespace

TEST_CASE("the largest level is what others are compared with, and missing is a level of its own") {
  const std::vector<AdjusterColumn> adjusters{{"band", false, {}, {0, 1, 1, 1, 2, 0}, {"", "old", "young"}}};
  const DesignMatrix found = design_matrix(adjusters, ones);
  REQUIRE(found.terms.size() == 2);
  CHECK(found.references[0] == "old");
  CHECK(found.terms[0].name == "band young");
  CHECK(found.terms[1].name == "band missing");
  CHECK(found.x(0, 1) == 1);
  CHECK(found.x(4, 0) == 1);
  CHECK_THAT(found.complete[0], WithinAbs(4.0 / 6, 1e-15));
}

TEST_CASE("a missing number is the mean of the others and says that it is missing") {
  const std::vector<AdjusterColumn> adjusters{{"score", true, {1, 2, 6, none, 3, 3}, {}, {}}};
  const DesignMatrix found = design_matrix(adjusters, ones);
  REQUIRE(found.terms.size() == 2);
  CHECK(found.x(3, 0) == 3);
  CHECK(found.x(3, 1) == 1);
  CHECK(found.x(0, 1) == 0);
}

TEST_CASE("an adjuster of one value adjusts for nothing") {
  const DesignMatrix found = design_matrix(
      std::vector<AdjusterColumn>{{"one", false, {}, {0, 0, 0, 0, 0, 0}, {"a"}}, {"two", true, ones, {}, {}}}, ones);
  CHECK(found.terms.empty());
  CHECK(found.constant[0]);
  CHECK(found.constant[1]);
}

TEST_CASE("a term that areas or earlier terms already say is left out") {
  const std::vector<double> y{1, 2, 4, 3, 5, 9};
  const std::vector<std::uint32_t> area{0, 0, 0, 1, 1, 1};
  RecordMatrix x(6, 3);
  x << 1, 2, 0, 2, 4, 0, 3, 6, 0, 1, 2, 1, 2, 4, 1, 4, 8, 1; // twice the first; the area
  const Regression fit = regress({y, ones, ones, area, 2, x});
  CHECK(fit.used == std::vector<bool>{true, false, false});
  CHECK(fit.slope(1) == 0);
  CHECK(fit.residual_df == 3);
}

TEST_CASE("without terms the adjusted mean is the crude one") {
  const std::vector<double> y{1, 2, 3, none, 5, 9};
  const std::vector<std::uint32_t> area{0, 0, 0, 1, 1, 1};
  const RecordMatrix x(6, 0);
  const RegressionData data{y, ones, ones, area, 2, x};
  const AdjustedMean mean = adjusted_mean(regress(data), std::vector<std::size_t>{1});
  CHECK(mean.mean == 7);
  CHECK(mean.crude == 7);
}

TEST_CASE("a level that an area lacks is joined with its neighbour towards the middle, for all areas") {
  const std::vector<CellAdjuster> adjusters{{{0, 1, 2, 1, 2, 2}, {"a", "b", "c"}}}; // area 1 has nobody in a
  const std::vector<std::uint32_t> area{0, 0, 0, 1, 1, 1};
  const StandardCells found = standard_cells(adjusters, ones, area, 2);
  CHECK(found.joined == std::vector<std::string>{"a with b"});
  CHECK(found.complete);
  CHECK(found.cells == 2);
  CHECK(found.groups == std::vector<std::size_t>{0, 0, 1});
}

TEST_CASE("a cell that stays empty is said") {
  const std::vector<CellAdjuster> adjusters{{{0, 0, 0, 0, 0, 0}, {"all"}}, {{0, 1, 0, 0, 0, 0}, {"f", "m"}}};
  const std::vector<std::uint32_t> area{0, 0, 0, 1, 1, 1};
  CHECK_FALSE(standard_cells(adjusters, ones, area, 2).complete);
}

TEST_CASE("standardising weights are capped") {
  const std::vector<CellAdjuster> adjusters{{{0, 0, 0, 1, 0, 1}, {"a", "b"}}};
  const std::vector<std::uint32_t> area{0, 0, 0, 0, 1, 1}, first{0, 1, 2, 3};
  const StandardCells cells = standard_cells(adjusters, ones, area, 2);
  CHECK_THAT(standard_factors(cells, ones, first, 100)[3], WithinAbs((2.0 / 6) / (1.0 / 4), 1e-15));
  CHECK(standard_factors(cells, ones, first, 1.1)[3] == 1.1);
}
