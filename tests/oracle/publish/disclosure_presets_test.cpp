// The shipped presets against the worked examples of what NHS England, the GP Patient Survey and NHS Digital star
// (tests/oracle/data/disclosure).
#include "base/csv_table.hpp"
#include "base/text.hpp"
#include "definitions/disclosure.hpp"
#include "publish/count_rules.hpp"

#include "support/catch.hpp"
#include "support/oracle_data.hpp"

#include <map>

using namespace joinedup;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> examples() {
  std::ostringstream text;
  text << test::open_oracle("disclosure/worked_examples.csv").rdbuf();
  const Outcome<CsvTable> table = read_csv_table(text.str(), "worked_examples.csv");
  REQUIRE(table);
  std::vector<Row> out;
  for (const CsvRow& row : table->rows)
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (c == 0) out.emplace_back();
      out.back()[table->header.cells[c]] = row.cells[c];
    }
  return out;
}

DisclosureRules preset(const std::string& id) {
  std::ifstream file(JOINEDUP_SOURCE "/instruments/disclosure/" + id + ".json");
  std::ostringstream text;
  text << file.rdbuf();
  const Outcome<DisclosureRules> rules = read_disclosure_rules(text.str(), id + ".json");
  REQUIRE(rules);
  return *rules;
}

std::uint64_t number(const Row& row, const char* name) { return std::stoull(row.at(name)); }

/// The rows of one group of units, by example.
std::map<std::string, std::vector<Row>> groups() {
  std::map<std::string, std::vector<Row>> out;
  for (const Row& row : examples())
    if (row.at("regime") == "fft") out[row.at("id")].push_back(row);
  return out;
}

std::vector<UnitHiding> hidden(const std::vector<Row>& group, const CountRules& rules) {
  std::vector<UnitCount> units;
  for (const Row& row : group)
    units.push_back({row.at("unit"), row.at("group"), number(row, "total_or_base"), row.at("parent_flag") == "1"});
  return hide_units(units, rules);
}

} // namespace

TEST_CASE("units are ranked and starred as NHS England's pipeline does") {
  const CountRules rules = preset("fft").counts;
  std::size_t seen = 0;
  for (const auto& [id, group] : groups()) {
    const std::vector<UnitHiding> out = hidden(group, rules);
    for (std::size_t i = 0; i < group.size(); ++i, ++seen) {
      INFO(id << " " << group[i].at("unit"));
      CHECK(out[i].rank == number(group[i], "expected_rank"));
      CHECK(out[i].first == (group[i].at("expected_first") == "1"));
      CHECK(out[i].second == (group[i].at("expected_second") == "1"));
      CHECK(out[i].cascade == (group[i].at("expected_cascade") == "1"));
      CHECK(out[i].starred() == (group[i].at("expected_counts_shown") == "no"));
      CHECK(out[i].shares_starred(rules) == (group[i].at("expected_percentages_shown") == "no"));
    }
  }
  CHECK(seen == 22);
}

TEST_CASE("the strict rules star the shares of every starred unit") {
  const CountRules rules = preset("fft-strict").counts;
  for (const auto& [id, group] : groups())
    for (const UnitHiding& one : hidden(group, rules)) {
      INFO(id);
      CHECK(one.shares_starred(rules) == one.starred());
    }
}

TEST_CASE("results and options are hidden as the GP Patient Survey does") {
  const DisclosureRules rules = preset("gpps");
  for (const Row& row : examples()) {
    if (row.at("regime") != "gpps") continue;
    INFO(row.at("id"));
    const std::string& unit = row.at("unit");
    if (unit == "question base") {
      CHECK((number(row, "total_or_base") < rules.figures.minimum) == (row.at("expected_value") == "suppressed"));
    } else if (unit.starts_with("option count")) {
      const std::uint64_t population = std::stoull(unit.substr(unit.rfind(' ') + 1));
      const std::vector<bool> options = hide_options({number(row, "total_or_base"), 60, 80}, population, rules.counts);
      CHECK(options[0] == (row.at("expected_value") == "suppressed"));
    } else {
      REQUIRE(row.at("expected_value") == "also suppress next lowest option");
      CHECK(hide_options({3, 60, 0, 25}, 900, rules.counts) == std::vector{true, false, false, true});
      CHECK(hide_options({3, 60, 2, 25}, 900, rules.counts) == std::vector{true, false, true, false});
    }
  }
}

TEST_CASE("counts are starred and rounded as in Hospital Episode Statistics") {
  const DisclosureRules rules = preset("hes");
  std::size_t seen = 0;
  for (const Row& row : examples()) {
    if (row.at("regime") != "hes") continue;
    INFO(row.at("id"));
    ++seen;
    const std::uint64_t n = number(row, "total_or_base");
    if (row.at("unit") == "sub-national mean, n") {
      CHECK((n < rules.figures.minimum) == (row.at("expected_value") == "*"));
      continue;
    }
    const auto shown = shown_count(n, row.at("unit") == "national count", rules.counts);
    CHECK((shown ? std::to_string(*shown) : "*") == row.at("expected_value"));
  }
  CHECK(seen == 9);
}

TEST_CASE("the default preset is what a run without one does") {
  const DisclosureRules rules = preset("default");
  CHECK(rules.figures.minimum == DisclosureSpec{}.minimum);
  CHECK(rules.figures.caution == DisclosureSpec{}.caution);
  CHECK(rules.figures.round_to == 0);
}
