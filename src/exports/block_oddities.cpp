// What stands among the records and is none, and cells that a spreadsheet has changed.
#include "base/text.hpp"
#include "exports/block_reader.hpp"
#include "exports/cell.hpp"
#include "exports/closing_lines.hpp"
#include "exports/mangled.hpp"
#include "exports/structure_faults.hpp"

#include <algorithm>

namespace joinedup {

/// Totals, subtotals and notes that have as many fields as a record.
void BlockReader::set_closing_lines_aside(BlockScratch& s) const {
  constexpr std::uint32_t columns_looked_at = 3;
  const std::uint32_t columns = shape_.columns;
  if (columns < 2) return;
  const auto cell = [&](std::size_t row, std::uint32_t column) { return trim(unwrap(s.table.raw(row, column)).text); };
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    std::uint32_t first = 0;
    while (first + 1 < std::min(columns, columns_looked_at) && s.table.raw(row, first).empty())
      ++first;
    if (!may_close_a_table(s.table.raw(row, first))) continue;
    const std::string_view label = cell(row, first);
    bool alone = false;
    const bool total = is_total_label(label, alone);
    if (!total && !is_footer_text(label)) continue;
    std::size_t filled = 0;
    for (std::uint32_t column = 0; column < columns; ++column)
      filled += cell(row, column).empty() ? 0U : 1U;
    if (total ? !alone && filled == columns : filled != 1) continue;
    s.block.drop[row] = DropReason::not_a_response;
    if (s.faults.wanted(FaultKind::closing_line, first))
      s.faults.keep({FaultKind::closing_line, static_cast<std::uint32_t>(row), first, s.table.begin(row, first),
                     std::string(closing_line_words), std::string(closing_line_hint)});
  }
}

/// Rows of the whole country among those of its areas: whoever is in them is in the others too.
void BlockReader::set_wholes_aside(BlockScratch& s) const {
  if (!plan_.area) return;
  const std::uint32_t column = *plan_.area;
  std::string_view last; // areas come in runs, and most rows are none of these
  bool is_whole = false;
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    const std::string_view text = trim(unwrap(s.table.raw(row, column)).text);
    if (text != last) {
      const auto label = plan_.area_labels.find(text);
      is_whole =
          plan_.areas->is_whole(text) || (label != plan_.area_labels.end() && plan_.areas->is_whole(label->second));
      last = text;
    }
    if (!is_whole) continue;
    s.block.drop[row] = DropReason::not_a_response;
    if (s.faults.wanted(FaultKind::whole_area, column))
      s.faults.keep(
          {FaultKind::whole_area, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
           "a row of all areas together, not of one area: left out",
           "with --strict such rows make the run fail; if these are people, give them the area they live in"});
  }
}

void BlockReader::look_at_kept(BlockScratch& s) const {
  for (const CellPlace& place : s.table.mojibake()) {
    if (set_aside(s.block.drop[place.row]) || !s.faults.wanted(FaultKind::mojibake, place.column)) continue;
    s.faults.keep({FaultKind::mojibake, place.row, place.column, place.at,
                   "this text was UTF-8, was read as Windows-1252 and was saved as UTF-8 once more",
                   "names and labels with such letters will not match: export the file again"});
  }
  for (std::size_t k = 0; k < plan_.kept.size() - plan_.kept_beside; ++k) {
    const std::uint32_t column = plan_.kept[k];
    for (std::size_t row = 0; row < s.block.records; ++row) {
      if (set_aside(s.block.drop[row])) continue;
      const std::string_view text = s.block.kept[k][row];
      s.report.shapes[k].add(text, row);
      if (!may_be_mangled(text, s.table.beyond_ascii())) continue;
      const auto kind = mangled_text(text);
      if (!kind || !s.faults.wanted(FaultKind::mangled, column)) continue;
      const MangledWords said = words(*kind);
      s.faults.keep({FaultKind::mangled, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                     std::string(said.what), std::string(said.hint)});
    }
  }
}

} // namespace joinedup
