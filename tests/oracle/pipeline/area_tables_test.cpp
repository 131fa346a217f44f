// Indexes of published figures: the Health Index of the Office for National Statistics, and the figures of a mixed
// basket against R (Byar's formula, poisson.test, prop.test without correction).
#include "base/text.hpp"
#include "pipeline/benchmark_run.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/example_store.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace joinedup;
using joinedup::test::check_close;
using joinedup::test::ExampleStore;

namespace {

RunResults run(ExampleStore& files, const std::string& study, const std::string& index = {}) {
  BenchmarkRequest request;
  request.study = study;
  request.index = index;
  Outcome<BenchmarkOutcome> outcome = run_benchmark(request, files);
  for (const Diagnostic& d : outcome.diagnostics.all()) {
    UNSCOPED_INFO(d.code << " " << d.message);
  }
  REQUIRE(outcome);
  return std::move(outcome->results);
}

/// The index definition of the example, for another year.
void use_year(ExampleStore& files, const std::string& index, const std::string& year) {
  std::string text = test::file_text(JOINEDUP_SOURCE "/examples/" + index).value_or("");
  const std::string as_shipped = "\"year\": \"2021\"";
  std::size_t times = 0;
  for (std::size_t at = text.find(as_shipped); at != std::string::npos; at = text.find(as_shipped, at + 1), ++times)
    text.replace(at, as_shipped.size(), "\"year\": \"" + year + "\"");
  REQUIRE(times == 14);
  files.instead[index] = text;
}

using Published = std::map<std::string, std::map<std::string, double>>; ///< area -> score -> value

Published published(const std::string& year) {
  const std::string text = test::file_text(JOINEDUP_SOURCE "/examples/health_index/published.csv").value_or("");
  Published out;
  std::vector<std::string> names;
  for (const std::string_view line : split(text, '\n')) {
    const std::vector<std::string_view> cells = split(line, ',');
    if (names.empty()) names.assign(cells.begin(), cells.end());
    if (cells.size() != names.size() || cells[1] != year) continue;
    for (std::size_t c = 2; c < cells.size(); ++c)
      out[std::string(cells[0])][names[c]] = parse_number(cells[c]).value_or(-1);
  }
  return out;
}

/// What one decimal in the parts and in the score itself may hide: half a unit of each, stretched by k.
double rounding(double k) { return 0.05 * k + 0.05 + 1e-9; }

const IndicatorResult& cell(const AreaResult& area, const std::string& id) {
  const auto it = std::find_if(area.indicators.begin(), area.indicators.end(),
                               [&](const IndicatorResult& i) { return i.indicator == id; });
  REQUIRE(it != area.indicators.end());
  return *it;
}

const AreaResult& area(const RunResults& results, const std::string& code) {
  const auto it =
      std::find_if(results.areas.begin(), results.areas.end(), [&](const AreaResult& a) { return a.code == code; });
  REQUIRE(it != results.areas.end());
  return *it;
}

} // namespace

TEST_CASE("the Health Index of every board and year comes out of its subdomains") {
  const std::string folder = "health_index/";
  const std::map<std::string, double> stretch{{"people", 1.47912}, {"lives", 1.24951}, {"places", 2.06716}};
  const double overall = 1.19110 * (1.47912 + 1.24951 + 2.06716) / 3; // of a subdomain's rounding in the overall score
  std::size_t compared = 0;
  for (const std::string year : {"2015", "2016", "2017", "2018", "2019", "2020", "2021"}) {
    ExampleStore files;
    use_year(files, folder + "index_overall.json", year);
    use_year(files, folder + "index_domains.json", year);
    const RunResults index = run(files, folder + "study.json");
    const RunResults domains = run(files, folder + "study.json", folder + "index_domains.json");
    const Published scores = published(year);
    REQUIRE(scores.size() == 42);
    for (const auto& [as_published, score] : scores) {
      // Published under earlier codes of two boards; results carry the geography's own (RULINGS R26).
      const std::string code = as_published == "E54000052"   ? "E54000063"
                               : as_published == "E54000053" ? "E54000064"
                                                             : as_published;
      CAPTURE(year, code);
      CHECK(std::fabs(area(index, code).index.value.value_or(0) - score.at("overall")) <= rounding(overall));
      ++compared;
      for (const DomainResult& d : area(domains, code).domains) {
        CAPTURE(d.domain);
        CHECK(std::fabs(d.value.value_or(0) - score.at(d.domain)) <= rounding(stretch.at(d.domain)));
        ++compared;
      }
    }
  }
  CHECK(compared == 42 * 7 * 4);
}

TEST_CASE("figures known exactly have values, and no interval, band, rank or number of people") {
  ExampleStore files;
  const RunResults results = run(files, "health_index/study.json");
  CHECK(results.total.name == "Mean of the areas");
  CHECK(results.total.code == "ALL");
  REQUIRE(results.areas.size() == 42);
  for (const AreaResult& a : results.areas) {
    CHECK(a.index.value);
    CHECK(a.status.text() == "ok");
    CHECK_FALSE(a.n);
    CHECK_FALSE(a.index.se);
    CHECK_FALSE(a.indicators[0].estimate.lower);
    CHECK_FALSE(a.rank);
    CHECK(a.comparison.band == Band::none);
    CHECK_FALSE(a.comparison.z);
  }
}

