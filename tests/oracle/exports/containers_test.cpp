// Files of other programs against what went into them (tests/oracle/data/containers).
#include "exports/container/container.hpp"
#include "support/catch.hpp"
#include "support/contained.hpp"
#include "support/oracle_data.hpp"
#include "support/survey_reading.hpp"

#include <cmath>

using namespace joinedup;
using joinedup::testing::container_bytes;
using joinedup::testing::instrument_of;
using joinedup::testing::item_of;
using joinedup::testing::read_contained;
using joinedup::testing::read_everything;
using joinedup::testing::Reading;

namespace {

/// The cells of a text without quotes in it.
std::vector<std::vector<std::string>> plain_cells(const std::string& text) {
  std::vector<std::vector<std::string>> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    out.emplace_back();
    std::istringstream cells(line + ",");
    for (std::string cell; std::getline(cells, cell, ',');)
      out.back().push_back(cell);
  }
  return out;
}

/// Codes as the expectation names them: nothing, or a code that the file declares missing, is ".".
void check_codes(const std::string& name, bool declares_missing) {
  INFO(name);
  const auto read = read_contained(container_bytes(name));
  REQUIRE(read.opened);
  CHECK(read.thrown.empty());
  const auto rows = plain_cells(read.text);
  const test::OracleTable expected("containers/expected_eq5d5l.csv");
  REQUIRE(rows.size() == expected.rows() + 1);
  REQUIRE(rows[0] == std::vector<std::string>{"id", "icb", "mo", "sc", "ua", "pd", "ad", "vas"});
  REQUIRE(read.columns.size() == 8);
  const std::vector<std::string> items = {"eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad", "eq5d_vas"};
  for (std::size_t row = 1; row < rows.size(); ++row)
    for (std::size_t item = 0; item < items.size(); ++item) {
      std::string cell = rows[row][item + 2];
      const auto& declared = read.columns[item + 2].missing;
      const bool missing = declares_missing ? declared.count(cell) > 0 : cell == "8" || cell == "9" || cell == "999";
      if (declared.count(cell) > 0) CHECK(declares_missing);
      if (cell.empty() || missing) cell = ".";
      CHECK(cell == expected.text(items[item])[row - 1]);
    }
}

void check_text(const std::string& name, const std::string& expectation, const std::string& sheet = {}) {
  INFO(name);
  const auto read = read_contained(container_bytes(name), sheet);
  REQUIRE(read.opened);
  CHECK(read.thrown.empty());
  CHECK(read.text == container_bytes(expectation));
}

} // namespace

TEST_CASE("the same questionnaire as SPSS, Stata and SAS files gives the same codes") {
  check_codes("eq5d5l.sav", true);
  check_codes("eq5d5l.zsav", true);
  check_codes("eq5d5l.dta", false);
  check_codes("eq5d5l.xpt", false);
}

TEST_CASE("SPSS labels and missing codes stand with their columns") {
  for (const std::string name : {"eq5d5l.sav", "eq5d5l.zsav"}) {
    const auto read = read_contained(container_bytes(name));
    REQUIRE(read.columns.size() == 8);
    CHECK(read.format == "SPSS ." + name.substr(name.find('.') + 1));
    CHECK(read.columns[2].text == "EQ-5D-5L Mobility");
    CHECK(read.columns[2].labels.at("5") == "Unable / extreme");
    CHECK(read.columns[1].labels == std::map<std::string, std::string>{{"1", "ZZ1"}, {"2", "ZZ2"}, {"3", "ZZ3"}});
    CHECK(read.columns[2].missing ==
          std::map<std::string, std::string>{{"8", "not_applicable"}, {"9", "user_missing"}});
    CHECK(read.columns[7].missing == std::map<std::string, std::string>{{"999", "user_missing"}});
  }
}

TEST_CASE("files that PSPP wrote are read as what went into them") {
  for (const char* name : {"pspp.sav", "pspp_compressed.sav", "pspp.zsav"}) {
    check_text(name, "expected_pspp.csv");
    const auto read = read_contained(container_bytes(name));
    REQUIRE(read.columns.size() == 9);
    const auto& level = read.columns[1];
    CHECK(level.text == "How are you?");
    CHECK(level.labels.at("-8") == "Does not apply");
    CHECK(level.missing.at("-8") == "not_applicable");
    CHECK(level.missing.at("-7") == "user_missing");
    CHECK(level.missing.at("9") == "user_missing");
    CHECK(level.missing.count("1") == 0);
    CHECK(read.columns[2].missing.at("-99") == "user_missing");          // listed code by code
    CHECK(read.columns[2].missing.at("user_missing") == "user_missing"); // -250, beyond the list
    CHECK(read.columns[4].text == "Ort (Zürich)");
    CHECK(read.columns[4].missing == std::map<std::string, std::string>{{"n/k", "user_missing"}});
  }
}

