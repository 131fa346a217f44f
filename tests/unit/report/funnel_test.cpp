#include "report/svg/funnel.hpp"

#include "report/writers.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++out;
  return out;
}

} // namespace

TEST_CASE("a funnel draws every area and four limits, and says so in words") {
  const std::string svg = funnel_svg({{0.5, 2, "North <b>", "vhi", "up"}, {1, -0.2, "South", "no", "dot"}},
                                     {"funnel", "Areas & target", "One lies beyond"});
  CHECK(count(svg, "<polyline") == 4);
  CHECK(count(svg, "<use ") == 2);
  CHECK(svg.find("<title id=\"funnel-title\">Areas &amp; target</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"funnel-desc\">One lies beyond</desc>") != std::string::npos);
  CHECK(svg.find("North &lt;b&gt;") != std::string::npos);
}

TEST_CASE("points lie where precision and gap put them") {
  // Axes: precision 0 to 2 over 56 to 630, gap -2 to 2 over 340 to 12; a symbol is 12 wide about its point.
  const std::string svg = funnel_svg({{0.5, 2, "a", "vhi", "up"}, {1, 0, "b", "no", "dot"}}, {"f", "t", "d"});
  CHECK(svg.find("<use href=\"#up\" x=\"624.0\" y=\"6.0\"") != std::string::npos);
  CHECK(svg.find("<use href=\"#dot\" x=\"337.0\" y=\"170.0\"") != std::string::npos);
}

TEST_CASE("areas without an error are not drawn, and one point is no funnel") {
  CHECK(funnel_svg({{0, 1, "a", "no", "dot"}, {1, 1, "b", "no", "dot"}}, {"f", "t", "d"}).empty());
  CHECK(funnel_svg({}, {"f", "t", "d"}).empty());
}

TEST_CASE("the report draws the index's rows of a funnel above its table, and each measure's folded") {
  ResultTable table;
  table.id = "funnel";
  table.title = "Limits";
  table.columns = {{"area_code", "Code"}, {"area_name", "Area"}, {"indicator", "Measure"},
                   {"value", "Value"},    {"target", "Target"},  {"lower95", "From"},
                   {"upper95", "To"},     {"lower99_8", "From"}, {"upper99_8", "To"}};
  for (const char* id : {"index", "x"})
    for (const double value : {60.0, 66.5})
      table.rows.push_back(
          {std::string("A"), std::string("Area ") + id, std::string(id), value, 60.0, 56.08, 63.92, 53.8, 66.2});
  RunResults results;
  results.indicators.resize(2);
  results.indicators[0].id = "x";
  results.indicators[0].label = "Waiting <days>";
  results.indicators[1].id = "not compared";
  results.tables = {table};
  const std::string page = report_html(results);
  CHECK(count(page, "class=\"fnl\"") == 2);
  CHECK(page.find("<g class=\"m vhi\"><title>Area index: +6.5 from the target") != std::string::npos);
  CHECK(page.find("<summary>Waiting &lt;days&gt;: 1 of 2 areas lie beyond the 99.8") != std::string::npos);
  CHECK(count(page, "id=\"funnel-title\"") == 1);
  CHECK(count(page, "id=\"funnel-1-title\"") == 1);
}