TEST_CASE("figures of a basket carry the errors that R gives") {
  ExampleStore files;
  const RunResults results = run(files, "basket/study.json");
  REQUIRE(results.areas.size() == 6);
  const IndicatorResult& admissions = cell(area(results, "Northquay"), "admissions");
  check_close(*admissions.estimate.value, 91.729913635174);
  check_close(*admissions.estimate.se, 2.466824016193);
  CHECK_FALSE(admissions.n); // a population is no number of respondents
  const IndicatorResult& few = cell(area(results, "The Islands"), "admissions");
  check_close(*few.estimate.value, 76.923076923077);
  check_close(*few.estimate.se, 32.542401938677);
  check_close(*cell(results.total, "admissions").estimate.se, 1.242242735690);
  const IndicatorResult& delays = cell(area(results, "Northquay"), "delays");
  check_close(*delays.estimate.value, 0.108803986711);
  check_close(*delays.estimate.se, 0.008982377255);
  CHECK(delays.n == 1204);
  check_close(*cell(results.total, "delays").estimate.value, 0.107768298159);
  check_close(*cell(results.total, "delays").estimate.se, 0.004647519443);
  check_close(*cell(results.total, "access").estimate.value, 62.696543372963);
  check_close(*cell(results.total, "access").estimate.se, 0.707043134020);
}

TEST_CASE("an area's index adds its figures' errors to the survey's") {
  // The survey's own domains, run alone, have the same means; tables are independent of them and of each other.
  ExampleStore files;
  const RunResults basket = run(files, "basket/study.json");
  const std::string place = "Old Town";
  const AreaResult& row = area(basket, place);
  const auto variance = [&](const std::string& id, double points_per_unit, double weight) {
    return std::pow(weight * points_per_unit * cell(row, id).estimate.se.value_or(-1), 2);
  };
  files.instead["basket/index.json"] =
      R"({"id": "survey", "version": "1", "title": "S", "domains": [
        {"id": "experience", "indicators": [{"id": "p3ceq", "score": "p3ceq.total"}]},
        {"id": "outcomes", "weight": 2, "indicators": [{"id": "wemwbs", "score": "wemwbs.total"}]}]})";
  const RunResults survey = run(files, "basket/study.json"); // weights 1/3 and 2/3: those of the basket times 2
  const double expected = std::pow(area(survey, place).index.se.value_or(-1) / 2, 2) + variance("access", 1, 1.0 / 6) +
                          variance("admissions", 0.5, 1.0 / 6) + variance("delays", 200, 1.0 / 6);
  check_close(*row.index.se, std::sqrt(expected));
  check_close(*area(survey, place).indicators[0].estimate.value, *cell(row, "p3ceq").estimate.value);
}

TEST_CASE("a figure hidden at its source leaves the area partial, and low is good where the index says so") {
  ExampleStore files;
  const RunResults results = run(files, "basket/study.json");
  const AreaResult& islands = area(results, "The Islands");
  CHECK(islands.status.partial);
  CHECK(cell(islands, "delays").status.text() == "suppressed");
  CHECK_FALSE(cell(islands, "delays").estimate.value);
  const AreaResult& moor = area(results, "Lower Moor"); // fewer admissions than the whole
  const auto contribution = std::find_if(moor.contributions.begin(), moor.contributions.end(),
                                         [](const Contribution& c) { return c.indicator == "admissions"; });
  REQUIRE(contribution != moor.contributions.end());
  CHECK(*contribution->points > 0);
}

TEST_CASE("published tables of practices and providers are counts by board") {
  ExampleStore files;
  for (const std::string name : {"gp_patient_survey.csv", "friends_and_family.csv"})
    files.instead[name] = test::file_text(JOINEDUP_TESTS "/oracle/data/area_tables/" + name).value_or("");
  files.instead["index.json"] =
      R"({"id": "published", "version": "1", "title": "P", "domains": [
        {"id": "gp", "indicators": [{"id": "first", "goalposts": [0, 1], "table":
          {"file": "gp_patient_survey.csv", "kind": "proportion", "area": "ICS_Code", "numerator": "q4_1",
           "denominator": "q4base", "missing": "-1"}}]},
        {"id": "trusts", "indicators": [{"id": "fft", "goalposts": [0, 1], "table":
          {"file": "friends_and_family.csv", "kind": "proportion", "area": "Parent org code", "skip": 3,
           "numerator": ["1 Very Good", "2 Good"],
           "denominator": ["1 Very Good", "2 Good", "3 Neither Good nor Poor", "4 Poor", "5 Very Poor", "6 Dont Know"]}}]}]})";
  files.instead["study.json"] = R"({"index": "index.json", "area": {"column": "icb"}})";
  const RunResults results = run(files, "study.json");
  REQUIRE(results.areas.size() == 3);
  const IndicatorResult& gp = cell(area(results, "ZZ1"), "first");
  CHECK(gp.n == 101 + 137 + 131 + 68);
  check_close(*gp.estimate.value, 220.0 / 437);
  check_close(*gp.estimate.se, 0.023813248505);
  check_close(*cell(area(results, "ZZ2"), "first").estimate.value, 188.0 / 333); // without the practice of 8, hidden
  check_close(*cell(area(results, "ZZ3"), "first").estimate.value, 162.0 / 336); // and without that of nobody
  const IndicatorResult& fft = cell(area(results, "ZZ1"), "fft");
  CHECK(fft.n == 459 + 195 + 110 + 413);
  check_close(*fft.estimate.value, 1095.0 / 1177);
  check_close(*cell(results.total, "first").estimate.value, 570.0 / 1106);
}
