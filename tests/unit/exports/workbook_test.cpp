#include "exports/container/container.hpp"
#include "exports/container/workbook_parts.hpp"
#include "support/catch.hpp"
#include "support/contained.hpp"
#include "support/zip_writer.hpp"

using namespace joinedup;
using joinedup::testing::read_contained;
using joinedup::testing::TestWorkbook;
using joinedup::testing::workbook_of;
using joinedup::testing::zip_of;

namespace {

std::string code_of(const std::string& bytes, const std::string& sheet = {}) {
  const auto read = read_contained(bytes, sheet);
  if (read.opened) return "opened";
  return read.diagnostics.all().front().code;
}

std::string said_of(const std::string& bytes) {
  const auto read = read_contained(bytes);
  return read.diagnostics.empty() ? "" : read.diagnostics.all().front().message;
}

} // namespace

TEST_CASE("cells stand where their references say, gaps and blank rows stay") {
  const auto read = read_contained(workbook_of(R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>
    <row r="5"><c r="A5"><v>3</v></c></row><row r="9"><c r="A9" s="1"/></row>)"));
  CHECK(read.text == "\n,1,,2\n\n\n3,,,\n");
}

TEST_CASE("cells and rows without references follow each other") {
  CHECK(read_contained(workbook_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>")).text ==
        "1,2\n,3\n");
}

TEST_CASE("numbers are written as a person writes them") {
  CHECK(read_contained(workbook_of("<row><c><v>8.0</v></c><c><v>1.1000000000000001</v></c><c><v>1E+11</v></c>"
                                   "<c><v>-0</v></c><c><v>2.5E-3</v></c><c><v>12345678901</v></c></row>"))
            .text == "8,1.1,100000000000,0,0.0025,12345678901\n");
}

TEST_CASE("every type of cell gives its text") {
  TestWorkbook book;
  book.shared =
      "<si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r><rPh><t>no</t></rPh></si>"
      "<si><t>a_x000D_b_x005F_x0041_</t></si><si/>";
  book.sheets.emplace_back("name=\"S\"",
                           R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>
    <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>sum, of</v></c>
    <c t="inlineStr"><is><t>in &lt;line&gt; "q"</t></is></c><c t="d"><v>2026-03-02</v></c></row>)");
  CHECK(read_contained(book.bytes()).text ==
        "plain,\"rich \",\"a\rb_x0041_\",,TRUE,FALSE,#N/A,\"sum, of\",\"in <line> \"\"q\"\"\",2026-03-02\n");
}

TEST_CASE("serial numbers become dates by the format of their cell") {
  TestWorkbook book;
  book.styles = R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/><numFmt numFmtId="165"
    formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>
    <xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>)";
  book.sheets.emplace_back("name=\"S\"", R"(<row><c s="0"><v>46083</v></c><c s="1"><v>46083</v></c>
    <c s="2"><v>46083.375</v></c><c s="3"><v>1.5</v></c><c s="4"><v>0.8</v></c></row>
    <row><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c s="1"><v>-3</v></c><c s="1"><v>2958465</v></c></row>
    <row><c s="1"><v>1</v></c><c s="1"><v>99999999</v></c><c s="7"><v>5</v></c><c s="2"><v>0.5</v></c></row>)");
  CHECK(read_contained(book.bytes()).text == "46083,2026-03-02,2026-03-02T09:00:00,36:00:00,80%\n"
                                             "1900-02-28,60,1900-03-01,-3,9999-12-31\n"
                                             "1900-01-01,99999999,5,12:00:00,\n");
  book.workbook_attributes = "date1904=\"1\"";
  CHECK(read_contained(book.bytes()).text.starts_with("46083,2030-03-03,2030-03-03T09:00:00,36:00:00,80%\n"));
}

TEST_CASE("a percentage is the share's own digits, moved by two places") {
  const auto percentage = [](double share) {
    std::string out;
    append_percentage(out, share);
    return out;
  };
  CHECK(percentage(0.29) == "29%"); // 0.29 * 100 is 28.999999999999996
  CHECK(percentage(0.07) == "7%");
  CHECK(percentage(0.5555) == "55.55%");
  CHECK(percentage(-0.125) == "-12.5%");
  CHECK(percentage(1) == "100%");
  CHECK(percentage(0) == "0%");
  CHECK(percentage(2.5e-9) == "0.00000025%");
}

TEST_CASE("format codes are told apart") {
  CHECK(cell_format(0, "General").time == TimeKind::none);
  CHECK(cell_format(2, "").time == TimeKind::none);
  CHECK(cell_format(14, "").time == TimeKind::date);
  CHECK(cell_format(21, "").time == TimeKind::duration);
  CHECK(cell_format(22, "").time == TimeKind::date_time);
  CHECK(cell_format(164, "#,##0.00").time == TimeKind::none);
  CHECK(cell_format(164, "0.0\" days\"").time == TimeKind::none);
  CHECK(cell_format(164, "[Red]0;[Blue]-0").time == TimeKind::none);
  CHECK(cell_format(164, "0;yyyy").time == TimeKind::none);
  CHECK(cell_format(164, "\\d0").time == TimeKind::none);
  CHECK(cell_format(164, "[$-809]d mmmm yyyy;@").time == TimeKind::date);
  CHECK(cell_format(164, "mmm").time == TimeKind::date);
  CHECK(cell_format(164, "h:mm AM/PM").time == TimeKind::duration);
  CHECK(cell_format(164, "[mm]:ss").time == TimeKind::duration);
  CHECK(cell_format(164, "DD/MM/YYYY HH:MM:SS").time == TimeKind::date_time);
  CHECK(cell_format(9, "").percent);
  CHECK(cell_format(10, "").percent);
  CHECK(cell_format(164, "0.0%;[Red]-0.0%").percent);
  CHECK(cell_format(164, "#,##0 %").percent);
  CHECK_FALSE(cell_format(2, "").percent);
  CHECK_FALSE(cell_format(164, "0\"%\"").percent); // shown, and the number is not multiplied
  CHECK_FALSE(cell_format(164, "0\\%").percent);
}

TEST_CASE("the first sheet with cells is read, a hidden one last, a named one always") {
  TestWorkbook book;
  book.sheets = {{"name=\"Gone\" state=\"hidden\"", "<row><c><v>1</v></c></row>"},
                 {"name=\"Empty\"", "<row r=\"4\"><c s=\"0\"/></row>"},
                 {"name=\"Data\"", "<row><c><v>3</v></c></row>"}};
  auto read = read_contained(book.bytes());
  CHECK(read.text == "3\n");
  REQUIRE(read.diagnostics.count("J233") == 1);
  CHECK(read.diagnostics.all()[0].message == R"(the sheet "Data" is read; the workbook has "Gone", "Empty", "Data")");
  CHECK(read_contained(book.bytes(), "Gone").text == "1\n");
  CHECK(read_contained(book.bytes(), "data ").text == "3\n");
  CHECK(read_contained(book.bytes(), "Empty").text.empty());
  CHECK(code_of(book.bytes(), "Answers") == "J232");
  book.sheets.pop_back();
  CHECK(read_contained(book.bytes()).text == "1\n");
  book.sheets.erase(book.sheets.begin());
  CHECK(code_of(book.bytes()) == "J201");
}

TEST_CASE("prefixes, absolute targets, other folders and odd spellings of parts are understood") {
  const std::string sheet =
      "<x:worksheet xmlns:x=\"n\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>ok</x:t></x:is></x:c>"
      "</x:row></x:sheetData></x:worksheet>";
  CHECK(read_contained(zip_of({{"_rels/.rels", R"(<Relationships><Relationship Id="a" Type="t/officeDocument"
          Target="/book/Main.xml"/></Relationships>)"},
                               {"book/main.xml", R"(<x:workbook xmlns:x="n" xmlns:q="r"><x:sheets><x:sheet name="A"
          q:id="c1"/><x:sheet name="B" q:id="s1"/></x:sheets></x:workbook>)"},
                               {"book/_rels/main.xml.rels", R"(<Relationships><Relationship Id="s1" Type="t/worksheet"
          Target="../Sheets/One.xml"/><Relationship Id="c1" Type="t/chartsheet" Target="chart.xml"/></Relationships>)"},
                               {"sheets\\one.xml", sheet}}))
            .text == "ok\n");
  const auto utf16 = [](const std::string& ascii) {
    std::string out = "\xFF\xFE";
    for (const char c : ascii)
      out += std::string{c, '\0'};
    return out;
  };
  TestWorkbook book;
  book.sheets.emplace_back("name=\"S\"", "<row><c><v>1</v></c></row>");
  auto parts = book.parts();
  parts[0].second = utf16(parts[0].second);
  CHECK(read_contained(zip_of(parts)).text == "1\n");
}

TEST_CASE("what is no workbook inside a zip file is named") {
  CHECK(said_of(zip_of({{"content.xml", "<a/>"}, {"mimetype", "x"}})).find("OpenDocument") != std::string::npos);
  CHECK(said_of(zip_of({{"xl/workbook.bin", "x"}})).find(".xlsb") != std::string::npos);
  CHECK(said_of(zip_of({{"word/document.xml", "<a/>"}})).find("word processor") != std::string::npos);
  CHECK(code_of(zip_of({{"data.csv", "a,b\n"}})) == "J234");
  CHECK(code_of(std::string("PK\x05\x06", 4) + std::string(18, '\0')) == "J234");
  CHECK(code_of(zip_of({{"xl/workbook.xml", "<workbook/>"}})) == "J234");
}

TEST_CASE("document types, deep nesting and endless tags are refused") {
  TestWorkbook book;
  book.sheets.emplace_back("name=\"S\"", "<row><c><v>1</v></c></row>");
  auto parts = book.parts();
  const std::string lol = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]>";
  parts[0].second = lol + parts[0].second;
  CHECK(code_of(zip_of(parts)) == "J230");
  CHECK(said_of(zip_of(parts)).find("document type") != std::string::npos);
  parts[0].second = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + book.parts()[0].second;
  CHECK(code_of(zip_of(parts)) == "J230");
  std::string deep;
  for (int k = 0; k < 5000; ++k)
    deep += "<d>";
  parts[0].second = deep;
  CHECK(said_of(zip_of(parts)).find("nested too deep") != std::string::npos);
  parts[0].second = "<worksheet a=\"" + std::string(9'000'000, 'x') + "\"/>";
  CHECK(said_of(zip_of(parts)).find("tag without end") != std::string::npos);
}

