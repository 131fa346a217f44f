#include "exports/field_counts.hpp"
#include "exports/heading_rows.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

Everything read(const std::string& text, ReaderOptions options = {}) {
  Reading reading;
  reading.request.keep = {"all"};
  reading.options = std::move(options);
  return read_everything(text, reading);
}

using Row = std::vector<std::string>;

} // namespace

TEST_CASE("headings are found below titles that hold delimiters") {
  const Everything padded = read("Report,,,,\nPeriod: March,,,,\n,,,,\ncode,name,a,b,c\nX1,One,1,2,3\nX2,Two,4,5,6\n");
  CHECK(padded.headings == Row{"code", "name", "a", "b", "c"});
  CHECK(padded.dialect.header_line == 4);
  CHECK(padded.kept.size() == 2);
  const Everything fields = read("Report, run on 2 March\nby A, B\n\ncode,name,a,b,c\nX1,One,1,2,3\nX2,Two,4,5,6\n");
  CHECK(fields.headings == Row{"code", "name", "a", "b", "c"});
  CHECK(fields.diagnostics.count("J217") == 1);
}

TEST_CASE("a row of group names above the names of all columns is no heading row") {
  const Everything all = read(",,Counts,,,Shares,,\ncode,name,very good,good,poor,vg,g,p\nX1,One,1,2,3,4,5,6\n");
  CHECK(all.headings == Row{"code", "name", "very good", "good", "poor", "vg", "g", "p"});
  CHECK(all.dialect.header_line == 2);
}

TEST_CASE("headings that are fewer than the fields of the records are kept as headings") {
  const Everything all = read("a,b,c\n1,2,3,,,9\n4,5,6,,,9\n7,8,9,,,9\n");
  CHECK(all.headings == Row{"a", "b", "c"});
  CHECK(all.diagnostics.count("J204") == 3);
  CHECK(read("id,q1,,,,,\nR1,1,2,3,4,5,6\nR2,1,2,3,4,5,6\n").headings[0] == "id");
}

TEST_CASE("several heading rows are joined where the first does not name every column once") {
  ReaderOptions two;
  two.header_rows = 2;
  CHECK(read("id,a,b\nRecord,Question a,Question b\n1,2,3\n", two).headings == Row{"id", "a", "b"});
  CHECK(read("code,Counts,,Shares,\n,good,poor,good,poor\nX1,1,2,3,4\n", two).headings ==
        Row{"code", "Counts | good", "Counts | poor", "Shares | good", "Shares | poor"});
}

TEST_CASE("equal headings are numbered when that is asked for") {
  ReaderOptions number;
  number.duplicate_headers = "number";
  const Everything all = read("id,fft,comment,fft,Comment,\n1,2,x,3,y,\n", number);
  CHECK(all.headings == Row{"id", "fft", "comment", "fft#2", "Comment#2", ""});
  CHECK(all.diagnostics.count("J248") == 2);
  CHECK(all.said().find("survey.csv:1:4: warning[J248]: [fft] this heading stands in fields 2 and 4") !=
        std::string::npos);
}

TEST_CASE("line breaks in quoted headings belong to them") {
  const Everything all = read("\"How\nwas it?\",\"id\"\r\n3,1\r\n");
  CHECK(all.headings == Row{"How\nwas it?", "id"});
  CHECK(all.dialect.first_data_line == 3);
}

TEST_CASE("reader options with values that none are told all at once") {
  ReaderOptions options;
  options.encoding_errors = "ignore";
  options.duplicate_headers = "drop";
  options.decimal = "dot";
  options.encoding = "utf-7";
  CHECK(read("a,b\n1,2\n", options).diagnostics.count("J116") == 4);
}
