// Shares by mode and role: worked by hand; Wilson limits of 45 out of 60 as PHEindicatormethods 2.1.0 gives them.
#include "pipeline/answered_tables.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <set>

using namespace joinedup;

namespace {

using People = std::map<std::string, std::map<std::string, std::uint64_t>>;

RunResults results_of(const People& people, const std::set<std::string>& hidden = {}) {
  RunResults out;
  for (const auto& [code, values] : people) {
    AreaResult area;
    area.code = code;
    area.status.suppressed = hidden.contains(code);
    out.areas.push_back(area);
  }
  out.total.code = "ALL";
  out.total.level = Level::total;
  return out;
}

RunResults shares(const People& people, const std::set<std::string>& hidden = {}) {
  RunResults out = results_of(people, hidden);
  add_answered_table({"mode", {"how", {}, {}}, people}, out);
  return out;
}

/// Codes of the rows, each once.
std::vector<std::string> shown(const RunResults& results) {
  std::vector<std::string> out;
  for (const auto& row : results.tables.at(0).rows)
    if (const auto& code = std::get<std::string>(row[0]); out.empty() || out.back() != code) out.push_back(code);
  return out;
}

const std::vector<TableCell>& row_of(const RunResults& results, const std::string& code, const std::string& value) {
  const auto& rows = results.tables.at(0).rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
    return std::get<std::string>(row[0]) == code && std::get<std::string>(row[3]) == value;
  });
  REQUIRE(found != rows.end());
  return *found;
}

double number(const TableCell& cell) { return std::get<double>(cell); }

} // namespace

TEST_CASE("shares by area stand beside the whole's, and an area 20 points away is warned about") {
  const RunResults results =
      shares({{"A", {{"online", 15}, {"paper", 45}}}, {"B", {{"online", 80}, {"paper", 20}}}, {"C", {{"online", 60}}}});
  CHECK(shown(results) == std::vector<std::string>{"A", "B", "C", "ALL"});
  const auto& paper = row_of(results, "A", "paper");
  CHECK(std::get<std::uint64_t>(paper[4]) == 45);
  CHECK_THAT(number(paper[5]), WithinAbs(0.75, 1e-15));
  CHECK_THAT(number(paper[6]), WithinAbs(0.627679, 5e-7));
  CHECK_THAT(number(paper[7]), WithinAbs(0.842235, 5e-7));
  CHECK_THAT(number(paper[8]), WithinAbs(0.75 - 65.0 / 220, 1e-15));
  CHECK(std::get<std::string>(paper[9]) == "yes");
  // B: 20 % against 29.5 %; C: nobody by paper, 29.5 points away.
  CHECK(std::holds_alternative<std::monostate>(row_of(results, "B", "paper")[9]));
  CHECK(std::get<std::uint64_t>(row_of(results, "C", "paper")[4]) == 0);
  CHECK(results.diagnostics.count("J660") == 2);
  CHECK(results.tables[0].finding == "2 of 3 areas lie 20 points or more from the whole in one share at least.");
}

TEST_CASE("a difference of exactly 20 points is warned about") {
  // 70 % and 30 % in areas of one size: 20 points each from 50 %.
  const RunResults results = shares({{"A", {{"online", 70}, {"paper", 30}}}, {"B", {{"online", 30}, {"paper", 70}}}});
  CHECK(results.diagnostics.count("J660") == 2);
}

TEST_CASE("an area where a value is of few people is left out with the next smallest") {
  const People people{{"A", {{"online", 60}, {"paper", 58}, {"phone", 2}}},
                      {"B", {{"online", 50}, {"paper", 40}, {"phone", 10}}},
                      {"C", {{"online", 80}, {"paper", 70}}}};
  const RunResults results = shares(people);
  CHECK(shown(results) == std::vector<std::string>{"C", "ALL"});
  CHECK(results.tables[0].notes[0] == "Areas left out, since single people could be told: 2");
  CHECK(shown(shares(people, {"C"})) == std::vector<std::string>{"ALL"});
}

TEST_CASE("an area whose index is hidden has no shares") {
  const People people{{"A", {{"online", 40}}}, {"B", {{"online", 50}}}, {"C", {{"online", 60}}}};
  CHECK(shown(shares(people, {"A", "B"})) == std::vector<std::string>{"C", "ALL"});
}

TEST_CASE("what few people typed is not named") {
  const RunResults results =
      shares({{"A", {{"online", 30}, {"her sister Ann", 1}, {"paper", 40}}}, {"B", {{"online", 50}, {"paper", 60}}}});
  std::set<std::string> values;
  for (const auto& row : results.tables.at(0).rows)
    values.insert(std::get<std::string>(row[3]));
  CHECK(values == std::set<std::string>{"(values of few people)", "paper"});
}

TEST_CASE("a hidden whole, or one that would give a few people away, has no table") {
  RunResults hidden = results_of({{"A", {{"online", 4}}}});
  hidden.total.status.suppressed = true;
  add_answered_table({"mode", {"how", {}, {}}, {{"A", {{"online", 4}}}}}, hidden);
  CHECK(hidden.tables.empty());
  CHECK(hidden.diagnostics.count("J629") == 1);
  const RunResults one = shares({{"A", {{"phone", 3}}}});
  CHECK(one.tables.empty());
  CHECK(one.diagnostics.count("J629") == 1);
}

TEST_CASE("counts are rounded where the rules say so, and shares follow them") {
  const People people{{"A", {{"online", 12}, {"paper", 38}}}, {"B", {{"online", 70}, {"paper", 30}}}};
  RunResults results = results_of(people);
  results.study.disclosure.round_to = 5;
  add_answered_table({"mode", {"how", {}, {}}, people}, results);
  const auto& online = row_of(results, "A", "online");
  CHECK(std::get<std::uint64_t>(online[4]) == 10);
  CHECK_THAT(number(online[5]), WithinAbs(0.2, 1e-15));
}
