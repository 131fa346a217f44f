// Which tool wrote a file, and what its columns and records mean.
#include "exports/survey_tool/survey_tool.hpp"

#include "base/render.hpp"
#include "exports/cell_codes.hpp"
#include "exports/plain_text.hpp"
#include "exports/survey_tool/data_dictionary.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using joinedup::testing::instrument_of;
using joinedup::testing::item_of;

namespace {

using Rows = std::vector<std::vector<std::string>>;

RecognisedTool recognised(const Rows& rows, const std::string& from = "auto") {
  ReaderOptions options;
  options.from = from;
  Diagnostics diagnostics;
  RecognisedTool out = recognise_tool(rows, options, "a.csv", diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return out;
}

std::string fault(const Rows& rows, const std::string& from) {
  ReaderOptions options;
  options.from = from;
  Diagnostics diagnostics;
  recognise_tool(rows, options, "a.csv", diagnostics);
  return render_text(diagnostics);
}

} // namespace

TEST_CASE("a file of no known tool is read by its first row") {
  const RecognisedTool found = recognised({{"id", "wemwbs_1", "Timestamp"}, {"7", "3", "x"}});
  CHECK(found.tool.id == "csv");
  CHECK(found.tool.header_rows == 1);
  CHECK(found.headings == std::vector<std::string>{"id", "wemwbs_1", "Timestamp"});
  CHECK(recognised({{"Timestamp", "q"}, {"early", "3"}}).tool.id == "csv");
  CHECK(recognised({{"V1", "V2"}, {"1", "3"}}).tool.id == "csv");
  CHECK(recognised({}).tool.id == "csv");
}

TEST_CASE("Qualtrics is known by ImportIds, whatever language its labels are in") {
  const RecognisedTool found = recognised({{"Status", "Beendet", "Kennung", "Q1"},
                                           {"Antworttyp", "Fertig", "Antwort-ID", "Wie geht es?\nHeute"},
                                           {"{\"ImportId\":\"status\"}", "{'ImportId': 'finished'}",
                                            "{\"ImportId\": \"_recordId\"}", "{\"ImportId\":\"QID1\"}"}});
  CHECK(found.tool.id == "qualtrics");
  CHECK(found.tool.header_rows == 3);
  CHECK(found.tool.record == 2U);
  REQUIRE(found.tool.rules.size() == 3);
  CHECK(found.tool.rules[2].column == 1);
  CHECK(found.tool.rules[2].reason == DropReason::partial_response);
  CHECK(found.columns[3].text == "Wie geht es?\nHeute");
  CHECK(found.columns[3].tool_code == "QID1");
  CHECK(found.columns[3].missing.at("-99") == "unanswered");
  CHECK(found.columns[0].missing.empty());
}

TEST_CASE("SurveyMonkey questions reach over the columns to their right") {
  const RecognisedTool found = recognised({{"Respondent ID", "Collector ID", "Your day", "", "Why?"},
                                           {"", "", "Morning", "Evening", "Open-Ended Response"}});
  CHECK(found.tool.id == "surveymonkey");
  CHECK(found.headings ==
        std::vector<std::string>{"Respondent ID", "Collector ID", "Your day | Morning", "Your day | Evening", "Why?"});
}

TEST_CASE("SurveyMonkey is known without its columns on the collector by the word over single columns") {
  const RecognisedTool found =
      recognised({{"RespondentID", "Seen a nurse?", "Your day", ""}, {"", "Response", "Morning", "Evening"}});
  CHECK(found.tool.id == "surveymonkey");
  CHECK(found.tool.header_rows == 2);
  CHECK(found.headings ==
        std::vector<std::string>{"RespondentID", "Seen a nurse?", "Your day | Morning", "Your day | Evening"});
  CHECK(recognised({{"RespondentID", "Seen a nurse?"}, {"", "yes"}}).tool.id == "csv");
  CHECK(recognised({{"RespondentID", "Seen a nurse?"}, {"17", "Response"}}).tool.id == "csv");
}

TEST_CASE("Alchemer is known without the id, and leaves out what was not completed") {
  const RecognisedTool found =
      recognised({{"Time Started", "Date Submitted", "Status", "Ward #1:Where were you seen?    "},
                  {"12/9/15 12:14:10", "12/9/15 12:17:28", "Partial", ""}});
  CHECK(found.tool.id == "alchemer");
  CHECK(!found.tool.record);
  REQUIRE(found.tool.rules.size() == 2);
  CHECK(found.tool.rules[0].reason == DropReason::partial_response);
  CHECK(found.columns[3].tool_code == "Ward #1");
  CHECK(recognised({{"Time Started", "Date Submitted", "Status"}, {"12:14", "12:17", "closed"}}).tool.id == "csv");
}

TEST_CASE("ODK Central's table of a group that repeats names its rows by KEY") {
  const RecognisedTool found = recognised({{"name", "visit-rating", "PARENT_KEY", "KEY"}});
  CHECK(found.tool.id == "odk");
  CHECK(found.tool.record == 3U);
  CHECK(found.columns[1].tool_code == "rating");
  CHECK(recognised({{"name", "rating", "KEY"}}).tool.id == "csv");
}

TEST_CASE("LimeSurvey headings are cut into code and text") {
  const RecognisedTool found =
      recognised({{"id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
                   "startlanguage. Start language", "WB[3]. Third", "note. Anything else? e.g. this"}});
  CHECK(found.tool.id == "limesurvey");
  CHECK(found.headings[4] == "WB[3]");
  CHECK(found.columns[4].tool_code == "WB_3");
  CHECK(found.columns[5].text == "Anything else? e.g. this");
}

TEST_CASE("REDCap forms reach up to their own word on completeness") {
  const RecognisedTool found = recognised(
      {{"record_id", "redcap_event_name", "sex", "enrol_complete", "wb_timestamp", "q1", "q2", "wb_complete"}});
  CHECK(found.tool.id == "redcap");
  REQUIRE(found.tool.forms.size() == 2);
  CHECK(found.tool.forms[1].first == 4);
  CHECK(found.tool.forms[1].complete == 7);
  CHECK(found.tool.forms[1].not_finished == 4U);
  CHECK(found.tool.repeats == std::vector<std::uint32_t>{1});
}

TEST_CASE("REDCap's record is the first field, or the one of the usual name where columns were moved") {
  CHECK(recognised({{"study_no", "redcap_event_name", "q1", "wb_complete"}}).tool.record == 0U);
  CHECK(recognised({{"q1", "redcap_event_name", "record_id", "wb_complete"}}).tool.record == 2U);
}

TEST_CASE("a tool that is named and does not fit is refused with what was expected") {
  CHECK(fault({{"id", "q1"}}, "qualtrics")
            .find("error[J116]: --from qualtrics: this file is not as Qualtrics writes it") != std::string::npos);
  CHECK(fault({{"id", "q1"}}, "qualtrix").find("did you mean qualtrics?") != std::string::npos);
  CHECK(fault({{"id", "q1"}}, "csv").empty());
}

TEST_CASE("answers may be written with markup and characters of Unicode") {
  const Item item = item_of("q", 1, 3, {"Don't know", "none - at all", "A & B"});
  Diagnostics diagnostics;
  const CellCodes codes = cell_codes(item, {}, {}, diagnostics);
  for (const char* text : {"Don\xE2\x80\x99t  KNOW", "&lt;b&gt;", "<b>Don&#39;t know</b>", "Don&rsquo;t&nbsp;know",
                           "1 - Don\xE2\x80\x99t know"}) {
    INFO(text);
    CHECK(decode_cell(codes, text).code == (text == std::string_view("&lt;b&gt;") ? answer::invalid : 1));
  }
  CHECK(decode_cell(codes, "None\xC2\xA0\xE2\x80\x93 at all").code == 2);
  CHECK(decode_cell(codes, "a &amp; b").code == 3);
  CHECK(decode_cell(codes, "2\xC2\xA0").code == answer::invalid); // a number is not mended in silence
  CHECK(decode_cell(codes, "2 - Don't know").code == answer::invalid);
}

TEST_CASE("plain text leaves alone what it does not know") {
  CHECK(plain_text("< 5 & more &unknown; &#xZZ; &#0;") == "< 5 & more &unknown; &#xZZ; &#0;");
  CHECK(plain_text("Caf\xC3\xA9 &#233;") == "Caf\xC3\xA9 \xC3\xA9");
  CHECK(plain_text("&") == "&");
  CHECK(plain_text("<") == "<");
  CHECK(plain_text("<i>a</i>") == " a ");
}

TEST_CASE("the file's labels say what its codes mean") {
  const Item item = item_of("q", 1, 3, {"low", "middle", "high"});
  const auto read = [&](CellWords words) {
    Diagnostics diagnostics;
    const CellCodes codes = cell_codes(item, words, {"a.csv", 1, 0, ""}, diagnostics);
    return std::pair(codes, render_text(diagnostics));
  };
  CellWords reversed;
  reversed.labels = {{"1", "High"}, {"2", "Middle"}, {"3", "Low"}, {"8", "Other"}};
  const auto [codes, said] = read(reversed);
  CHECK(decode_cell(codes, "1").code == 3);
  CHECK(decode_cell(codes, "3").code == 1);
  CHECK(decode_cell(codes, "8").code == answer::invalid);
  CHECK(said.find("warning[J260]: q: the file's labels say otherwise than its numbers for 1, 3") != std::string::npos);

  CellWords twice;
  twice.labels = {{"4", "low"}, {"5", "Low"}};
  CHECK(read(twice).second.find("error[J261]") != std::string::npos);
  twice.recode = {{"5", 2}};
  CHECK(read(twice).second.empty());

  Item with_series = item;
  with_series.elsewhere = {{"likely", "series=pre2020"}};
  CellWords other_series;
  other_series.labels = {{"1", "Likely"}, {"2", "middle"}};
  Diagnostics refused;
  cell_codes(with_series, other_series, {}, refused);
  CHECK(render_text(refused).find("error[J266]: q: the file's labels are words of another coding") !=
        std::string::npos);
  CHECK(render_text(refused).find("series=pre2020") != std::string::npos);

  CellWords by_dictionary; // a file of labels, whose dictionary knows the codes
  by_dictionary.labels = {{"Now and then", "2"}};
  CHECK(decode_cell(read(by_dictionary).first, "now and then").code == 2);

  CellWords not_applicable;
  not_applicable.labels = {{"8", "Not applicable"}, {"9", "Not answered"}};
  not_applicable.missing = {{"8", "user_missing"}, {"9", "user_missing"}};
  const auto declared = read(not_applicable).first;
  CHECK(decode_cell(declared, "8").code == answer::not_applicable);
  CHECK(decode_cell(declared, "9").code == answer::user_missing);
}

TEST_CASE("choices of a data dictionary are cut at bars and the first comma") {
  using Choice = std::pair<std::string, std::string>;
  CHECK(choices_of("0,Not at all| 1,Rarely, if ever|-99, Rather not say") ==
        std::vector<Choice>{{"0", "Not at all"}, {"1", "Rarely, if ever"}, {"-99", "Rather not say"}});
}

TEST_CASE("a data dictionary gives columns their fields") {
  const std::string text = "Variable / Field Name,Form Name,Field Type,Field Label,"
                           "\"Choices, Calculations, OR Slider Labels\"\n"
                           "q1,wb,radio,First question,\"1, Yes | 2, No\"\n"
                           "ltc,wb,checkbox,Conditions,\"1, Asthma | -99, None\"\n"
                           "a,wb,text,Same label,\nb,wb,text,Same label,\n";
  const auto fields = read_data_dictionary(text, "d.csv");
  REQUIRE(fields);
  SurveyHeader header;
  header.headings = {"q1", "First  QUESTION", "ltc____99", "Same label"};
  CHECK(render_text(apply_data_dictionary(*fields, "d.csv", "a.csv", header)).empty());
  CHECK(header.columns[0].labels.at("2") == "No");
  CHECK(header.columns[1].tool_code == "q1");
  CHECK(header.columns[1].labels.at("No") == "2");
  CHECK(header.columns[2].text == "Conditions");
  CHECK(header.columns[3].tool_code.empty()); // two fields have this label
  header.headings = {"x"};
  CHECK(render_text(apply_data_dictionary(*fields, "d.csv", "a.csv", header)).find("warning[J161]") !=
        std::string::npos);
  const auto from_interface = read_data_dictionary(
      "field_name,form_name,field_type,field_label,select_choices_or_calculations\nsex,wb,radio,Sex,\"0, F | 1, M\"\n",
      "d.csv");
  REQUIRE(from_interface);
  CHECK(from_interface->front().choices.size() == 2);
  const auto none = read_data_dictionary("a,b\n1,2\n", "d.csv");
  CHECK_FALSE(none);
  CHECK(render_text(none.diagnostics).find("error[J160]") != std::string::npos);
}
