#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "report/hide.hpp"
#include "report/writers.hpp"

using namespace joinedup;
using namespace joinedup::testing;

TEST_CASE("No number of a hidden area reaches any file even where a layer below left it in") {
  const RunResults planted = planted_hidden_values();
  for (const std::string& text : {index_csv(planted), indicators_csv(planted), results_json(planted), run_json(planted),
                                  report_html(planted), datapackage_json(planted)}) {
    CHECK(text.find("917391") == std::string::npos);
    CHECK(text.find("917,391") == std::string::npos);
  }
}

TEST_CASE("The planted numbers do show where the area is not hidden") {
  RunResults planted = planted_hidden_values();
  planted.areas[hidden_area].status = {};
  CHECK(index_csv(planted).find("917391.11") != std::string::npos);
  CHECK(report_html(planted).find("917,391.1") != std::string::npos);
}

TEST_CASE("A hidden area writes the same files whatever was planted in it") {
  const RunResults clean = without_hidden(planted_hidden_values());
  CHECK(index_csv(clean) == index_csv(planted_hidden_values()));
  CHECK(report_html(clean) == report_html(planted_hidden_values()));
  CHECK(results_json(clean) == results_json(planted_hidden_values()));
  CHECK(workbook_xlsx(clean) == workbook_xlsx(planted_hidden_values()));
  CHECK(datapackage_json(clean) == datapackage_json(planted_hidden_values()));
}

TEST_CASE("A hidden indicator of a shown area is emptied and the rest is kept") {
  RunResults results = many_areas();
  results.areas[0].indicators[1].status.suppressed_secondary = true;
  results = without_hidden(results);
  CHECK_FALSE(results.areas[0].indicators[1].n);
  CHECK_FALSE(results.areas[0].indicators[1].estimate.value);
  CHECK_FALSE(results.areas[0].indicators[1].comparison.z);
  CHECK(results.areas[0].indicators[0].estimate.value);
  CHECK(results.areas[0].index.value);
}

TEST_CASE("Where a hidden area is part of the target no exact comparison is written, and bands are") {
  RunResults results = many_areas();
  AreaResult& area = results.areas[0];
  area.comparison.z = 917391.11;
  area.comparison.band = Band::better;
  area.reliability = area.shrunk = 0.917391;
  results.target.value = 61.2345;
  results.target.tau2 = 9.1739;
  results.target.hidden_compared = 1;
  results.indicators[0].hidden_compared = 1;
  area.indicators[0].comparison.z_od = 917391.11;
  const RunResults out = without_hidden(results);
  CHECK_FALSE(out.areas[0].comparison.z);
  CHECK_FALSE(out.areas[0].comparison.difference);
  CHECK_FALSE(out.areas[0].reliability);
  CHECK_FALSE(out.areas[0].shrunk);
  CHECK(out.areas[0].comparison.band == Band::better);
  CHECK(out.target.value == 61.2);
  CHECK_FALSE(out.target.tau2);
  CHECK_FALSE(out.areas[0].indicators[0].comparison.z_od);
  for (const std::string& text : {index_csv(results), results_json(results), report_html(results)})
    CHECK(text.find("917391") == std::string::npos);
}

TEST_CASE("A hidden region or whole is emptied too") {
  RunResults results = many_areas();
  results.regions[0].status.suppressed = true;
  results.total.status.suppressed_secondary = true;
  results = without_hidden(results);
  CHECK_FALSE(results.regions[0].index.value);
  CHECK_FALSE(results.total.n);
  CHECK_FALSE(results.total.reason.empty());
}

TEST_CASE("What another rule would do to a hidden area, or to a hidden measure, is not told") {
  RunResults results = planted_hidden_values();
  const std::string measure = results.areas[0].indicators[0].indicator;
  results.areas[0].indicators[0].status.suppressed_secondary = true;
  const auto told = [&](std::size_t area) {
    return CatchAllArea{results.areas[area].code, 0.1, {{measure, 917391.11}}, 917391.11};
  };
  results.catch_all = {{"x", "zero", "missing", {}, {}, {told(0), told(hidden_area)}}};
  const RunResults shown = without_hidden(results);
  REQUIRE(shown.catch_all[0].areas.size() == (hidden_area == 0 ? 0 : 1));
  for (const CatchAllArea& area : shown.catch_all[0].areas)
    CHECK_FALSE(area.moved[0].second);
}

TEST_CASE("Unknown area codes of few records stand together in every file") {
  RunResults results = many_areas();
  results.reconciliation.unknown_areas = {{"Mary of Hull", 1}, {"QXX", 12}, {"Y", 9}};
  const std::map<std::string, std::uint64_t> pooled = {{"QXX", 12}, {"other codes", 10}};
  CHECK(without_hidden(results).reconciliation.unknown_areas == pooled);
  CHECK(results_json(results).find("Mary") == std::string::npos);
  CHECK(report_html(results).find("Mary") == std::string::npos);
}
