// Broken and mangled files: what must be said about each, by the notes that came with them.
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

const Instrument& fft() {
  static const Instrument instrument = instrument_of(
      "fft", {item_of("fft", 1, 6, {"Very good", "Good", "Neither good nor poor", "Poor", "Very poor", "Don't know"})});
  return instrument;
}

Everything read_trap(const std::string& name, bool rejects = false) {
  Reading reading;
  reading.request.instruments = {&fft()};
  reading.request.keep = {"all"};
  reading.request.set_rejects_aside = rejects;
  return read_everything(file_text(std::string(JOINEDUP_TESTS) + "/oracle/data/exports/" + name), reading);
}

using Codes = std::vector<AnswerCode>;

bool says(const Everything& all, const std::string& text) {
  if (all.said().find(text) != std::string::npos) return true;
  UNSCOPED_INFO(all.said());
  return false;
}

} // namespace

TEST_CASE("ragged records are named by line and field counts") {
  const Everything all = read_trap("ragged.csv");
  CHECK(says(all, "survey.csv:3:2: error[J204]: [fft] 2 fields, the header has 3\n  hint: is there a line break"));
  CHECK(says(all, "survey.csv:4:4: error[J204]: 4 fields, the header has 3\n  hint: is there a \",\" in a text"));
  CHECK(all.codes[0][0] == Codes{1, answer::missing, answer::missing, 4});
  CHECK(all.summary.dropped[static_cast<std::size_t>(DropReason::rejected)] == 2);
  CHECK(exit_code(all.diagnostics) == 1);
}

TEST_CASE("refused records are set aside with their line and item cells") {
  CHECK(read_trap("ragged.csv", true).summary.rejects == "record,line,column,code,fft\n"
                                                         "2,3,2,J204,2\n"
                                                         "3,4,4,J204,3\n");
}

TEST_CASE("an unclosed quote is named at the line where it opened") {
  const Everything all = read_trap("unclosed_quote.csv");
  CHECK(says(all, "survey.csv:2:3: error[J203]: [comment] the quote that opens here is never closed"));
  CHECK(all.summary.rows == 1);
}

TEST_CASE("stray quotes are warned about and text after a closing quote is an error") {
  const Everything all = read_trap("stray_quote.csv");
  CHECK(says(all, "survey.csv:2:3: warning[J208]: [comment]"));
  CHECK(says(all, "survey.csv:3:3: warning[J208]: [comment]"));
  CHECK(says(all, "survey.csv:4:3: error[J207]: [comment] text after a closing quote"));
  CHECK(all.kept[0][2] == "said \"hello\" twice");
  CHECK(all.kept[1][2] == "5\" scar");
}

TEST_CASE("a NUL byte is an error at its cell") {
  CHECK(says(read_trap("nul_byte.csv"), "survey.csv:3:2: error[J205]: [fft] a NUL byte"));
}

TEST_CASE("blank lines are skipped and line numbers stay true") {
  const Everything all = read_trap("blank_lines.csv");
  CHECK(all.codes[0][0] == Codes{1, 2, 3});
  CHECK(all.dialect.header_line == 3);
  CHECK(all.summary.lines == 10);
  CHECK(says(all, "note[J219]: 4 blank lines were skipped"));
}

TEST_CASE("headings without records give a warning") {
  const Everything all = read_trap("header_only.csv");
  CHECK(all.complete);
  CHECK(all.summary.records == 0);
  CHECK(says(all, "warning[J210]: headings and no records"));
  CHECK(exit_code(all.diagnostics) == 0);
}

TEST_CASE("files that are no delimited text are refused by name") {
  CHECK(says(read_trap("empty.csv"), "error[J201]: the file is empty"));
  CHECK(says(read_trap("bom_only.csv"), "error[J201]: nothing but a byte order mark"));
  CHECK(says(read_trap("html_table_named_xls.xls"), "error[J202]: this is a web page (HTML or XML)"));
}

