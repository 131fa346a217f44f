// Coherence tables and frames fitted to areas, on a small study made by hand.
#include "pipeline/analysis.hpp"
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <algorithm>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Twelve areas with x = 40, 43, ...; y = 90 - x / 2; z = x. A13 is too small to show and hides A01, the next smallest.
Estimates thirteen(double hidden = 50) {
  std::vector<DomainEstimate> areas;
  for (std::uint64_t a = 0; a < 12; ++a) {
    const std::uint64_t n = 100 + 10 * a;
    const double x = 40 + 3 * static_cast<double>(a);
    areas.push_back(
        area_of(std::string("A") + (a < 9 ? "0" : "") + std::to_string(a + 1), {{n, x}, {n, 90 - x / 2}, {n, x}}, n));
  }
  areas.push_back(area_of("A13", {{5, hidden}, {5, hidden}, {5, hidden}}, 5));
  return estimates_of(std::move(areas), 3, {"x", "y", "z"});
}

/// x and y are one domain, z is another.
RunResults study() {
  RunResults results = results_for({"x", "y", "z"}, 3);
  results.index.domains[0].indicators.push_back(results.index.domains[1].indicators[0]);
  results.index.domains.erase(results.index.domains.begin() + 1);
  results.study.coherence = true;
  return results;
}

RunResults run(RunResults results, const Estimates& estimates) {
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  return results;
}

const ResultTable& table(const RunResults& results, const std::string& id) {
  const auto found = std::ranges::find(results.tables, id, &ResultTable::id);
  REQUIRE(found != results.tables.end());
  return *found;
}

const TableCell& cell(const ResultTable& table, std::size_t row, const std::string& column) {
  const auto found = std::ranges::find(table.columns, column, &TableColumn::name);
  REQUIRE(found != table.columns.end());
  return table.rows[row][static_cast<std::size_t>(found - table.columns.begin())];
}

double number(const TableCell& cell) { return std::get<double>(cell); }

} // namespace

TEST_CASE("a measure that runs against its domain is told, and a domain of one has no inner correlations") {
  const RunResults results = run(study(), thirteen());
  const ResultTable& found = table(results, "coherence");
  // The domain is (x + y) / 2 = 45 + x / 4: x goes with it, y against it, and z, which is x, with the other domain.
  CHECK_THAT(number(cell(found, 0, "r_domain")), WithinAbs(1, 1e-9));
  CHECK_THAT(number(cell(found, 1, "r_domain")), WithinAbs(-1, 1e-9));
  CHECK_THAT(number(cell(found, 0, "item_rest")), WithinAbs(-1, 1e-9));
  CHECK(std::get<std::string>(cell(found, 1, "flags")).starts_with("runs against its domain"));
  CHECK(std::holds_alternative<std::monostate>(cell(found, 2, "r_domain")));
  CHECK_THAT(number(cell(found, 2, "r_other_domain")), WithinAbs(1, 1e-9));
  CHECK(found.finding == "1 of 3 measures stand out, over 11 areas.");
}

TEST_CASE("alpha may be negative and is told so") {
  const RunResults results = run(study(), thirteen());
  const ResultTable& found = table(results, "coherence_domains");
  // Variances v and v / 4, covariance -v / 2: 2 (1 - 1.25 / 0.25) = -8.
  CHECK_THAT(number(cell(found, 0, "alpha")), WithinAbs(-8, 1e-9));
  CHECK(std::get<std::uint64_t>(cell(found, 0, "areas")) == 11);
  CHECK(std::get<std::string>(cell(found, 1, "reason")) == "fewer than two measures");
  const ResultTable& components = table(results, "coherence_components");
  CHECK_THAT(number(cell(components, 0, "eigenvalue")), WithinAbs(3, 1e-9));
}

TEST_CASE("what is hidden has no say in a fit to areas nor in coherence") {
  for (const char* method : {"min_max", "z_score", "percentile", "ampi"}) {
    INFO(method);
    RunResults asked = study();
    for (Domain& domain : asked.index.domains)
      for (Indicator& indicator : domain.indicators)
        indicator.normalise = {method};
    const RunResults one = run(asked, thirteen(50)), other = run(asked, thirteen(99));
    for (std::size_t k = 0; k < 3; ++k)
      CHECK(one.indicators[k].normalised == other.indicators[k].normalised);
    CHECK_FALSE(one.indicators[0].normalised.empty());
    for (std::size_t a = 0; a < one.areas.size(); ++a)
      CHECK(one.areas[a].index.value == other.areas[a].index.value);
    CHECK(one.areas[12].index.value == std::nullopt);
    CHECK(table(one, "coherence").rows == table(other, "coherence").rows);
  }
}

TEST_CASE("an index by places has values, and no interval, band or rank") {
  RunResults asked = study();
  for (Domain& domain : asked.index.domains)
    for (Indicator& indicator : domain.indicators)
      indicator.normalise = {"rank"};
  const RunResults results = run(asked, thirteen());
  CHECK(results.areas[5].index.value.has_value());
  CHECK_FALSE(results.areas[5].index.se.has_value());
  CHECK_FALSE(results.areas[5].index.lower.has_value());
  CHECK(results.areas[5].comparison.band == Band::none);
  CHECK_FALSE(results.areas[5].rank.has_value());
  CHECK(std::ranges::any_of(results.diagnostics.all(), [](const Diagnostic& d) { return d.code == "J632"; }));
}

TEST_CASE("weights from components are refused where loadings differ in sign, and no results are made") {
  RunResults asked = study();
  asked.index.weighting = {"pca"};
  CHECK_FALSE(assemble(thirteen(), nullptr, asked));
  CHECK(asked.diagnostics.has_errors());
}

TEST_CASE("weights for a wanted influence are published, and questions weigh accordingly") {
  Estimates estimates = thirteen();
  for (std::size_t a = 0; a < 12; ++a)
    estimates.areas[a].mean[2] += a % 3 == 0 ? 9 : 0; // else z is x and no weights are unique
  for (std::size_t a = 0; a < 12; ++a)
    estimates.areas[a].mean[1] += a % 4 == 0 ? 5 : 0;
  RunResults asked = study();
  asked.index.weighting = {"equal_influence"};
  asked.indicators[0].weight = 0.25;
  asked.indicators[0].question_weights = {{"q1", 0.25}};
  const RunResults results = run(asked, estimates);
  const std::vector<double> wanted = {0.25, 0.25, 0.5};
  for (std::size_t k = 0; k < 3; ++k)
    CHECK_THAT(results.indicators[k].variance_share.value(), WithinAbs(wanted[k], 1e-9));
  CHECK_THAT(results.indicators[0].question_weights[0].second, WithinRel(results.indicators[0].weight, 1e-12));
}
