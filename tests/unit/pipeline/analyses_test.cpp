// Analyses beside the index on a small study made by hand.
#include "pipeline/analyses/sensitivity_stand_in.hpp"
#include "pipeline/analysis.hpp"
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Twelve areas: x goes up with the area, y goes down half as fast, so the index goes up; A13 is too small to
/// show and hides A01, the next smallest, with it.
Estimates thirteen() {
  std::vector<DomainEstimate> areas;
  for (std::uint64_t a = 0; a < 12; ++a) {
    const std::uint64_t n = 100 + 10 * a;
    const double mean = 40 + 3 * static_cast<double>(a);
    const std::string code = std::string("A") + (a < 9 ? "0" : "") + std::to_string(a + 1);
    areas.push_back(area_of(code, {{n, mean}, {n, 90 - mean / 2}}, n));
  }
  areas.push_back(area_of("A13", {{5, 50}, {5, 50}}, 5));
  return estimates_of(std::move(areas), 2, {"x", "y"});
}

RunResults analysed(RunResults results, unsigned threads = 1) {
  const Estimates estimates = thirteen();
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, threads}, results);
  return results;
}

RunResults study() { return results_for({"x", "y"}, 2); }

const ResultTable& table(const RunResults& results, const std::string& id) {
  const auto found = std::ranges::find(results.tables, id, &ResultTable::id);
  REQUIRE(found != results.tables.end());
  return *found;
}

double number(const TableCell& cell) { return std::get<double>(cell); }

RunResults sensitivity(const SensitivitySpec& spec, unsigned threads = 1) {
  RunResults results = study();
  results.study.sensitivity = spec;
  return analysed(std::move(results), threads);
}

RunResults issued(std::vector<IssuedRow> rows) {
  RunResults results = study();
  results.study.issued = IssuedTable{"sent.csv", "area", "n", std::move(rows)};
  return analysed(std::move(results));
}

} // namespace

TEST_CASE("a study that asks for no analysis has no tables") { CHECK(analysed(study()).tables.empty()); }

TEST_CASE("leaving out the measure that carries the order turns the ranks round") {
  SensitivitySpec spec;
  spec.draws = 10;
  const RunResults results = sensitivity(spec);
  const ResultTable& drop = table(results, "sensitivity_drop_one");
  REQUIRE(drop.rows.size() == 2);
  // Without x the eleven ranks are reversed: |1-11| + |2-10| + ... = 60 places over 11 areas.
  CHECK_THAT(number(drop.rows[0][1]), WithinAbs(60.0 / 11, 1e-12));
  CHECK(std::get<std::uint64_t>(drop.rows[0][2]) == 10);
  CHECK_THAT(number(drop.rows[1][1]), WithinAbs(0, 1e-12));
}

TEST_CASE("where only sampling varies, areas far apart keep their ranks and sampling explains what moves") {
  SensitivitySpec spec;
  spec.draws = 400;
  spec.normalise = {"goalposts"};
  spec.aggregate = {"arithmetic"};
  spec.concentration = 0;
  spec.leave_out = false;
  const RunResults results = sensitivity(spec);
  const ResultTable& ranks = table(results, "sensitivity_ranks");
  REQUIRE(ranks.rows.size() == 11); // A01 and A13 are hidden and take no part
  CHECK(std::get<std::string>(ranks.rows[0][0]) == "A12");
  CHECK(std::get<std::uint64_t>(ranks.rows[0][2]) == 1);
  const ResultTable& sobol = table(results, "sensitivity_sobol");
  REQUIRE(sobol.rows.size() == 1);
  CHECK_THAT(number(sobol.rows[0][2]), WithinAbs(1, 0.15));
}

TEST_CASE("sensitivity does not depend on threads and does depend on the seed") {
  const auto text = [](const RunResults& results) {
    std::string out;
    for (const ResultTable& one : results.tables)
      for (const auto& row : one.rows)
        for (const TableCell& cell : row)
          if (const auto* value = std::get_if<double>(&cell)) out += std::to_string(*value) + ";";
    return out;
  };
  SensitivitySpec spec;
  spec.draws = 200;
  const std::string alone = text(sensitivity(spec, 1));
  CHECK(alone == text(sensitivity(spec, 2)));
  RunResults other = study();
  other.study.sensitivity = spec;
  other.study.seed = 2;
  CHECK(alone != text(analysed(std::move(other))));
}

TEST_CASE("sensitivity without draws or without a factor makes no table and says so") {
  SensitivitySpec spec;
  spec.draws = 0;
  CHECK(sensitivity(spec).tables.empty());
  spec.draws = 10;
  spec.sampling = false;
  spec.normalise = {"goalposts"};
  spec.aggregate = {"arithmetic"};
  spec.concentration = 0;
  spec.leave_out = false;
  const RunResults results = sensitivity(spec);
  CHECK(results.tables.empty());
  CHECK(results.diagnostics.count("J691") == 1);
  REQUIRE_FALSE(results.settings.empty());
  CHECK(results.settings.back().value == "none: no factor has two alternatives");
}

