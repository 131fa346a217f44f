// A table of the results as every tidy output holds it: the same cells make a CSV, its Table Schema and a sheet of the
// workbook, so that no two of them can differ.
#pragma once

#include <joinedup/results.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// What cells of a field hold.
enum class FieldKind : std::uint8_t {
  text,
  whole,    ///< a count, a rank: 0 or more
  number,   ///< any number
  positive, ///< 0 or more
  share,    ///< 0 to 1
  yes_no,
  level,    ///< area, region or total
  band,     ///< the five words of a comparison
  position, ///< those, or with higher and lower in the place of better and worse
  status,   ///< ok, or marks joined by ;
  basis     ///< crude or adjusted
};
/// Whether cells of the kind are numbers.
bool numeric(FieldKind kind);
/// All words that a cell may hold; empty where any text will do.
std::vector<std::string> words_of(FieldKind kind);

struct DataField {
  std::string name;        ///< heading in CSV, as docs/data-formats.md has it
  std::string label;       ///< heading for people: unique in its table
  std::string description; ///< a sentence
  FieldKind kind = FieldKind::text;
  bool always = false;            ///< never empty
  std::vector<std::string> words; ///< all that it may hold; empty = any
};

/// Why a cell is empty. GAF (Government Analysis Function), "Using symbols and shorthand": [c], [x] and [z].
enum class BlankReason : std::uint8_t { hidden, absent, not_applicable };

/// How a number is shown to people; what is stored is the number itself.
struct NumberLook {
  int decimals = 0;
  bool percent = false; ///< a share of 1, shown in per cent
  bool tied = false;    ///< a rank that others share (RULINGS R19: "=")
  bool extreme = false; ///< a share of 0 or 1 on few answers (RULINGS R41: <5 % or >95 %)
  bool chance = false;  ///< a p value: GAF's [low] where it is not 0 and would round to it
  friend bool operator==(const NumberLook&, const NumberLook&) = default;
};

struct DataCell {
  TableCell value;
  BlankReason blank = BlankReason::absent; ///< where it holds nothing
  NumberLook look = {};
};

struct DataTable {
  std::string name;               ///< index, indicators, table_ID: of the CSV, without its ending
  std::string title, finding;     ///< finding: a sentence, or empty
  std::vector<std::string> notes; ///< caveats, a sentence each
  std::vector<DataField> fields;
  std::vector<std::string> key; ///< fields that tell rows apart; empty where nothing says so
  std::vector<std::vector<DataCell>> rows;
};

/// The tables below take results as they are: give them without_hidden().
DataTable index_table(const RunResults& results);
DataTable indicators_table(const RunResults& results);
DataTable further_table(const ResultTable& table);

/// All tables of a run in the order of its outputs, with what is hidden emptied.
std::vector<DataTable> data_tables(const RunResults& results);

/// Whether nothing stands in the cell.
bool empty_cell(const TableCell& cell);

} // namespace joinedup
