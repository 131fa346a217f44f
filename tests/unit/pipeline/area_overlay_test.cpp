#include "pipeline/area_tables.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/estimate_builder.hpp"

#include <joinedup/base_size.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace joinedup;
using namespace joinedup::test;

namespace {

AreaFigure count_of(double numerator, double denominator) {
  AreaFigure out;
  out.row.numerator = numerator;
  out.row.denominator = denominator;
  return out;
}

AreaFigure value_of(double value, double se, std::optional<std::uint64_t> n = {}) {
  AreaFigure out;
  out.row.value = value;
  out.row.se = se;
  out.row.n = n;
  return out;
}

LoadedTable table_of(TableKind kind, std::map<std::string, AreaFigure> figures) {
  LoadedTable out;
  out.indicator = 1;
  out.id = "table";
  out.spec.kind = kind;
  out.figures = std::move(figures);
  return out;
}

/// A survey score, and room for a table; `places` with 100 respondents each.
Estimates survey(const std::vector<std::string>& places) {
  std::vector<DomainEstimate> areas;
  for (const std::string& place : places) {
    areas.push_back(area_of(place, {{100, 50}, {0, test::nan}}, 100));
    for (const std::size_t entry : {1U, 2U})
      areas.back().covariance[entry] = 0.5; // what a companion of the survey might have left
  }
  return estimates_of(std::move(areas), 2, {"score", "table"});
}

Estimates laid_over(Estimates estimates, LoadedTable table, bool whole_index = false) {
  AreaTables tables;
  tables.whole_index = whole_index;
  for (const auto& [code, figure] : table.figures) {
    if (code != table.whole) tables.areas.insert(code);
  }
  tables.tables.push_back(std::move(table));
  Diagnostics diagnostics;
  lay_over(tables, nullptr, true, estimates, diagnostics);
  CHECK(diagnostics.all().empty());
  return estimates;
}

} // namespace

TEST_CASE("a table's figures have no covariance with the survey's") {
  const Estimates out = laid_over(
      survey({"A", "B"}), table_of(TableKind::value, {{"A", value_of(3, 0.2, 40)}, {"B", value_of(5, 0.4, 60)}}));
  const DomainEstimate& a = out.areas[0];
  CHECK(a.mean == std::vector<double>{50, 3});
  CHECK(a.covariance[1] == 0);
  CHECK(a.covariance[2] == 0);
  check_close(a.covariance[3], 0.04);
  CHECK(a.covariance[0] == 1); // the survey's own stays
  CHECK(a.n == 100);
}

TEST_CASE("values with the people behind them have their weighted mean as the whole") {
  const Estimates out = laid_over(
      survey({"A", "B"}), table_of(TableKind::value, {{"A", value_of(3, 0.2, 40)}, {"B", value_of(5, 0.4, 60)}}));
  check_close(out.total.mean[1], 4.2);
  check_close(out.total.covariance[3], 0.16 * 0.04 + 0.36 * 0.16);
  check_close(out.areas[0].covariance_with_total[3], 0.4 * 0.04); // its part of the whole
  CHECK(out.total.indicator_n[1] == 100);
}

TEST_CASE("counts of the areas add up to the whole") {
  const Estimates out = laid_over(survey({"A", "B"}),
                                  table_of(TableKind::proportion, {{"A", count_of(10, 40)}, {"B", count_of(50, 60)}}));
  check_close(out.total.mean[1], 0.6);
  CHECK(out.areas[0].indicator_n[1] == 40);
  CHECK(out.total.indicator_n[1] == 100);
}

TEST_CASE("a population is no number of respondents") {
  const Estimates out = laid_over(survey({"A"}), table_of(TableKind::rate, {{"A", count_of(2, 5)}}));
  CHECK_FALSE(counted(out.areas[0].indicator_n[1]));
  CHECK(out.areas[0].indicator_n[1] < out.total.indicator_n[1]);
}

TEST_CASE("the row of the whole is taken where the table has it") {
  LoadedTable table = table_of(TableKind::value, {{"A", value_of(3, 0.2)}, {"W", value_of(4, 0.1)}});
  table.whole = "W";
  const Estimates out = laid_over(survey({"A", "B"}), table);
  CHECK(out.total.mean[1] == 4);
  CHECK(std::isnan(out.areas[1].mean[1])); // no figure for B
  CHECK(out.areas[0].weight[1] == 0);      // its part of the whole is not known
  CHECK(out.areas[0].covariance_with_total[3] == 0);
}

TEST_CASE("the plain mean of the areas gives each the same weight") {
  LoadedTable table =
      table_of(TableKind::value, {{"A", value_of(3, 0)}, {"B", value_of(5, 0)}, {"C", value_of(10, 0)}});
  table.spec.whole = "areas";
  const Estimates out = laid_over(survey({"A", "B", "C"}), table);
  check_close(out.total.mean[1], 6);
  check_close(out.areas[2].weight[1] / out.total.weight[1], 1.0 / 3);
}

TEST_CASE("an index of tables has their areas, and counts nobody") {
  LoadedTable table = table_of(TableKind::proportion, {{"B", count_of(50, 60)}, {"A", count_of(10, 40)}});
  table.indicator = 0;
  Estimates nobody;
  nobody.indicators = {"table"};
  nobody.index_indicators = 1;
  const Estimates out = laid_over(nobody, table, true);
  REQUIRE(out.areas.size() == 2);
  CHECK(out.areas[0].code == "A");
  CHECK_FALSE(counted(out.areas[0].n));
  CHECK_FALSE(counted(out.total.n));
  check_close(out.areas[1].mean[0], 50.0 / 60);
}

TEST_CASE("an area hidden at its source has no figure and no part in the whole") {
  const Estimates out =
      laid_over(survey({"A", "B"}),
                table_of(TableKind::proportion, {{"A", count_of(10, 40)}, {"B", count_of(test::nan, test::nan)}}));
  CHECK(std::isnan(out.areas[1].mean[1]));
  CHECK(out.areas[1].weight[1] == 0);
  CHECK(out.areas[1].indicator_n[1] == 0);
  check_close(out.total.mean[1], 0.25);
}