TEST_CASE("Stata files of three formats are read as what went into them") {
  for (const char* name : {"pandas_114.dta", "pandas_117.dta", "pandas_118.dta"}) {
    check_text(name, "expected_stata.csv");
    const auto read = read_contained(container_bytes(name));
    CHECK(read.format == "Stata .dta");
    CHECK(read.columns.at(1).text == "How are you?");
    CHECK(read.columns.at(1).labels ==
          std::map<std::string, std::string>{{"1", "No problems"}, {"5", "Extreme problems"}});
    CHECK(read.columns.at(1).missing.at(".z") == "user_missing");
    CHECK(read.columns.at(0).missing.empty());
  }
}

TEST_CASE("old Stata files are read as what went into them") {
  for (const char* name : {"foreign_6.dta", "foreign_7.dta", "foreign_8.dta"})
    check_text(name, "expected_foreign.csv");
  CHECK(read_contained(container_bytes("foreign_8.dta")).columns.at(1).labels.at("2") == "Poor");
}

TEST_CASE("a SAS transport file keeps its dates, missing letters and accents") {
  check_text("by_hand.xpt", "expected_transport.csv");
  const auto read = read_contained(container_bytes("by_hand.xpt"));
  CHECK(read.columns.at(1).missing.at(".A") == "user_missing");
  CHECK(read.columns.at(1).missing.at("._") == "user_missing");
  CHECK(read.columns.at(1).text == "How are you?");
  CHECK(read.columns.at(6).text == "Café");
}

TEST_CASE("workbooks of four programs are read as what went into them") {
  for (const char* name :
       {"xlsxwriter_plain.xlsx", "xlsxwriter_inline.xlsx", "xlsxwriter_1904.xlsx", "openpyxl.xlsx", "gnumeric.xlsx"}) {
    check_text(name, "expected_workbook.csv");
    check_text(name, "expected_workbook.csv", "Answers & more");
    const auto read = read_contained(container_bytes(name));
    CHECK(read.format == "workbook sheet \"Answers & more\"");
    CHECK(read.diagnostics.count("J233") == 1);
  }
}

TEST_CASE("a form's workbook is read with its dates, its blank rows and the sentence below") {
  const auto read = read_contained(container_bytes("forms.xlsx"));
  REQUIRE(read.opened);
  CHECK(read.text.starts_with("ID,Start time,Completion time,Email,Name,Mobility\xC2\xA0,Self-care,"));
  CHECK(read.text.find("\n1,2026-03-02T09:00:00,2026-03-02T09:04:00,anonymous,,Moderate problems,Unable / extreme,") !=
        std::string::npos);
  CHECK(read.text.find(",60,GP;,Very good,Staff were kind.,ZZ1\n") != std::string::npos);
  CHECK(read.text.find("\n6,2026-03-03T00:35:00,") != std::string::npos);
  CHECK(read.text.ends_with("\n\n\nExported for the evaluation team,,,,,,,,,,,,,,\n"));
  CHECK(read.diagnostics.count("J233") == 1);
  const auto notes = read_contained(container_bytes("forms.xlsx"), "Notes");
  CHECK(notes.text == "Second sheet: ignore unless --sheet is given\n");
  CHECK(notes.diagnostics.empty());
}

TEST_CASE("what a sheet shows as a percentage is that percentage, in text and in numbers") {
  check_text("formats.xlsx", "expected_formats.csv");
  const Instrument fft = instrument_of("fft", {item_of("fft_1", 1, 6)});
  Reading reading;
  reading.request.instruments = {&fft};
  reading.request.keep = {"age"};
  reading.request.numeric_columns = {"share", "count"};
  const auto all = read_everything(container_bytes("formats.xlsx"), reading);
  INFO(all.said());
  REQUIRE(all.summary.records == 6);
  CHECK(all.columns[0] == std::vector<double>{80, 29, 7, 95, 100, 80});
  CHECK(std::vector(all.columns[1].begin(), all.columns[1].begin() + 4) ==
        std::vector<double>{1234, 12, 1234567, 2345});
  CHECK(std::isnan(all.columns[1][4]));
  CHECK(std::isnan(all.columns[1][5]));
  CHECK(all.codes[0][0] == std::vector<AnswerCode>{1, 2, answer::invalid, 3, 4, 5});
  CHECK(all.said().find("[fft_1] a percentage is no answer of fft_1") != std::string::npos);
  CHECK(all.said().find("[age] 1 record has a date among ranges") != std::string::npos);
}

TEST_CASE("records of a statistics file count, the blank ones too") {
  const Instrument fft = instrument_of("fft", {item_of("fft_1", 1, 6)});
  for (const char* name : {"blank.sav", "blank.zsav", "blank.dta", "blank.xpt"}) {
    INFO(name);
    Reading reading;
    reading.request.instruments = {&fft};
    reading.request.keep = {"id"};
    const auto all = read_everything(container_bytes(name), reading);
    INFO(all.said());
    CHECK(all.summary.records == 5);
    CHECK(all.codes[0][0] == std::vector<AnswerCode>{1, answer::missing, 3, answer::missing, 5});
    CHECK(all.kept[1] == std::vector<std::string>{""});
    CHECK(all.diagnostics.count("J219") == 0);
  }
}
