// A table of findings beside the index: who answered, what moves the ranks. One form for all of them, so that each is
// in every output: results.json, a CSV of its own and the report.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace joinedup {

/// Nothing (with its reason in another column or a note), a text, a number or a count.
using TableCell = std::variant<std::monostate, std::string, double, std::uint64_t>;

struct TableColumn {
  std::string name;     ///< snake_case, the field's standard word: heading in CSV and key in JSON
  std::string label;    ///< heading in the report
  int decimals = 2;     ///< of numbers in the report; CSV and JSON are shortest exact
  bool percent = false; ///< numbers are shares of 1, which the report shows in per cent
};

/// A number, or nothing where it is none.
inline TableCell number_cell(double value) { return std::isfinite(value) ? TableCell{value} : TableCell{}; }

/// The section of the report whose question a table helps to answer.
enum class TableSection : std::uint8_t { answered, method };

/// What is hidden must be empty here already: writers show what they are given.
struct ResultTable {
  std::string id;      ///< snake_case; table_ID.csv, and the key in results.json
  std::string title;   ///< what it is, a few words
  std::string finding; ///< what it shows in this run, a sentence counted from its rows
  std::string method;  ///< id in methods(), where one made it
  TableSection section = TableSection::method;
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows; ///< [row][column]; the first column names the row
  std::vector<std::string> notes;           ///< caveats, a sentence each
};

} // namespace joinedup
