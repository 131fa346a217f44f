// Sheets of a workbook, after GAF (Government Analysis Function), "Releasing statistics in spreadsheets": a title in
// A1, what the sheet holds below it, shorthand explained above the table, one table from the left edge, nothing after
// it.
#pragma once

#include "report/tables/data_table.hpp"
#include "report/xlsx/book.hpp"
#include "report/xlsx/styles.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// A text in a cell. What a spreadsheet could take for a formula gets an apostrophe, as in CSV (RULINGS R29).
BookCell text_cell(std::string_view text, TextRole role);

/// A sheet of one table. `lines` stand between its title and the table.
BookSheet table_sheet(const DataTable& table, const std::string& name, const std::string& title,
                      const std::vector<std::string>& lines, BookStyles& styles);

/// What stands in an empty cell: [c], [x] or [z].
std::string_view shorthand(BlankReason reason);
/// What the shorthand of a table means, a sentence; empty where it has none.
std::string shorthand_line(const DataTable& table);

/// Marks that say why a cell is empty and how a number is to be read: the notes that every workbook has.
std::vector<std::string> standing_notes(const RunResults& results);

/// Tables that only the workbook holds.
DataTable measures_table(const RunResults& results); ///< what each measure is and weighs
DataTable records_table(const RunResults& results);  ///< where every record went
DataTable settings_table(const RunResults& results);
DataTable hidden_table(const RunResults& results); ///< which figures are hidden by which rule

/// The sheet that opens.
BookSheet cover_sheet(const RunResults& results, const std::string& title);

} // namespace joinedup
