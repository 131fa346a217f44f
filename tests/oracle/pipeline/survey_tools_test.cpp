// Exports of every survey tool as downloaded, against the answers that were put into them (tests/oracle/data/exports):
// the codes of every record that is kept, in order, and which records are not.
#include "base/csv_table.hpp"
#include "pipeline/score_run.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"
#include "support/oracle_data.hpp"

#include "base/render.hpp"

using namespace joinedup;

namespace {

/// Files below tests/oracle/data.
class DataStore final : public FileStore {
public:
  std::optional<std::string> text(const std::string& path) override {
    return test::file_text(JOINEDUP_TESTS "/oracle/data/" + path);
  }
  std::unique_ptr<ByteSource> open(const std::string& path) override {
    auto whole = text(path);
    return whole ? text_source(std::move(*whole)) : nullptr;
  }
  std::optional<std::string> definition(const std::string& name) override { return shipped_.definition(name); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    return shipped_.definitions(folder, ending);
  }

private:
  test::MemoryStore shipped_;
};

struct Export {
  std::string file, map, expected;
  std::string id = {}, id_in_file = {}; ///< columns of the expectation and of the result that name the record
  ReaderOptions reader = {};
  bool hidden_is_not_applicable = false; ///< the file writes both alike
};

struct Scored {
  CsvTable table;
  ScoreSummary summary;
  Diagnostics diagnostics;
  std::uint64_t dropped(DropReason reason) const {
    return summary.reconciliation.dropped.at(static_cast<std::size_t>(reason));
  }
};

Scored scored(const std::string& file, const std::string& map, const ReaderOptions& reader = {},
              const std::vector<std::string>& keep = {}) {
  ScoreRequest request;
  request.survey.files = {"exports/" + file};
  request.survey.map = map.empty() ? "" : "exports/" + map;
  request.survey.reader = reader;
  request.survey.keep = keep;
  request.survey.threads = 1;
  request.items = true;
  DataStore files;
  std::string text;
  auto outcome = run_score(request, files, [&](std::string_view part) { text += part; });
  INFO(render_text(outcome.diagnostics));
  REQUIRE(outcome);
  auto table = read_csv_table(text, file);
  INFO(text.substr(0, 500));
  REQUIRE(table);
  return {std::move(*table), std::move(*outcome), std::move(outcome.diagnostics)};
}

/// An error that must be reported has no code in the result.
std::string code_in_result(const std::string& expected) { return expected.starts_with('!') ? "." : expected; }

Scored check(const Export& e) {
  INFO(e.file);
  Scored got = scored(e.file, e.map, e.reader);
  const auto text = test::file_text(JOINEDUP_TESTS "/oracle/data/exports/" + e.expected);
  REQUIRE(text);
  const auto expected = read_csv_table(*text, e.expected);
  REQUIRE(expected);
  const auto keep = expected->column("keep");
  REQUIRE(keep);
  std::size_t row = 0, compared = 0;
  for (const CsvRow& wanted : expected->rows) {
    if (wanted.cells[*keep] != "1") continue;
    if (e.reader.dedupe.value_or(false) && wanted.cells[1].find("again") != std::string::npos) continue;
    REQUIRE(row < got.table.rows.size());
    const CsvRow& found = got.table.rows[row++];
    INFO("record " << wanted.cells[0]);
    if (!e.id.empty())
      CHECK(found.cells[got.table.column(e.id_in_file).value()] == wanted.cells[expected->column(e.id).value()]);
    for (std::size_t k = 0; k < expected->header.cells.size(); ++k) {
      const std::string& item = expected->header.cells[k];
      const auto column = got.table.column(item);
      if (!column) continue;
      ++compared;
      const std::string& code = found.cells[*column];
      const std::string wanted_code = code_in_result(wanted.cells[k]);
      INFO(item);
      if (e.hidden_is_not_applicable && wanted_code == ".") {
        CHECK((code == "." || code == "n"));
      } else {
        CHECK(code == wanted_code);
      }
    }
  }
  CHECK(compared > 0);
  // Exports of ten people stop after the tenth.
  CHECK(row == got.table.rows.size());
  return got;
}

Scored check_first_ten(Export e) {
  // The expectation lists 23 records, the first of which the older exports lack.
  INFO(e.file);
  Scored got = scored(e.file, e.map);
  const auto expected = read_csv_table(*test::file_text(JOINEDUP_TESTS "/oracle/data/exports/" + e.expected), "e");
  REQUIRE(got.table.rows.size() == 10);
  for (std::size_t row = 0; row < 10; ++row) {
    CHECK(got.table.rows[row].cells[0] == expected->rows[row + 1].cells[1]);
    for (int item = 1; item <= 14; ++item) {
      const std::string id = "wemwbs_" + std::to_string(item);
      CHECK(got.table.rows[row].cells[got.table.column(id).value()] ==
            expected->rows[row + 1].cells[expected->column(id).value()]);
    }
  }
  return got;
}

} // namespace