TEST_CASE("cells that stand nowhere and rows out of order are refused") {
  CHECK(code_of(workbook_of(R"(<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of(R"(<row r="1048577"><c><v>1</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of(R"(<row r="x"><c><v>1</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of(R"(<row><c r="XFE1"><v>1</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of(R"(<row><c r="12"><v>1</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of(R"(<row><c t="s"><v>0</v></c></row>)")) == "J230");
  CHECK(code_of(workbook_of("<row><c><v>1</v></row>")) == "J230");
  CHECK(read_contained(workbook_of(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")).text ==
        std::string(16383, ',') + "1\n");
}

TEST_CASE("a part that unpacks to hundreds of times its size is a bomb") {
  TestWorkbook book;
  book.sheets.emplace_back("name=\"S\"", std::string(80'000'000, ' '));
  CHECK(code_of(book.bytes()) == "J235");
  testing::ZipParts many;
  for (int k = 0; k < 10'001; ++k)
    many.emplace_back("p" + std::to_string(k), "");
  CHECK(code_of(zip_of(many)) == "J235");
}

TEST_CASE("cells and rows longer than a spreadsheet holds are refused before they are copied") {
  const auto book_of = [](const std::string& text, const std::string& rows) {
    TestWorkbook book;
    book.shared = "<si><t>" + text + "</t></si>";
    book.sheets.emplace_back("name=\"S\"", rows);
    return book.bytes();
  };
  const std::string one = R"(<row><c t="s"><v>0</v></c></row>)";
  std::string accents;
  for (int k = 0; k < 32'767; ++k)
    accents += "\xC3\xA9";
  CHECK(code_of(book_of(accents, one)) == "opened");
  CHECK(code_of(book_of(accents + "x", one)) == "J236");
  CHECK(code_of(book_of(std::string(15'000'000, 'x'), one)) == "J236");
  CHECK(code_of(workbook_of("<row><c t=\"str\"><v>" + std::string(40'000, 'x') + "</v></c></row>")) == "J236");
  std::string row;
  for (int k = 0; k < 600; ++k)
    row += R"(<c t="s"><v>0</v></c>)";
  CHECK(code_of(book_of(std::string(30'000, 'x'), "<row>" + row + "</row>")) == "J236");
  // As much text over many rows is no fault.
  std::string rows;
  for (int k = 0; k < 600; ++k)
    rows += one;
  CHECK(read_contained(book_of(std::string(30'000, 'x'), rows)).text.size() == 600U * 30'001U);
}

TEST_CASE("a sheet that is nearly all blank because of one cell far out is a bomb") {
  std::string rows = R"(<row><c><v>1</v></c><c r="XFD1"><v>1</v></c></row>)";
  for (int k = 0; k < 40'000; ++k)
    rows += "<row><c><v>1</v></c></row>";
  CHECK(code_of(workbook_of(rows)) == "J235");
  CHECK(said_of(workbook_of(rows)).find("nearly all blank") != std::string::npos);
}

TEST_CASE("a workbook cut short or damaged anywhere gives an outcome") {
  const std::string whole = testing::container_bytes("forms.xlsx");
  for (std::size_t length = 4; length < whole.size(); length += 64)
    CHECK_FALSE(read_contained(whole.substr(0, length)).opened);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 13) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    if (container_kind(damaged) != ContainerKind::workbook) continue;
    const auto read = read_contained(damaged);
    refused += read.opened ? 0U : 1U;
    if (!read.opened) CHECK(read.diagnostics.has_errors());
  }
  CHECK(refused > 100); // checksums find what a parser cannot
}