TEST_CASE("headings that occur twice are refused where they are asked for and told apart by number") {
  const Everything all = read_trap("duplicate_headers.csv");
  CHECK(says(all, "survey.csv:1:4: error[J111]: [fft] an item names a column that occurs 2 times, in fields 2 and 4"));
  CHECK(exit_code(all.diagnostics) == 2);
  Reading reading;
  reading.request.instruments = {&fft()};
  Administration second{"fft", "", {{"fft", {"fft#2"}}}, {}, {}, {}};
  reading.request.map.administrations = {second};
  reading.request.keep = {"comment#1"};
  const std::string text = file_text(std::string(JOINEDUP_TESTS) + "/oracle/data/exports/duplicate_headers.csv");
  const Everything told = read_everything(text, reading);
  CHECK(told.codes[0][0] == Codes{2, 2, 1});
  CHECK(told.kept[2] == std::vector<std::string>{"bad"});
}

TEST_CASE("headings that stand again among the records are dropped with a warning") {
  const Everything all = read_trap("repeated_header_and_bom.csv");
  CHECK(says(all, "survey.csv:4:1: warning[J209]: [id] the headings stand here once more"));
  CHECK(all.summary.dropped[static_cast<std::size_t>(DropReason::not_a_response)] == 1);
  CHECK(all.summary.records == 5);
  CHECK(all.diagnostics.count("J211") == 0);
}

TEST_CASE("spaces after delimiters belong to nothing") {
  const Everything all = read_trap("spaces_after_comma.csv");
  CHECK(all.codes[0][0] == Codes{1, 2});
  CHECK(all.kept[0] == std::vector<std::string>{"1", "1", "ok, thanks"});
  CHECK(says(all, "survey.csv:2:2: note[J216]: [fft]"));
  CHECK(all.diagnostics.count("J216") == 1);
}

TEST_CASE("curly quotes are no quotes") {
  const Everything all = read_trap("smart_quotes.csv");
  CHECK(says(all, "survey.csv:2:4: error[J204]: 4 fields, the header has 3\n  hint: curly quotes are no CSV quotes"));
  CHECK(all.codes[0][0][1] == 2);
}

TEST_CASE("answers as numbers and labels mixed are read and the rest refused") {
  const Everything all = read_trap("mixed_numeric_text_answers.csv");
  const AnswerCode no = answer::invalid;
  CHECK(all.codes[0][0] == Codes{1, 2, 3, 5, 6, no, no, no, no, no});
  CHECK(says(all, "survey.csv:7:2: warning[J211]: [fft] 0 is no answer of fft, expected 1 to 6"));
  CHECK(says(all,
             "survey.csv:10:2: warning[J211]: [fft] a list of several answers is no answer of fft, expected 1 to 6"));
  CHECK(all.summary.invalid_cells.at("fft.fft") ==
        std::map<std::string, std::uint64_t>{{"0", 1}, {"7", 1}, {"-1", 1}, {"99", 1}, {"other text", 1}});
}

TEST_CASE("headings are found below the lines of a title") {
  const Everything all = read_trap("totals_and_footer.csv");
  CHECK(all.dialect.header_line == 4);
  CHECK(all.headings == std::vector<std::string>{"id", "icb", "fft"});
  CHECK(all.codes[0][0][2] == 5);
}

TEST_CASE("label variants and markup in headings are matched") {
  Reading reading;
  reading.request.instruments = {&fft()};
  Administration named{"fft", "", {{"fft", {"Overall, how was our service?"}}}, {}, {}, {}};
  reading.request.map.administrations = {named};
  const Everything all =
      read_everything(file_text(std::string(JOINEDUP_TESTS) + "/oracle/data/exports/html_in_headers.csv"), reading);
  REQUIRE(all.planned);
  CHECK(all.codes[0][0] == Codes{1, 2, 6, 6, 1});
}
