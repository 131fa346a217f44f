#include "exports/heading_rows.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"

#include <algorithm>
#include <set>

namespace joinedup {

HeadRecords head_records(std::string_view text, Separators separators, std::size_t most) {
  Marks marks;
  walk_cells(text, separators, marks);
  HeadRecords out;
  HeadRecord row;
  std::size_t start = 0;
  for (std::size_t k = 0; k < marks.count && out.rows.size() < most; ++k) {
    std::string_view cell = text.substr(start, marks.at[k] - start);
    if (separators.newline == '\n' && text[marks.at[k]] == '\n' && cell.ends_with('\r')) cell.remove_suffix(1);
    row.cells.emplace_back(trim(cell_string(cell)));
    start = marks.at[k] + 1;
    if (text[marks.at[k]] != separators.newline) continue;
    row.end = start;
    for (const QuoteFault& fault : marks.quote_faults)
      if (fault.at >= row.begin && fault.at < row.end) row.faults.push_back(fault);
    out.rows.push_back(std::move(row));
    row = {};
    row.begin = start;
  }
  out.unclosed = out.rows.size() < most &&
                 std::any_of(marks.quote_faults.begin(), marks.quote_faults.end(),
                             [](const QuoteFault& fault) { return fault.kind == QuoteFaultKind::unclosed; });
  return out;
}

namespace {

/// Names in every column that has any, each once.
bool names_each_once(const std::vector<std::vector<std::string>>& rows) {
  const std::vector<std::string>& first = rows.front();
  std::set<std::string> seen;
  for (std::size_t column = 0; column < first.size(); ++column) {
    if (first[column].empty()) {
      const auto named = [&](const auto& row) { return column < row.size() && !row[column].empty(); };
      if (std::any_of(rows.begin(), rows.end(), named)) return false;
    } else if (!seen.insert(lower(first[column])).second) {
      return false;
    }
  }
  return !seen.empty();
}

} // namespace

std::vector<std::string> joined_headings(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return {};
  if (rows.size() == 1 || names_each_once(rows)) return rows.front();
  std::size_t width = 0;
  for (const auto& row : rows)
    width = std::max(width, row.size());
  std::vector<std::string> out(width);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const bool last = k + 1 == rows.size();
    std::string merged;
    for (std::size_t column = 0; column < rows[k].size(); ++column) {
      std::string name = rows[k][column];
      if (name.empty() && !last) name = merged;
      merged = name;
      if (name.empty()) continue;
      if (!out[column].empty()) out[column] += " | ";
      out[column] += name;
    }
  }
  return out;
}

} // namespace joinedup
