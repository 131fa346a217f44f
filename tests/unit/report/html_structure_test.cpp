#include "support/catch.hpp"
#include "support/html_check.hpp"
#include "support/results_states.hpp"

#include "report/writers.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {
void check_page(const RunResults& results) {
  const std::string html = report_html(results);
  const auto faults = html_faults(html);
  CAPTURE(faults);
  CHECK(faults.empty());
  CHECK(occurrences(html, "<h1>") == 1);
  CHECK(occurrences(html, "<table") == occurrences(html, "<caption"));
  CHECK(occurrences(html, "<th ") == occurrences(html, "scope="));
  for (const char* outside : {"http://", "https://", "<script", "<img", "<link", "url(http", "@import", "nan", "inf%"})
    CHECK(html.find(outside) == std::string::npos);
}
} // namespace

TEST_CASE("The check of pages finds what is broken") {
  CHECK(html_faults("<p>a</p>").empty());
  CHECK_FALSE(html_faults("<p><b>a</p></b>").empty());
  CHECK_FALSE(html_faults("<p>").empty());
  CHECK_FALSE(html_faults("<p id=\"a\"></p><p id=\"a\"></p>").empty());
  CHECK_FALSE(html_faults("<a href=\"#b\">x</a>").empty());
}

TEST_CASE("The page is well formed and self-contained in every state") {
  check_page(many_areas());
  check_page(few_areas(3));
  check_page(few_areas(1));
  check_page(one_area_with_table());
  check_page(no_spread_between_areas());
  check_page(without_geography());
  check_page(unranked_index());
  check_page(planted_hidden_values());
  RunResults nothing;
  nothing.target.name = "England";
  check_page(nothing);
}

TEST_CASE("Every area has its page and a row of the table that links to it") {
  const std::string html = report_html(many_areas());
  CHECK(occurrences(html, "<article class=\"area\"") == 42);
  for (const AreaName& name : area_names)
    CHECK(html.find("<a href=\"#area-" + std::string(name.code) + "\">") != std::string::npos);
}

TEST_CASE("The page never uses words of praise or blame or of testing") {
  const std::string html = report_html(many_areas());
  const std::string body = html.substr(html.find("</style>"));
  for (const char* word : {"significan", " best", "worst", "league position", "poor", "excellent"})
    CHECK(body.find(word) == std::string::npos);
}

TEST_CASE("A page of crude outcomes says higher and lower and names what was not allowed for") {
  const std::string html = report_html(many_areas());
  CHECK(html.find("have not been allowed for") != std::string::npos);
  CHECK(html.find("much lower</span>") != std::string::npos);
  CHECK(html.find("much worse</span>") == std::string::npos);
}

TEST_CASE("The page says that no official index has been published") {
  CHECK(report_html(many_areas()).find("No official Integration Index has been published") != std::string::npos);
}

TEST_CASE("Point ranks stand in the table only when asked for and ties carry an equals sign") {
  RunResults results = many_areas();
  CHECK(report_html(results).find("data-l=\"Rank\"") == std::string::npos);
  results.study.show_ranks = true;
  results.areas[0].rank_tied = true;
  results.areas[0].rank = 9;
  const std::string html = report_html(results);
  CHECK(html.find("data-l=\"Rank\"") != std::string::npos);
  CHECK(html.find(">=9</td>") != std::string::npos);
}

TEST_CASE("Without geography there is no map and no region") {
  const std::string html = report_html(without_geography());
  CHECK(html.find("class=\"tiles\"") == std::string::npos);
  CHECK(html.find("class=\"reg\"") == std::string::npos);
}

TEST_CASE("An index that is never ranked has no band columns") {
  const std::string html = report_html(unranked_index());
  CHECK(html.find("data-l=\"Rank between\"") == std::string::npos);
  CHECK(html.find("<h3>No area") == std::string::npos);
}

TEST_CASE("A demonstration puts its notices above the title") {
  RunResults results = many_areas();
  results.index.title = "Demonstration of the method";
  results.notices = {"Every number here is simulated."};
  const std::string html = report_html(results);
  CHECK(html.find("warn demo") < html.find("<h1>"));
  CHECK(html.find("Every number here is simulated.") < html.find("<h1>"));
}

TEST_CASE("Shares of none and all on few answers are not shown as such") {
  RunResults results = many_areas();
  IndicatorResult& none = results.areas[0].indicators[6];
  none.n = 12;
  none.estimate = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
  const std::string html = report_html(results);
  CHECK(html.find("&lt;5</td>") != std::string::npos);
  none.estimate = {1.0, 0.0, 1.0, 1.0, 1.0, 1.0};
  CHECK(report_html(results).find("&gt;95</td>") != std::string::npos);
}

TEST_CASE("The page is small and is the same each time") {
  const RunResults results = many_areas();
  const std::string html = report_html(results);
  CHECK(html.size() < 2000000);
  CHECK(html == report_html(results));
}

TEST_CASE("The first notices stand at the top and the rest in section 6") {
  RunResults results = many_areas();
  results.notices = {"Notice one.", "Notice two.", "Notice three.", "Notice four.", "Notice five."};
  const std::string html = report_html(results);
  CHECK(html.find("<strong>Notice one.</strong>") < html.find("id=\"answered\""));
  CHECK(html.find("No official Integration Index") < html.find("id=\"answered\""));
  CHECK(html.find("3 further notices") != std::string::npos);
  CHECK(html.find("<li>Notice five.</li>") > html.find("id=\"notices\""));
}

TEST_CASE("A reason that says hidden is not told twice") {
  RunResults results = many_areas();
  results.areas[protected_area].reason = "hidden so that a smaller one cannot be worked out by subtraction";
  const std::string html = report_html(results);
  CHECK(html.find("hidden: hidden") == std::string::npos);
  CHECK(html.find("The figures for this area are hidden so that a smaller one") != std::string::npos);
}
