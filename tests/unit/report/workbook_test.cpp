#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "report/writers.hpp"
#include "report/xlsx/book_sheets.hpp"
#include "report/xlsx/book_xml.hpp"
#include "report/xlsx/sheet_xml.hpp"
#include "report/xlsx/styles.hpp"

#include <clocale>

using namespace joinedup;
using namespace joinedup::testing;

TEST_CASE("Columns of a sheet are named as spreadsheets name them") {
  CHECK(cell_name(0, 0) == "A1");
  CHECK(cell_name(9, 25) == "Z10");
  CHECK(cell_name(0, 26) == "AA1");
  CHECK(cell_name(0, 701) == "ZZ1");
  CHECK(cell_name(0, 702) == "AAA1");
}

TEST_CASE("A text in a sheet is XML whatever it holds") {
  CHECK(xml_text("a < b & \"c\"") == "a &lt; b &amp; &quot;c&quot;");
  CHECK(xml_text("_x0041_") == "_x005F_x0041_"); // else it would read A
  CHECK(xml_text("_x004_ _x00G1_") == "_x004_ _x00G1_");
  CHECK(xml_text(std::string_view("a\0b", 3)) == "a\xEF\xBF\xBD"
                                                 "b");
  CHECK(xml_text("\xFF") == "\xEF\xBF\xBD");
  CHECK(xml_text("\xEF\xBF\xBF") == "\xEF\xBF\xBD"); // U+FFFF
}

TEST_CASE("A text longer than a cell may be is cut between characters") {
  CHECK(xml_text(std::string(40000, 'a')).size() == 32767);
  const std::string e_acute = "\xC3\xA9";
  std::string text(32766, 'a');
  CHECK(xml_text(text + e_acute + "z") == text);
  CHECK(xml_text(text + "z") == text + "z");
}

TEST_CASE("A text that a spreadsheet could run gets an apostrophe in the workbook as in CSV") {
  for (const char* evil : {"=1+1", "+1+1", "-1+1", "@sum", "\t=1"})
    CHECK(std::get<std::string>(text_cell(evil, TextRole::cell).value) == std::string("'") + evil);
  CHECK(std::get<std::string>(text_cell("-1.5", TextRole::cell).value) == "-1.5");
  CHECK(std::get<std::string>(text_cell("Devon", TextRole::cell).value) == "Devon");
}

TEST_CASE("Number formats show what is worth reading") {
  CHECK(format_code({.decimals = 0}) == "#,##0");
  CHECK(format_code({.decimals = 2}) == "#,##0.00");
  CHECK(format_code({.decimals = 0, .percent = true}) == "0%");
  CHECK(format_code({.decimals = 1, .percent = true}) == "0.0%");
  CHECK(format_code({.decimals = 0, .tied = true}) == "\"=\"0");
  CHECK(format_code({.decimals = 3, .chance = true}) == "[<0.0005]\"[low]\";0.000");
  CHECK(format_code({.decimals = 0, .percent = true, .extreme = true}) == "[<=0]\"<5%\";\">95%\"");
}

TEST_CASE("Each mark of the Government Analysis Function stands for one reason and is explained where it is used") {
  CHECK(shorthand(BlankReason::hidden) == "[c]");
  CHECK(shorthand(BlankReason::absent) == "[x]");
  CHECK(shorthand(BlankReason::not_applicable) == "[z]");
  DataTable table;
  table.fields.resize(1);
  table.rows = {{{std::string("full")}}};
  CHECK(shorthand_line(table).empty());
  table.rows.push_back({{TableCell{}, BlankReason::hidden}});
  CHECK(shorthand_line(table).find("[c] is confidential") != std::string::npos);
  CHECK(shorthand_line(table).find("[x]") == std::string::npos);
  table.rows.push_back({{0.0001, BlankReason::absent, {.decimals = 3, .chance = true}}});
  CHECK(shorthand_line(table).find("[low]") != std::string::npos);
}

TEST_CASE("Empty cells of the index say why") {
  const DataTable table = index_table(many_areas());
  const auto place = [&table](std::string_view name) {
    std::size_t k = 0;
    while (table.fields[k].name != name)
      ++k;
    return k;
  };
  const auto& hidden = table.rows[hidden_area];
  CHECK(hidden[place("n")].blank == BlankReason::hidden);
  CHECK(hidden[place("rank")].blank == BlankReason::hidden);
  const auto& partial = table.rows[partial_area];
  CHECK(empty_cell(partial[place("rank")].value));
  CHECK(partial[place("rank")].blank == BlankReason::absent);
  const auto& region = table.rows[42];
  CHECK(empty_cell(region[place("z")].value));
  CHECK(region[place("z")].blank == BlankReason::not_applicable);
}

TEST_CASE("Exact comparisons that are left out to protect a hidden area are marked as hidden") {
  RunResults results = many_areas();
  results.target.hidden_compared = 1;
  results.areas[0].comparison.z.reset();
  const DataTable table = index_table(results);
  for (std::size_t k = 0; k < table.fields.size(); ++k)
    if (table.fields[k].name == "z") CHECK(table.rows[0][k].blank == BlankReason::hidden);
}

TEST_CASE("Every column of the index and the measures has words of its own") {
  for (const DataTable& table : data_tables(many_areas()))
    for (const DataField& field : table.fields) {
      CHECK_FALSE(field.label.empty());
      CHECK_FALSE(field.description.empty());
    }
}

TEST_CASE("A column that the dictionary does not know takes its kind from its cells") {
  ResultTable table;
  table.id = "new";
  table.columns = {{"word_unknown", "Word", 0}, {"number_unknown", "Number", 3}};
  table.rows = {{std::string("a"), 1.5}, {TableCell{}, TableCell{}}};
  const DataTable out = further_table(table);
  CHECK(out.fields[0].kind == FieldKind::text);
  CHECK(out.fields[1].kind == FieldKind::number);
  CHECK(out.rows[0][1].look.decimals == 3);
}

TEST_CASE("The workbook has the same bytes in every time zone and each time") {
  const RunResults results = many_areas();
  const std::string once = workbook_xlsx(results);
  setenv("TZ", "Pacific/Kiritimati", 1);
  tzset();
  CHECK(workbook_xlsx(results) == once);
  unsetenv("TZ");
  tzset();
  CHECK(once.starts_with("PK"));
}