TEST_CASE("one area leaves no ranks to test") {
  RunResults results = study();
  results.study.sensitivity = SensitivitySpec{};
  const Estimates estimates = estimates_of({area_of("A01", {{100, 50}, {100, 50}}, 100)}, 2, {"x", "y"});
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  CHECK(results.tables.empty());
  CHECK(results.diagnostics.count("J690") == 1);
}

TEST_CASE("crude or adjusted is a factor where both are there, and explains all where nothing else varies") {
  SensitivitySpec spec;
  spec.draws = 400;
  spec.sampling = false;
  spec.normalise = {"goalposts"};
  spec.aggregate = {"arithmetic"};
  spec.concentration = 0;
  spec.leave_out = false;
  RunResults results = study();
  results.study.sensitivity = spec;
  const Estimates crude = thirteen();
  Estimates adjusted = crude; // the order of the areas turned round
  for (std::size_t a = 0; a < 12; ++a)
    adjusted.areas[a].mean = crude.areas[11 - a].mean;
  const auto assembly = assemble(crude, nullptr, results);
  REQUIRE(assembly);
  const auto run = [&](bool wanted) {
    RunResults out = results;
    out.study.sensitivity->case_mix = wanted;
    add_analyses({crude, nullptr, assembly->frame, assembly->drafts, out, 1, &adjusted}, out);
    return out;
  };
  CHECK(run(false).tables.empty());
  const RunResults found = run(true);
  const ResultTable& sobol = table(found, "sensitivity_sobol");
  REQUIRE(sobol.rows.size() == 1);
  CHECK(std::get<std::string>(sobol.rows[0][0]) == "case_mix");
  CHECK_THAT(number(sobol.rows[0][2]), WithinAbs(1, 0.15));
  // A12 is first by crude means and last but one by adjusted ones (A01 is hidden): each in about half of the runs.
  const ResultTable& ranks = table(found, "sensitivity_ranks");
  const auto row = std::ranges::find_if(ranks.rows, [](const auto& r) { return std::get<std::string>(r[0]) == "A12"; });
  REQUIRE(row != ranks.rows.end());
  CHECK(std::get<std::uint64_t>((*row)[2]) == 1);
  CHECK(number((*row)[4]) == 1);
  CHECK(number((*row)[5]) == 11);
}

TEST_CASE("what stands in for a missing measure is as each way says") {
  const double none = std::nan("");
  const std::vector<std::vector<double>> points = {{10, 40}, {20, 60}, {none, 50}, {60, 10}};
  const std::vector<std::string> regions = {"R", "R", "R", "S"};
  const auto groups = group_points(points, regions);
  CHECK(groups[2][0].mean == 15);
  CHECK_THAT(groups[2][0].sd, WithinRel(std::sqrt(50.0), 1e-12));
  const auto everywhere = group_points(points, std::vector<std::string>{"R", "T", "S", "S"}); // one area is no group
  CHECK(everywhere[2][0].median == 20);
  IndexFrame frame;
  frame.components.resize(2);
  const std::vector<double> weights = {0.5, 0.5}, whole = {30, 45};
  const auto stands = [&](const char* way) { return stand_in(way, points[2], whole, weights, frame, groups[2]); };
  CHECK(stands("levels").points[0] == 50);
  CHECK(stands("deviations").points[0] == 35);
  CHECK(stands("group_mean").points[0] == 15);
  CHECK_THAT(stands("group_median").variance[0], WithinRel(50, 1e-12));
  CHECK(stands("levels").variance[0] == 0);
  CHECK(stand_in("group_mean", points[2], whole, weights, frame, std::vector<GroupPoints>(2)).points[0] == 35);
}

TEST_CASE("response rates have Wilson's limits and leave hidden areas out") {
  const RunResults results = issued({{"A01", 400}, {"A02", 440}, {"A03", 240}, {"A13", 50}});
  const ResultTable& response = table(results, "response");
  REQUIRE(response.rows.size() == 2);
  const auto& first = response.rows[0];
  CHECK(std::get<std::string>(first[0]) == "A02");
  CHECK(std::get<std::uint64_t>(first[3]) == 440);
  CHECK(std::get<std::uint64_t>(first[4]) == 110);
  CHECK_THAT(number(first[5]), WithinAbs(0.25, 1e-12));
  CHECK_THAT(number(first[6]), WithinAbs(0.2118214833, 1e-9)); // R 4.2: prop.test(110, 440, correct = FALSE)
  CHECK_THAT(number(first[7]), WithinAbs(0.2925060291, 1e-9));
  CHECK(response.finding == "Response rates of areas run from 25.0 % to 50.0 %.");
}

