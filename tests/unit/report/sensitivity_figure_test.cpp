#include "report/svg/stack.hpp"

#include "report/writers.hpp"
#include "support/catch.hpp"
#include "support/html_check.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

ResultTable ranks_table() {
  ResultTable table;
  table.id = "sensitivity_ranks";
  table.title = "Ranks";
  table.columns = {{"area_code", "Code"},
                   {"area_name", "Area"},
                   {"nominal_rank", "Rank"},
                   {"median_rank", "Median"},
                   {"rank_p5", "5th"},
                   {"rank_p95", "95th"},
                   {"share_much_worse", "Much worse", 0, true},
                   {"share_worse", "Worse", 0, true},
                   {"share_as_expected", "As expected", 0, true},
                   {"share_better", "Better", 0, true},
                   {"share_much_better", "Much better", 0, true}};
  table.rows = {{std::string("A"), std::string("North <b>"), std::uint64_t{1}, 1.0, 1.0, 2.0, 0.0, 0.0, 0.6, 0.4, 0.0},
                {std::string("B"), std::string(), std::uint64_t{2}, 2.0, 1.0, 4.0, 0.1, 0.8, 0.0, 0.0, 0.0}};
  return table;
}

ResultTable sobol_table(double alone) {
  ResultTable table;
  table.id = "sensitivity_sobol";
  table.title = "What moves the ranks";
  table.columns = {{"factor", "Factor"},
                   {"first_order", "Alone"},
                   {"total", "With interactions"},
                   {"shift_first_order", "Alone, shift"},
                   {"shift_total", "With interactions, shift"}};
  table.rows = {{std::string("leave_out"), number_cell(alone), 0.75, -0.02, 0.5},
                {std::string("sampling <error>"), 0.25, 0.25, 0.25, 0.5}};
  return table;
}

std::string page_with(const ResultTable& table) {
  RunResults results;
  results.tables = {table};
  const std::string html = report_html(results);
  const auto faults = html_faults(html);
  CAPTURE(faults);
  CHECK(faults.empty());
  return html;
}

} // namespace

TEST_CASE("shares stand side by side, with their per cent where there is room and stripes below the middle") {
  const std::string svg = stack_svg({{0.1, "vlo"}, {0.5, "lo"}, {0, "no"}, {0.4, "hi"}});
  CHECK(occurrences(svg, "<rect x=") == 3);
  CHECK(occurrences(svg, "class=\"stripes\"") == 2);
  CHECK(svg.find("<g class=\"lo\"><rect x=\"10.00%\" width=\"50.00%\"") != std::string::npos);
  CHECK(svg.find("<text x=\"35.00%\" y=\"5\">50</text>") != std::string::npos);
  CHECK(svg.find("<text x=\"80.00%\" y=\"5\">40</text>") != std::string::npos);
  CHECK(occurrences(svg, "<text") == 2); // a tenth is too narrow for its number
}

TEST_CASE("a share lies within the larger one, and what chance puts below 0 has no length") {
  const AxisScale scale = axis_scale(0, 1);
  const std::string svg = nested_bars_svg(scale, 0.25, 0.75);
  CHECK(svg.find("class=\"whole\" x=\"0.00%\" width=\"75.00%\"") != std::string::npos);
  CHECK(svg.find("class=\"f\" x=\"0.00%\" width=\"25.00%\"") != std::string::npos);
  CHECK(nested_bars_svg(scale, -0.1, 0.5).find("class=\"f\" x=\"0.00%\" width=\"0.00%\"") != std::string::npos);
}

TEST_CASE("the report draws ranks and bands over all runs above their table, and says them in words") {
  const std::string page = page_with(ranks_table());
  // 5th to 95th percentile: 1 place and 3 places wide, so half move over 2 or more.
  CHECK(page.find("half of the areas move over 2 places or more, the least steady one over 3.") != std::string::npos);
  CHECK(page.find("median 1.0, 1.0 to 2.0; 1 by the methods of this run") != std::string::npos);
  CHECK(page.find("no clear difference 60\xC2\xA0% and better 40\xC2\xA0%") != std::string::npos);
  CHECK(page.find("much worse 10\xC2\xA0%, worse 80\xC2\xA0% and no band 10\xC2\xA0%") != std::string::npos);
  CHECK(page.find("North &lt;b&gt;</th><td role=\"cell\" class=\"st\">") != std::string::npos);
  CHECK(page.find("class=\"nm\">B</th>") != std::string::npos);
}

TEST_CASE("the report draws what moves the ranks, and where nothing does there is no drawing") {
  const std::string page = page_with(sobol_table(0.5));
  CHECK(page.find("the factors explain 75\xC2\xA0% of the variance of ranks") != std::string::npos);
  CHECK(page.find("A measure left out <span class=\"u\">leave_out</span></th>") != std::string::npos);
  CHECK(page.find("alone 0.50, with interactions 0.75") != std::string::npos);
  CHECK(page.find("sampling &lt;error&gt;") != std::string::npos);
  CHECK(page_with(sobol_table(NAN)).find("class=\"two\"") == std::string::npos);
}
