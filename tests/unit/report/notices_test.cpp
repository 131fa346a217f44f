#include "support/catch.hpp"
#include "support/html_check.hpp"
#include "support/results_states.hpp"

#include "report/writers.hpp"

using namespace joinedup;
using namespace joinedup::testing;

TEST_CASE("A notice on one measure stands beside the measures and nowhere else") {
  RunResults results = many_areas();
  results.notices = {"First.", results.indicators[6].label + ": " + results.indicators[6].notice};
  const std::string html = report_html(results);
  CHECK(occurrences(html, "cannot compare providers") == 1);
  CHECK(html.find("cannot compare providers") > html.find("id=\"measures\""));
  CHECK(html.find("Read also the note on a measure in section 3") < html.find("id=\"answered\""));
}

TEST_CASE("A notice without a capital or a full stop is printed as a sentence") {
  RunResults results = many_areas();
  results.notices = {"only 1 area is compared"};
  CHECK(report_html(results).find("<strong>Only 1 area is compared.</strong>") != std::string::npos);
}

TEST_CASE("A simulated study says so before anything else") {
  RunResults results = many_areas();
  results.study.study = "Simulated survey";
  const std::string html = report_html(results);
  CHECK(html.find("<strong>Simulated answers of invented people") < html.find("<h1>"));
  CHECK(report_html(many_areas()).find("Simulated answers") == std::string::npos);
}

TEST_CASE("The suppression notice names the hidden areas and says which rule is of the page alone") {
  const RunResults results = many_areas();
  const std::string html = report_html(results);
  CHECK(html.find("<p>Fewer than 10 answers: " + results.areas[hidden_area].name + ".</p>") != std::string::npos);
  CHECK(html.find("cannot be worked out: " + results.areas[protected_area].name + ".</p>") != std::string::npos);
  CHECK(html.find("That is a rule of this page: the files hold the number itself.") != std::string::npos);
}

TEST_CASE("Lists print short names and an area page its full name") {
  RunResults results = many_areas();
  results.areas[0].name = "NHS Long Name Integrated Care Board";
  results.areas[0].short_name = "Long Name";
  const std::string html = report_html(results);
  CHECK(html.find(">Long Name</a>") != std::string::npos);
  CHECK(html.find(">NHS Long Name Integrated Care Board</a>") == std::string::npos);
  CHECK(html.find(">NHS Long Name Integrated Care Board</h3>") != std::string::npos);
}

TEST_CASE("The method says which columns the sampling error was told of") {
  RunResults results = many_areas();
  CHECK(report_html(results).find("No strata and no clusters were named") != std::string::npos);
  results.settings.push_back({"strata", "stratum", "study"});
  CHECK(report_html(results).find("Drawn by the strata of the column stratum, without clusters") != std::string::npos);
  results.settings.push_back({"cluster", "practice", "study"});
  CHECK(report_html(results).find("of the column stratum and clustered by the column practice") != std::string::npos);
}

TEST_CASE("One area is not counted against itself") {
  const std::string html = report_html(one_area_with_table());
  CHECK(html.find("<table class=\"counts\"") == std::string::npos);
  CHECK(html.find("The area is lower than Published figures 2024 by more than sampling chance") != std::string::npos);
}

TEST_CASE("A number and its per cent sign are never parted") {
  const std::string html = report_html(many_areas());
  CHECK(html.find("95 %") == std::string::npos);
  CHECK(html.find("95\xC2\xA0% interval") != std::string::npos);
}
