// Questionnaires that are only JSON, against scores worked by hand from their published scoring.
#include "base/csv_table.hpp"
#include "base/text.hpp"
#include "definitions/instrument.hpp"
#include "pipeline/score_run.hpp"
#include "support/catch.hpp"
#include "support/example_store.hpp"

using namespace joinedup;

namespace {

CsvTable table_of(const std::string& text, const std::string& name) {
  auto table = read_csv_table(text, name);
  REQUIRE(table);
  return std::move(*table);
}

std::string scored(const std::string& instrument, const std::string& answers) {
  test::ExampleStore files("new_instrument/definitions");
  ScoreRequest request;
  request.survey.files = {"new_instrument/" + answers};
  request.survey.instruments = {instrument};
  request.survey.id = "respondent_id";
  std::string csv;
  REQUIRE(run_score(request, files, [&](std::string_view text) { csv += text; }));
  return csv;
}

/// Every cell of the expectation against the cell of that column and row.
void check(const std::string& instrument, const std::string& answers, std::size_t people) {
  const std::string path = std::string(JOINEDUP_TESTS) + "/oracle/data/new_instrument/" + instrument + ".csv";
  const CsvTable expected = table_of(test::file_text(path).value_or(""), path);
  const CsvTable found = table_of(scored(instrument, answers), "scores.csv");
  REQUIRE(expected.rows.size() == people);
  REQUIRE(found.rows.size() == people);
  for (std::size_t row = 0; row < people; ++row) {
    for (std::size_t c = 1; c < expected.header.cells.size(); ++c) {
      const std::string heading = instrument + "." + expected.header.cells[c];
      const auto column = found.column(heading);
      CAPTURE(heading, expected.rows[row].cells[0]);
      REQUIRE(column);
      const std::string &wanted = expected.rows[row].cells[c], &cell = found.rows[row].cells[*column];
      const auto number = parse_number(wanted);
      if (number)
        CHECK_THAT(parse_number(cell).value_or(-1), WithinAbs(*number, 1e-9));
      else
        CHECK(cell == wanted);
    }
  }
}

} // namespace

TEST_CASE("A sum with reversed items scores as published") { check("rses", "answers_rses.csv", 5); }

TEST_CASE("Subscales under a half rule score as published") { check("cbi", "answers_cbi.csv", 4); }

TEST_CASE("Sums looked up as T-scores come out as published") { check("promis-global-10", "answers_promis.csv", 6); }
