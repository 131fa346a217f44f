#include "exports/record_cut.hpp"
#include "exports/structure.hpp"
#include "exports/utf8.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace joinedup;

namespace {

std::vector<std::uint32_t> marks_of(std::string text, Separators separators = {}) {
  const std::size_t size = text.size();
  text.append(scan_padding, '"'); // what follows must not matter
  Marks marks;
  mark_cells(std::string_view(text).substr(0, size), separators, marks);
  return {marks.at.begin(), marks.at.begin() + static_cast<std::ptrdiff_t>(marks.count)};
}

using Ends = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("cell ends are the delimiters and line ends outside quotes") {
  CHECK(marks_of("a,b\nc,d\n") == Ends{1, 3, 5, 7});
  CHECK(marks_of("\"a,b\",c\n") == Ends{5, 7});
  CHECK(marks_of("\"a\n\"\"b\"\"\",c\n") == Ends{9, 11});
  CHECK(marks_of("a;b\tc\n", {';', '\n'}) == Ends{1, 5});
  CHECK(marks_of("a,b\rc,d\r", {',', '\r'}) == Ends{1, 3, 5, 7});
  CHECK(marks_of("a, \"b,c\" ,d\n") == Ends{1, 9, 11});
}

TEST_CASE("a quote that does not open a cell is a character like any other") {
  CHECK(marks_of("5\" x,b\n") == Ends{4, 6});
  CHECK(marks_of("\"ok\" no,b\n") == Ends{7, 9});
  CHECK(marks_of("\"ok\"\"no\"x,b\n") == Ends{9, 11});
}

TEST_CASE("quotes that run across the 64 byte steps of the scan are followed") {
  for (std::size_t lead = 50; lead < 80; ++lead) {
    const std::string before(lead, 'x');
    const auto at = static_cast<std::uint32_t>(lead);
    CHECK(marks_of(before + ",\"q,\"\"\n\",e\n") == Ends{at, at + 8, at + 10});
    CHECK(marks_of(before + ",\"q\"\r\n") == Ends{at, at + 5});
  }
}

TEST_CASE("the faults of quotes are found where they are") {
  std::string text = "a,\"b\" c,d\"e\n1,\"open\n";
  Marks marks;
  walk_cells(text, {}, marks);
  REQUIRE(marks.quote_faults.size() == 3);
  CHECK(marks.quote_faults[0].kind == QuoteFaultKind::text_after);
  CHECK(marks.quote_faults[0].at == 6);
  CHECK(marks.quote_faults[0].mark == 1);
  CHECK(marks.quote_faults[1].kind == QuoteFaultKind::stray);
  CHECK(marks.quote_faults[1].mark == 2);
  CHECK(marks.quote_faults[2].kind == QuoteFaultKind::unclosed);
  CHECK(marks.quote_faults[2].at == 14);
  CHECK(marks.lines == 2);
  CHECK(marks.records == 1);
}

TEST_CASE("a text is cut after its last whole record") {
  RecordCutter cutter({});
  CHECK(cutter.cut("a,b\nc") == 4);
  CHECK(cutter.cut("a,b\nc,\"d\n") == 4);
  CHECK(cutter.cut("a,b\nc,\"d\n\"\n") == 11);
  CHECK(cutter.cut("a,\"b\n") == 0);
  CHECK(cutter.cut("no end") == 0);
  CHECK(cutter.cut("5\" x\ny") == 5);
  CHECK(cutter.cut("a\n\"b\"") == 2); // the quote may turn out to be half of a doubled one
  CHECK(cutter.cut("\"a\"\"\n\"\"b\"\nc") == 10);
}

TEST_CASE("NUL and what is no UTF-8 is found at its offset") {
  const auto npos = std::string_view::npos;
  CHECK(first_bad_byte("plain") == npos);
  CHECK(first_bad_byte("caf\xC3\xA9 \xE2\x80\x9C \xF0\x9F\x98\x80") == npos);
  CHECK(first_bad_byte(std::string(100, 'a') + "\xFF") == 100);
  CHECK(first_bad_byte(std::string(63, 'a') + std::string(1, '\0') + "b") == 63);
  CHECK(first_bad_byte("\xC0\xAF") == 0);         // overlong
  CHECK(first_bad_byte("\xED\xA0\x80") == 0);     // surrogate
  CHECK(first_bad_byte("\xF4\x90\x80\x80") == 0); // above U+10FFFF
  CHECK(first_bad_byte("a\xE2\x80") == 1);        // cut short
  CHECK(first_bad_byte("a\x80") == 1);
}
