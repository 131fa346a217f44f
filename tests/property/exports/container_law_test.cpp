// Whatever container a table stands in, its text is the same table to the naive reader.
#include "support/catch.hpp"
#include "support/contained.hpp"
#include "support/naive_csv.hpp"
#include "support/statistics_writer.hpp"
#include "support/zip_writer.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

using Table = std::vector<std::vector<std::string>>;

rc::Gen<std::string> any_cell() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{"a", "7", ",", "\"", "\n", " ", ";", "é", "–", "'",
                                                                 "<", "&", "x_x0041_", "#", "=", "\t"});
  return rc::gen::map(rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(piece)),
                      [](const std::vector<std::string>& pieces) {
                        std::string out;
                        for (const std::string& text : pieces)
                          out += text;
                        return out;
                      });
}

/// Headings over three columns; the first is never blank, so that no record counts as a blank line.
Table any_table() {
  const auto rows = *rc::gen::inRange<std::size_t>(0, 8);
  Table out = {{"ID", "ONE", "TWO"}};
  for (std::size_t k = 0; k < rows; ++k)
    out.push_back({"r" + std::to_string(k), *any_cell(), *any_cell()});
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

Table naive_table(const std::string& text) {
  Table out;
  for (const auto& record : naive::records(text, 3, ',')) {
    RC_ASSERT(record.fault == naive::Fault::none);
    out.push_back(record.cells);
  }
  return out;
}

/// As a workbook's writer would have to escape it.
std::string without_escapes(std::string text) {
  for (std::size_t at = 0; (at = text.find("_x0041_", at)) != std::string::npos;)
    text.replace(at, 7, "A");
  return text;
}

} // namespace

TEST_CASE("a table in a workbook, its texts shared or in the cells, is the same table") {
  const bool holds = rc::check([] {
    const Table table = any_table();
    const bool shared = *rc::gen::arbitrary<bool>();
    TestWorkbook book;
    std::string rows;
    std::size_t number = 0;
    Table expected = table;
    for (std::size_t row = 0; row < table.size(); ++row) {
      rows += "<row>";
      for (std::size_t column = 0; column < 3; ++column) {
        const std::string text = "<t xml:space=\"preserve\">" + escaped(table[row][column]) + "</t>";
        if (shared) book.shared += "<si>" + text + "</si>";
        rows += shared ? "<c t=\"s\"><v>" + std::to_string(number++) + "</v></c>"
                       : "<c t=\"inlineStr\"><is>" + text + "</is></c>";
        expected[row][column] = without_escapes(table[row][column]);
      }
      rows += "</row>";
    }
    book.sheets.emplace_back("name=\"S\"", rows);
    const auto read = read_contained(book.bytes());
    RC_ASSERT(read.opened);
    RC_ASSERT(naive_table(read.text) == expected);
  });
  CHECK(holds);
}

TEST_CASE("a table in an SPSS, Stata or SAS file is the same table but for spaces at the ends") {
  const bool holds = rc::check([] {
    const Table table = any_table();
    const auto kind = *rc::gen::element(ContainerKind::spss, ContainerKind::stata, ContainerKind::sas_transport);
    StatisticsWriter writer;
    std::vector<readstat_variable_t*> columns;
    for (const std::string& name : table.front())
      columns.push_back(writer.text(name, 60));
    Table expected = table;
    for (auto& record : expected)
      for (auto& cell : record)
        while (cell.ends_with(' '))
          cell.pop_back();
    const auto read = read_contained(writer.write(kind, static_cast<long>(table.size()) - 1, [&](long row) {
      for (std::size_t column = 0; column < 3; ++column)
        readstat_insert_string_value(writer.get(), columns[column],
                                     table[static_cast<std::size_t>(row) + 1][column].c_str());
    }));
    RC_ASSERT(read.opened && read.thrown.empty());
    RC_ASSERT(naive_table(read.text) == expected);
  });
  CHECK(holds);
}