TEST_CASE("Qualtrics exports of numbers and of texts give the answers without their previews, spam and unfinished") {
  for (const std::string file : {"wemwbs_numeric.csv", "wemwbs_choice_text.csv"}) {
    const Scored got =
        check({"qualtrics/" + file, "qualtrics/map.json", "qualtrics/expected.csv", "respondent_id", "ResponseId"});
    CHECK(got.dropped(DropReason::not_a_response) == 2);
    CHECK(got.dropped(DropReason::partial_response) == 1);
    CHECK(got.summary.reconciliation.no_answer.at("wemwbs").at("unanswered") == 5);
    CHECK(got.summary.reconciliation.no_answer.at("wemwbs").at("missing") == 14);
  }
}

TEST_CASE("comments that look like reasons stay text") {
  const Scored got = scored("qualtrics/wemwbs_choice_text.csv", "qualtrics/map.json", {}, {"Q9"});
  std::vector<std::string> comments;
  for (const CsvRow& row : got.table.rows)
    comments.push_back(row.cells[0]);
  REQUIRE(comments.size() == 20);
  CHECK(comments[2] == "NA");
  CHECK(comments[12] == "N/A");
  CHECK(comments[17] == "None");
  CHECK(comments[18] == "99");
}

TEST_CASE("unfinished Qualtrics responses are kept on request") {
  ReaderOptions with_partial;
  with_partial.include_partial = true;
  const Scored got = scored("qualtrics/wemwbs_numeric.csv", "qualtrics/map.json", with_partial);
  REQUIRE(got.table.rows.size() == 21);
  CHECK(got.table.rows.back().cells[0] == "R_PARTIAL");
  CHECK(got.dropped(DropReason::partial_response) == 0);
}

TEST_CASE("older Qualtrics exports and those with odd third rows are read by the same map") {
  check_first_ten({"qualtrics/wemwbs_legacy_two_header.csv", "qualtrics/map.json", "qualtrics/expected.csv"});
  check_first_ten({"qualtrics/wemwbs_third_row_single_quotes.csv", "qualtrics/map.json", "qualtrics/expected.csv"});
}

TEST_CASE("SurveyMonkey exports give both questionnaires, one column a question or one a choice") {
  for (const std::string which : {"eq5d", "fft"}) {
    check({"surveymonkey/eq5d_fft_condensed_text.csv", "surveymonkey/map.json",
           "surveymonkey/expected_" + which + ".csv", "respondent_id", "Custom Data 1"});
  }
  const Scored got = check({"surveymonkey/eq5d_fft_expanded.csv", "surveymonkey/map_expanded.json",
                            "surveymonkey/expected_eq5d_expanded.csv", "respondent_id", "Custom Data 1"});
  CHECK(got.diagnostics.count("J215") == 1); // R005 ticks two
  check({"surveymonkey/eq5d_fft_expanded.csv", "surveymonkey/map_expanded.json", "surveymonkey/expected_fft.csv",
         "respondent_id", "Custom Data 1"});
}

TEST_CASE("LimeSurvey exports of codes and of full answers are read by one map") {
  const Scored codes =
      check({"limesurvey/pam13_codes.csv", "limesurvey/map.json", "limesurvey/expected.csv", "limesurvey_id", "id"});
  CHECK(codes.dropped(DropReason::partial_response) == 1);
  CHECK(codes.diagnostics.count("J263") == 0);
  const Scored texts = check({"limesurvey/pam13_full_answers.csv",
                              "limesurvey/map.json",
                              "limesurvey/expected.csv",
                              "limesurvey_id",
                              "id",
                              {},
                              true});
  CHECK(texts.diagnostics.count("J263") == 1); // N/A is an answer and a question not shown
}

TEST_CASE("REDCap exports of codes and of labels are read with the data dictionary by one map") {
  for (const std::string file : {"p3ceq_raw.csv", "p3ceq_labels.csv"}) {
    const bool raw = file == "p3ceq_raw.csv";
    const Scored got = check(
        {"redcap/" + file, "redcap/map.json", "redcap/expected.csv", "record_id", raw ? "record_id" : "Record ID"});
    CHECK(got.dropped(DropReason::not_a_response) == 12); // enrolment holds none of these questions
    CHECK(got.dropped(DropReason::partial_response) == 1);
    CHECK(got.summary.reconciliation.no_answer.at("p3ceq").at("not_shown") == 2);
    CHECK(got.diagnostics.count("J264") == 0); // one id, several events and instances
  }
}

TEST_CASE("forms of Microsoft and Google give their answers") {
  for (const std::string which : {"eq5d", "fft"}) {
    check({"msforms/eq5d_fft_saved_from_excel_cp1252.csv", "msforms/map.json", "msforms/expected_" + which + ".csv",
           "forms_id", "ID"});
  }
  const Scored got = check({"googleforms/wemwbs_responses.csv", "googleforms/map.json", "googleforms/expected.csv"});
  CHECK(got.diagnostics.count("J264") == 1);
}

