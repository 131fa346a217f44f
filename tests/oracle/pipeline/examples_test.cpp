// The examples give what their READMEs say.
#include "base/text.hpp"
#include "pipeline/benchmark_run.hpp"
#include "pipeline/score_run.hpp"
#include "pipeline/simulate_run.hpp"
#include "support/catch.hpp"
#include "support/example_store.hpp"

#include <algorithm>
#include <map>

using namespace joinedup;

namespace {

RunResults run_study(const std::string& path, test::ExampleStore& files) {
  BenchmarkRequest request;
  request.study = path;
  Outcome<BenchmarkOutcome> outcome = run_benchmark(request, files);
  for (const Diagnostic& d : outcome.diagnostics.all()) {
    UNSCOPED_INFO(d.code << " " << d.message);
  }
  REQUIRE(outcome);
  return std::move(outcome->results);
}

const IndicatorResult& indicator(const AreaResult& area, const std::string& id) {
  const auto it = std::find_if(area.indicators.begin(), area.indicators.end(),
                               [&](const IndicatorResult& i) { return i.indicator == id; });
  REQUIRE(it != area.indicators.end());
  return *it;
}

double value_of(const AreaResult& area, const std::string& id) {
  const Number& value = indicator(area, id).estimate.value;
  REQUIRE(value.has_value());
  return value.value_or(0);
}

/// Rows of a CSV without quoted cells, by their first cell.
std::map<std::string, std::vector<std::string>> plain_rows(const std::string& csv) {
  std::map<std::string, std::vector<std::string>> out;
  for (const std::string_view line : split(csv, '\n')) {
    const std::vector<std::string_view> cells = split(line, ',');
    out.emplace(cells.front(), std::vector<std::string>(cells.begin() + 1, cells.end()));
  }
  return out;
}

} // namespace

TEST_CASE("Health gain by board in the NHS PROMs example equals that of the publisher's own indexes") {
  test::ExampleStore files;
  const RunResults results = run_study("nhs_proms_hip/study.json", files);
  auto published =
      plain_rows(test::file_text(JOINEDUP_TESTS "/oracle/data/nhs_proms_by_icb/gain_by_icb.csv").value_or(""));
  CHECK(results.reconciliation.read == 41280);
  CHECK(results.reconciliation.unknown_areas.at("independent-sector") == 13410);
  REQUIRE(results.areas.size() == 42);
  std::vector<AreaResult> all = results.areas;
  all.push_back(results.total);
  for (const AreaResult& area : all) {
    const auto& expected = published.at(area.code);
    const IndicatorResult& gain = indicator(area, "gain");
    CHECK(gain.n == parse_whole(expected[0]));
    CHECK_THAT(gain.estimate.value.value_or(-9), WithinAbs(parse_number(expected[1]).value_or(9), 1e-12));
    // The linearised error of a domain differs from the simple one by the factor of the whole sample's n / (n - 1).
    CHECK_THAT(gain.estimate.se.value_or(-9), WithinRel(parse_number(expected[2]).value_or(9), 0.02));
  }
}

TEST_CASE("The index of the NHS PROMs example is the mean of gain and outcome between their goalposts") {
  test::ExampleStore files;
  const RunResults results = run_study("nhs_proms_hip/study.json", files);
  // From the publisher's own index columns by an independent script: mean gain 0.4638675247841 of 25,016 people, mean
  // after 0.7774224108785739 of 26,621; ((gain + 1.594) / 3.188 + (after + 0.594) / 1.594) / 2 x 100.
  CHECK(indicator(results.total, "after").n == 26621U);
  CHECK_THAT(value_of(results.total, "after"), WithinAbs(0.7774224108785739, 1e-12));
  CHECK_THAT(results.total.index.value.value_or(0), WithinAbs(75.29348096833849, 1e-9));
}

TEST_CASE("The quick start's survey gives the levels its README speaks of and hides the smallest areas") {
  test::ExampleStore files;
  std::string survey;
  REQUIRE(run_simulate({}, files, [&](std::string_view text) { survey += text; }));
  files.instead["quick_start/survey.csv"] = std::move(survey);
  const RunResults results = run_study("quick_start/study.json", files);
  CHECK(results.reconciliation.read == 12000);
  CHECK(results.reconciliation.sum() == 12000);
  REQUIRE(results.areas.size() == 42);
  CHECK_THAT(value_of(results.total, "person_centredness"), WithinAbs(16.6, 0.6));
  CHECK_THAT(value_of(results.total, "coordination"), WithinAbs(9.8, 0.6));
  CHECK_THAT(value_of(results.total, "wemwbs"), WithinAbs(49.8, 1));
  CHECK_THAT(value_of(results.total, "pam"), WithinAbs(62, 1.5));
  CHECK_THAT(value_of(results.total, "fft"), WithinAbs(0.88, 0.02));
  CHECK(std::count_if(results.areas.begin(), results.areas.end(),
                      [](const AreaResult& a) { return a.status.suppressed; }) >= 2);
}

TEST_CASE("One board can be compared by place and as a whole with published values") {
  test::ExampleStore files;
  const RunResults by_place = run_study("one_area/study_by_place.json", files);
  CHECK(by_place.areas.size() == 6);
  CHECK(by_place.reconciliation.read == 1000);
  const RunResults whole = run_study("one_area/study_against_target.json", files);
  REQUIRE(whole.areas.size() == 1);
  CHECK(whole.small);
  CHECK(whole.target.name == "Invented national values");
  CHECK_THAT(whole.target.value.value_or(0), WithinAbs(70, 1e-9));
  CHECK_FALSE(whole.areas.front().rank.has_value());
}

TEST_CASE("A questionnaire that is only JSON scores as worked out by hand") {
  test::ExampleStore files("new_instrument/definitions");
  ScoreRequest request;
  request.survey.files = {"new_instrument/answers.csv"};
  request.survey.instruments = {"steady-6"};
  request.survey.id = "respondent_id";
  std::string csv;
  REQUIRE(run_score(request, files, [&](std::string_view text) { csv += text; }));
  const auto rows = plain_rows(csv);
  const auto check = [&](const std::string& id, double total, const std::string& status, const std::string& band) {
    const auto& cells = rows.at(id);
    CHECK_THAT(parse_number(cells[0]).value_or(-1), WithinAbs(total, 1e-9));
    CHECK(cells[1] == status);
    CHECK(cells[2] == band);
  };
  check("S01", 100, "ok", "steady");
  check("S02", 62.5, "ok", "uneven");
  check("S03", 100.0 * 19 / 24, "ok", "steady");
  check("S04", 50, "ok", "uneven");
  check("S05", 100.0 * 2 / 24, "ok", "shaky");
  check("S06", 65, "prorated", "uneven");
  check("S07", 62.5, "prorated", "uneven");
  check("S09", 60, "prorated", "uneven");
  CHECK(rows.at("S08") == std::vector<std::string>{"", "missing", "", "missing"});
  CHECK(rows.at("S10") == std::vector<std::string>{"", "not_applicable", "", "not_applicable"});
}
