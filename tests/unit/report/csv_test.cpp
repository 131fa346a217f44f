#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "base/text.hpp"
#include "report/writers.hpp"

#include <sstream>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

/// Cells of a line; quoted cells in these files hold commas only.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

std::vector<std::string> row_of(const std::string& csv, const std::string& code) {
  for (const std::string& line : lines_of(csv))
    if (line.starts_with(code + ",")) return cells_of(line);
  return {};
}

} // namespace

TEST_CASE("index.csv has the columns of the contract in their order") {
  const std::string csv = index_csv(many_areas());
  CHECK(
      lines_of(csv).front() ==
      "area_code,area_name,level,n,value,se,lowercl,uppercl,confidence,lower99_8cl,upper99_8cl,rank,rank_low,rank_high,"
      "difference,band_sampling,band,z,z_od,p,fdr,reliability,shrunk,geometric,basis,status,domain.experience,"
      "domain.outcomes");
}

TEST_CASE("indicators.csv has the columns of the contract in their order") {
  CHECK(
      lines_of(indicators_csv(many_areas())).front() ==
      "area_code,level,indicator,n,value,se,lowercl,uppercl,confidence,lower99_8cl,upper99_8cl,statistic,method,crude,"
      "adjusted,z,z_od,p,fdr,band,status");
}

TEST_CASE("Every line of the CSVs has as many cells as the heading") {
  for (const std::string& csv : {index_csv(many_areas()), indicators_csv(many_areas())}) {
    const std::size_t columns = cells_of(lines_of(csv).front()).size();
    for (const std::string& line : lines_of(csv))
      CHECK(cells_of(line).size() == columns);
  }
}

TEST_CASE("index.csv holds areas first and then regions and then the whole") {
  const auto lines = lines_of(index_csv(many_areas()));
  REQUIRE(lines.size() == 1 + 42 + 7 + 1);
  CHECK(cells_of(lines[1])[2] == "area");
  CHECK(cells_of(lines[42])[2] == "area");
  CHECK(cells_of(lines[43])[2] == "region");
  CHECK(cells_of(lines[50])[2] == "total");
  CHECK(cells_of(lines[50])[0] == "E92000001");
}

TEST_CASE("indicators.csv holds a row per area and indicator with those of regions and the whole") {
  CHECK(lines_of(indicators_csv(many_areas())).size() == 1 + (42 + 7 + 1) * 7);
}

TEST_CASE("A number in index.csv reads back as the same double") {
  RunResults results = many_areas();
  results.areas[0].index.value = 0.1 + 0.2;
  results.areas[0].comparison.p = 1.0 / 3.0;
  const auto row = row_of(index_csv(results), "E54000008");
  CHECK(row.at(4) == "0.30000000000000004");
  CHECK(row.at(19) == "0.3333333333333333");
  CHECK(row.at(24) == "crude");
  CHECK(row.at(8) == "95%");
}

TEST_CASE("A hidden area keeps its name and status and no number") {
  const auto row = row_of(index_csv(many_areas()), std::string(area_names[hidden_area].code));
  REQUIRE(row.size() == 28);
  for (std::size_t i = 3; i < row.size(); ++i)
    if (i != 24 && i != 25) CHECK(row[i].empty());
  CHECK(row[25] == "suppressed");
}

TEST_CASE("Marks are joined by a semicolon in the order of the contract") {
  const auto row = row_of(index_csv(many_areas()), std::string(area_names[coverage_area].code));
  CHECK(row.at(25) == "partial;coverage");
}

TEST_CASE("The discovery-rate column says yes or no where an area was compared") {
  RunResults results = many_areas();
  results.areas[0].comparison.fdr = true;
  results.areas[1].comparison.fdr = false;
  const std::string csv = index_csv(results);
  CHECK(row_of(csv, "E54000008").at(20) == "yes");
  CHECK(row_of(csv, "E54000010").at(20) == "no");
  CHECK(row_of(csv, "E92000001").at(20).empty());
}

TEST_CASE("A name that a spreadsheet would run as a formula gets an apostrophe") {
  RunResults results = many_areas();
  results.areas[0].name = "=HYPERLINK(1)";
  CHECK(row_of(index_csv(results), "E54000008").at(1) == "'=HYPERLINK(1)");
}

TEST_CASE("Ties show as the bare rank in index.csv") {
  RunResults results = many_areas();
  results.areas[0].rank = 4;
  results.areas[0].rank_tied = true;
  CHECK(row_of(index_csv(results), "E54000008").at(11) == "4");
}