TEST_CASE("a Microsoft Forms workbook gives the same answers as its CSV") {
  for (const std::string which : {"eq5d", "fft"})
    check({"msforms/eq5d_fft_forms.xlsx", "msforms/map.json", "msforms/expected_" + which + ".csv", "forms_id", "ID"});
}

TEST_CASE("a repeated Google Forms response is dropped on request, whatever the threads") {
  ReaderOptions dedupe;
  dedupe.dedupe = true;
  const Scored got =
      check({"googleforms/wemwbs_responses.csv", "googleforms/map.json", "googleforms/expected.csv", "", "", dedupe});
  CHECK(got.dropped(DropReason::duplicate) == 1);
  CHECK(got.table.rows.size() == 20);
}

TEST_CASE("KoboToolbox and ODK Central exports are read by one map without what was not approved") {
  const auto kobo = [](const std::string& file, const std::string& id) {
    const Scored got =
        check({"odk_kobo/" + file, "odk_kobo/map.json", "odk_kobo/expected.csv", id.empty() ? "" : "kobo_id", id});
    CHECK(got.dropped(DropReason::not_a_response) == 1);
  };
  kobo("eq5d_kobo_xml_values.csv", "_id");
  kobo("eq5d_kobo_hxl_second_row.csv", "_id");
  kobo("eq5d_odk_central.csv", "");
}

TEST_CASE("Alchemer, SmartSurvey and Snap exports give their answers") {
  const Scored alchemer =
      check({"alchemer/pam13_labels.csv", "alchemer/map.json", "alchemer/expected.csv", "response_id", "Response ID"});
  CHECK(alchemer.dropped(DropReason::partial_response) == 1);
  CHECK(alchemer.dropped(DropReason::not_a_response) == 1);
  CHECK(alchemer.diagnostics.count("J263") == 0);
  const Scored smart = check({"smartsurvey/fft_coded_labels.csv", "smartsurvey/map.json", "smartsurvey/expected.csv",
                              "respondent_id", "Unique ID"});
  CHECK(smart.dropped(DropReason::not_a_response) == 1);
  check({"snap/fft_codes_cp1252.csv", "snap/map.json", "snap/expected.csv", "respondent_id", "ID.name"});
}

TEST_CASE("SPSS, Stata and SAS files of one questionnaire give the same answers") {
  const auto statistics = [](const std::string& file, const std::string& map) {
    check({"../containers/" + file, map, "../containers/expected_eq5d5l.csv", "", "", {}, true});
  };
  statistics("eq5d5l.sav", "spss.json");
  statistics("eq5d5l.zsav", "spss.json");
  statistics("eq5d5l.dta", "stata_sas.json");
  statistics("eq5d5l.xpt", "stata_sas.json");
}

TEST_CASE("the extract of operations gives two observations a row") {
  const Scored got = scored("proms_eq5d3l_hip_provider.csv", "proms.json");
  const auto expected = read_csv_table(*test::file_text(JOINEDUP_TESTS "/oracle/data/exports/proms_expected.csv"), "e");
  REQUIRE(expected);
  REQUIRE(got.table.rows.size() * 2 == expected->rows.size());
  for (std::size_t row = 0; row < expected->rows.size(); ++row) {
    const CsvRow& wanted = expected->rows[row];
    for (const std::string item : {"mo", "sc", "ua", "pd", "ad", "vas"}) {
      const std::string name = wanted.cells[expected->column("phase").value()] + ".eq5d_" + item;
      CHECK(got.table.rows[row / 2].cells[got.table.column(name).value()] ==
            wanted.cells[expected->column(item).value()]);
    }
  }
}

TEST_CASE("the profile that disagrees with its items is the one that was written so") {
  const Scored got = scored("proms_eq5d3l_hip_provider.csv", "proms.json");
  const auto expected = read_csv_table(*test::file_text(JOINEDUP_TESTS "/oracle/data/exports/proms_expected.csv"), "e");
  std::vector<std::string> wrong; // records of which the note says so; the header is line 1
  for (const CsvRow& row : expected->rows)
    if (row.cells[expected->column("profile_ok").value()] == "0")
      wrong.push_back(row.cells[0] + row.cells[expected->column("phase").value()]);
  REQUIRE(wrong == std::vector<std::string>{"16post"});
  CHECK(got.diagnostics.count("J453") == 1);
  CHECK(got.diagnostics.count("J452") == 1); // before the operation all agree; the index columns are blank
  for (const Diagnostic& d : got.diagnostics.all()) {
    if (d.code != "J453") continue;
    CHECK(d.where.line == 17);
    CHECK(d.where.heading == "Post-Op Q EQ5D Index Profile");
  }
}

TEST_CASE("a published table of counts and shares is refused as answers") {
  ScoreRequest request;
  request.survey.files = {"exports/published/practice_weighted.csv"};
  DataStore files;
  const auto outcome = run_score(request, files, [](std::string_view) {});
  CHECK_FALSE(outcome);
  CHECK(outcome.diagnostics.count("J265") == 1);
  CHECK(outcome.diagnostics.count(Severity::error) == 1);
}
