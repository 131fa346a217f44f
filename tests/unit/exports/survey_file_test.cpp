#include "exports/windows_1252.hpp"
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

TEST_CASE("the delimiter is found by the evidence of the records") {
  CHECK(read("a;b;c\n1,5;2,5;x\n2;3;4\n").dialect.delimiter == ';');
  CHECK(read("a\tb\n1,2,3\t4\n").dialect.delimiter == '\t');
  CHECK(read("a|b\n1|2\n").dialect.delimiter == '|');
  CHECK(read("a,b\n\"x;y\",2\n\"x;y;z\",3\n").dialect.delimiter == ',');
  CHECK(read("one\n1\n2\n").headings == Row{"one"});
}

TEST_CASE("line ends are found and said") {
  CHECK(read("a,b\r\n1,2\r\n").dialect.crlf);
  CHECK_FALSE(read("a,b\n1,2\n").dialect.crlf);
  const Everything returns = read("a,b\r1,2\r3,4\r");
  CHECK(returns.dialect.newline == '\r');
  CHECK(returns.kept == std::vector<Row>{{"1", "2"}, {"3", "4"}});
}

TEST_CASE("headings lose quotes and spaces and a byte order mark before them") {
  CHECK(read("\xEF\xBB\xBF\"a \"\"x\"\"\", b ,\"c,d\"\n1,2,3\n").headings == Row{"a \"x\"", "b", "c,d"});
}

TEST_CASE("a heading over several lines keeps the line numbers true") {
  const Everything all = read("\"a\nb\",c\n1,2\n3\n");
  CHECK(all.headings == Row{"a\nb", "c"});
  CHECK(all.said().find("survey.csv:4:1: error[J204]") != std::string::npos);
}

TEST_CASE("files without headings and with several heading rows are read as asked") {
  ReaderOptions none;
  none.header_rows = 0;
  const Everything without = read("1,2\n3,4\n", none);
  CHECK(without.headings == Row{"1", "2"});
  CHECK(without.kept == std::vector<Row>{{"1", "2"}, {"3", "4"}});
  CHECK(without.diagnostics.empty());
  ReaderOptions three;
  three.header_rows = 3;
  const Everything with = read("a,b\n\"Question\none\",B\n{id},{id}\n1,2\n5\n", three);
  CHECK(with.kept == std::vector<Row>{{"1", "2"}, {"", ""}});
  CHECK(with.said().find("survey.csv:6:1: error[J204]") != std::string::npos);
  ReaderOptions skip;
  skip.skip = 2;
  CHECK(read("x\ny,z,w\na,b\n1,2\n", skip).headings == Row{"a", "b"});
}

TEST_CASE("a last line without its end is a record") {
  CHECK(read("a,b\n1,2\n3,4").kept == std::vector<Row>{{"1", "2"}, {"3", "4"}});
  CHECK(read("a,b\n1,\"2\"\r").kept == std::vector<Row>{{"1", "2"}});
  CHECK(read("a,b").headings == Row{"a", "b"});
}

TEST_CASE("text that nobody wrote as UTF-8 is read as Windows-1252 and that is said") {
  const Everything all = read("id,comment\n1,caf\xE9\n2,it\x92s \x80"
                              "5\n");
  CHECK(all.kept[0][1] == "caf\xC3\xA9");
  CHECK(all.kept[1][1] == "it\xE2\x80\x99s \xE2\x82\xAC"
                          "5");
  CHECK(all.dialect.encoding == "Windows-1252");
  CHECK(all.diagnostics.count("J220") == 1);
  const Everything mixed = read("id,comment\n1,caf\xC3\xA9 in the morning\n2,caf\xE9 in the evening\n");
  CHECK(mixed.diagnostics.count("J206") == 1);
  ReaderOptions utf8;
  utf8.encoding = "utf-8";
  CHECK(read("id,comment\n1,caf\xE9 in the morning\n", utf8).diagnostics.count("J206") == 1);
  CHECK(looks_like_windows_1252(std::string("abc\0\xE9xyzw", 9)) == false);
}

TEST_CASE("reader options that are none are faults of usage") {
  ReaderOptions options;
  options.delimiter = "colon";
  CHECK(exit_code(read("a,b\n1,2\n", options).diagnostics) == 2);
  ReaderOptions encoding;
  encoding.encoding = "ebcdic";
  CHECK(exit_code(read("a,b\n1,2\n", encoding).diagnostics) == 2);
}
