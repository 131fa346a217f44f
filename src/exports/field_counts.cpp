#include "exports/field_counts.hpp"

#include "base/text.hpp"
#include "exports/heading_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace joinedup {

namespace {

constexpr std::size_t records_looked_at = 200;
constexpr std::size_t longest_preamble = 40;

std::size_t filled(const HeadRecord& record) {
  return static_cast<std::size_t>(
      std::count_if(record.cells.begin(), record.cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// `next` is the record below that is not blank, null when there is none.
bool stands_above(const HeadRecord& record, const HeadRecord* next, std::size_t usual) {
  const std::size_t fields = record.cells.size(), cells = filled(record);
  if (cells == 0 || fields == 1 || (cells == 1 && usual >= 3)) return true;
  if (fields != usual) return cells * 2 <= usual;
  if (cells == 2 && usual >= 6) return true;
  // Names of groups, each over merged cells, above a row that names every column.
  return cells * 4 <= usual && next != nullptr && next->cells.size() == usual && filled(*next) * 10 >= usual * 9;
}

/// Texts in nearly every column, each once, and no number among them.
bool looks_like_headings(const HeadRecord& record) {
  std::set<std::string> seen;
  for (const std::string& cell : record.cells) {
    if (cell.empty()) continue;
    if (parse_number(cell) || !seen.insert(lower(cell)).second) return false;
  }
  return seen.size() * 10 >= record.cells.size() * 9;
}

} // namespace

FieldCounts count_fields(std::string_view text, Separators separators) {
  Marks marks;
  walk_cells(text, separators, marks);
  FieldCounts counts;
  std::size_t fields = 0;
  std::uint32_t start = 0;
  for (std::size_t k = 0; k < marks.count && counts.fields.size() < records_looked_at; ++k) {
    ++fields;
    if (text[marks.at[k]] != separators.newline) continue;
    const std::string_view record = text.substr(start, marks.at[k] - start);
    const bool blank =
        record.find_first_not_of(std::string{separators.delimiter, ' ', '\t', '\r'}) == std::string::npos;
    if (!blank) counts.fields.push_back(fields);
    fields = 0;
    start = marks.at[k] + 1;
  }
  std::map<std::size_t, std::size_t> frequency;
  for (const std::size_t n : counts.fields)
    if (n > 1) ++frequency[n];
  std::size_t most = 0;
  for (const auto& [n, times] : frequency) {
    if (times < most) continue;
    most = times;
    counts.usual = n;
  }
  if (most == 0) return counts;
  counts.share = static_cast<double>(most) / static_cast<double>(counts.fields.size());
  const auto first = std::find(counts.fields.begin(), counts.fields.end(), counts.usual);
  counts.first = static_cast<std::size_t>(first - counts.fields.begin());
  return counts;
}

std::size_t above_headings(std::string_view text, Separators separators, const FieldCounts& counts) {
  if (counts.share == 0) return 0;
  const std::vector<HeadRecord> rows = head_records(text, separators, longest_preamble).rows;
  const auto next = [&](std::size_t k) -> const HeadRecord* {
    for (++k; k < rows.size(); ++k)
      if (filled(rows[k]) > 0) return &rows[k];
    return nullptr;
  };
  std::size_t k = 0;
  bool only_titles = true;
  for (; k < rows.size() && stands_above(rows[k], next(k), counts.usual); ++k)
    only_titles = only_titles && filled(rows[k]) <= 1;
  // What follows must look like the table; else the first line is the best guess, and faults will say the rest.
  if (k == rows.size() || rows[k].cells.size() != counts.usual) return 0;
  return only_titles || looks_like_headings(rows[k]) ? rows[k].begin : 0;
}

} // namespace joinedup