TEST_CASE("response rates that fall as the index rises correlate by minus 1 and give the whole a rate") {
  std::vector<IssuedRow> rows;
  const Estimates estimates = thirteen();
  for (std::uint64_t a = 0; a < 12; ++a)
    rows.push_back({estimates.areas[a].code, (100 + 10 * a) * 100 / (90 - a)});
  rows.push_back({"A13", 10});
  const RunResults results = issued(rows);
  const ResultTable& correlation = table(results, "response_correlation");
  CHECK(std::get<std::uint64_t>(correlation.rows[0][1]) == 11);
  CHECK(number(correlation.rows[0][2]) < -0.99);
  const ResultTable& response = table(results, "response");
  CHECK(std::get<std::string>(response.rows.back()[2]) == "total");
}

TEST_CASE("more respondents than questionnaires and areas that nobody knows are said") {
  const RunResults results = issued({{"A02", 109}, {"B01", 100}});
  CHECK(results.diagnostics.count("J692") == 1);
  CHECK(results.diagnostics.count("J693") == 1);
  CHECK(std::holds_alternative<std::monostate>(table(results, "response").rows[0][5]));
}

TEST_CASE("whatever alternatives are named, the nominal rank is that of the published methods") {
  SensitivitySpec spec;
  spec.draws = 5;
  const RunResults plain = sensitivity(spec);
  spec.normalise = {"z_score", "min_max"};
  spec.aggregate = {"geometric"};
  const RunResults other = sensitivity(spec);
  // Left out in turn, all else as published: the same whatever the draws vary.
  CHECK(table(plain, "sensitivity_drop_one").rows == table(other, "sensitivity_drop_one").rows);
}

TEST_CASE("weights drawn so widely that one measure has them all still leave an index without it") {
  SensitivitySpec spec;
  spec.draws = 300;
  spec.sampling = false;
  spec.concentration = 0.001;
  const RunResults results = sensitivity(spec);
  for (const auto& row : table(results, "sensitivity_ranks").rows)
    CHECK(number(row[4]) >= 1); // the 5th percentile: a run without values would rank nobody, as 0
}

TEST_CASE("an index that is never ranked says why its sensitivity is not looked at") {
  RunResults results = study();
  results.study.sensitivity = SensitivitySpec{};
  results.index.ranked = false;
  const RunResults done = analysed(std::move(results));
  CHECK(done.tables.empty());
  REQUIRE_FALSE(done.settings.empty());
  CHECK(done.settings.back().value == "none: this index is never ranked or banded");
}

TEST_CASE("where age and illness are not allowed for, the report's bands are lower and higher, not worse and better") {
  RunResults results = study();
  results.study.sensitivity = SensitivitySpec{};
  results.study.sensitivity->draws = 5;
  results.crude_outcomes = true;
  const RunResults done = analysed(std::move(results));
  const ResultTable& ranks = table(done, "sensitivity_ranks");
  CHECK(ranks.columns[6].label == "Runs much lower");
  CHECK(ranks.columns[9].label == "Runs higher");
  CHECK(ranks.columns[9].name == "share_better");
}

TEST_CASE("a hidden area in the target leaves no funnel limits and no tipping point") {
  RunResults fixed = study();
  fixed.study.target.kind = TargetKind::areas_fixed;
  fixed.study.funnel = true;
  fixed.study.issued = IssuedTable{"sent.csv", "area", "n", {{"A02", 440}, {"A03", 240}}};
  const RunResults results = analysed(std::move(fixed));
  REQUIRE(results.target.hidden_compared > 0);
  CHECK(std::ranges::find(results.tables, "funnel", &ResultTable::id) == results.tables.end());
  CHECK(std::ranges::find(results.tables, "response", &ResultTable::id) != results.tables.end());
  CHECK(std::ranges::find(results.tables, "tipping_point", &ResultTable::id) == results.tables.end());
}

TEST_CASE("the band that is told changes at the tipping point of those who did not answer") {
  std::vector<IssuedRow> rows;
  for (const AreaResult& area : analysed(study()).areas)
    if (area.n) rows.push_back({area.code, *area.n * 4});
  const RunResults results = issued(std::move(rows));
  const ResultTable& tipping = table(results, "tipping_point");
  REQUIRE(tipping.rows.size() == 11); // the hidden areas have none
  for (const auto& row : tipping.rows) {
    const auto area = std::ranges::find(results.areas, std::get<std::string>(row[0]), &AreaResult::code);
    REQUIRE(area != results.areas.end());
    CHECK_THAT(number(row[2]), WithinAbs(0.25, 1e-12));
    // Three in four did not answer: z_od with them in is z_od x (1 + 0.75 x difference / difference from the target).
    const double z = *area->comparison.z_od * (1 + 0.75 * number(row[5]) / *area->comparison.difference);
    CHECK(std::min(std::abs(std::abs(z) - 1.959963984540054), std::abs(std::abs(z) - 3.090232306167813)) < 1e-9);
    CHECK(std::get<std::string>(row[4]) == words(area->comparison.band));
    CHECK(std::get<std::string>(row[7]) != std::get<std::string>(row[4]));
  }
}
