#include "report/writers.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace joinedup;

namespace {

ResultTable table_of_findings() {
  ResultTable table;
  table.id = "response";
  table.title = "Who answered";
  table.finding = "One area of two has a rate";
  table.section = TableSection::answered;
  table.columns = {{"area", "Area"}, {"n", "Answers"}, {"rate", "Rate", 1, true}};
  table.rows = {{std::string("=cmd()"), std::uint64_t{1200}, 0.25}, {std::string("<b>"), {}, {}}};
  table.notes = {"Rates are of those asked"};
  return table;
}

} // namespace

TEST_CASE("a table of findings is a CSV with its columns' names, safe in spreadsheets") {
  CHECK(table_csv(table_of_findings()) == "area,n,rate\n'=cmd(),1200,0.25\n<b>,,\n");
}

TEST_CASE("a table of findings is in results.json under its id, what lacks as null") {
  RunResults results;
  results.tables = {table_of_findings()};
  const auto json = nlohmann::json::parse(results_json(results));
  const auto& table = json.at("tables").at("response");
  CHECK(table.at("finding") == "One area of two has a rate");
  CHECK(table.at("rows").at(0).at("rate") == 0.25);
  CHECK(table.at("rows").at(0).at("n") == 1200);
  CHECK(table.at("rows").at(1).at("n").is_null());
}

TEST_CASE("the report shows a table of findings in its section, escaped and in the reader's units") {
  RunResults results;
  results.tables = {table_of_findings()};
  const std::string page = report_html(results);
  const std::size_t title = page.find("<h3 id=\"table-response\">Who answered</h3>");
  REQUIRE(title != std::string::npos);
  CHECK(title < page.find("id=\"compared\""));
  CHECK(page.find("<td class=\"n\">1,200</td><td class=\"n\">25.0\xC2\xA0%</td>") != std::string::npos);
  CHECK(page.find("&lt;b&gt;") != std::string::npos);
  CHECK(page.find("Rates are of those asked.") != std::string::npos);
}
