#include "exports/block_table.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/closing_lines.hpp"
#include "exports/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace joinedup {

namespace {
constexpr std::uint32_t no_row = 0xffffffffU;
} // namespace

void BlockTable::read(std::string_view text, const TableShape& shape) {
  text_ = text;
  shape_ = shape;
  columns_ = shape.columns;
  faults_.clear();
  stray_.clear();
  mojibake_.clear();
  high_ = false;
  starts_.clear();
  blank_ = 0;
  newlines_known_ = false;
  mark_cells(text, shape.separators, marks_);
  if (!regular()) rebuild();
  find_unplain();
  check_bytes();
  if (high_) find_mojibake();
  find_repeated_headers();
  const auto by_row = [](const RecordFault& a, const RecordFault& b) { return a.row < b.row; };
  std::stable_sort(faults_.begin(), faults_.end(), by_row);
}

/// Nothing but delimiters and blanks?
bool BlockTable::blank(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at) {
    const char c = text_[at];
    if (c != shape_.separators.delimiter && c != ' ' && c != '\t' && c != '\r') return false;
  }
  return true;
}

/// The common case: as many cells in every record as there are headings. Takes the marks over as they are; false
/// where one record differs.
bool BlockTable::regular() {
  if (!marks_.quote_faults.empty() || marks_.count != marks_.records * columns_) return false;
  starts_.resize(marks_.records);
  std::uint32_t start = 0;
  std::uint32_t* const marks = marks_.at.data();
  for (std::size_t row = 0; row < starts_.size(); ++row) {
    std::uint32_t& end = marks[(row + 1) * columns_ - 1];
    const std::uint32_t next = end + 1;
    const char first = text_[start];
    if (text_[end] != shape_.separators.newline) return false;
    if (!shape_.blank_records && (first == shape_.separators.delimiter || first <= ' ') && blank(start, end))
      return false;
    starts_[row] = start;
    start = next;
  }
  // Only now may marks be touched: the carriage return before a line end belongs to it.
  if (shape_.separators.newline == '\n') {
    for (std::size_t row = 0; row < starts_.size(); ++row) {
      std::uint32_t& end = marks[(row + 1) * columns_ - 1];
      if (end > begin_of_last(row, marks) && text_[end - 1] == '\r') --end;
    }
  }
  ends_.swap(marks_.at);
  return true;
}

std::uint32_t BlockTable::begin_of_last(std::size_t row, const std::uint32_t* marks) const {
  return columns_ == 1 ? starts_[row] : marks[(row + 1) * columns_ - 2] + 1;
}

void BlockTable::rebuild() {
  starts_.clear();
  ends_.clear();
  std::size_t next_quote_fault = 0, first = 0;
  std::uint32_t start = 0;
  for (std::size_t mark = 0; mark < marks_.count; ++mark) {
    if (text_[marks_.at[mark]] != shape_.separators.newline) continue;
    add_record(first, mark, next_quote_fault, start);
    first = mark + 1;
    start = marks_.at[mark] + 1;
  }
  if (start < text_.size()) add_unclosed(first, marks_.quote_faults.size() - 1, start);
}

void BlockTable::add_record(std::size_t first, std::size_t last, std::size_t& next_quote_fault, std::uint32_t start) {
  const auto row = static_cast<std::uint32_t>(starts_.size());
  const auto fields = static_cast<std::uint32_t>(last - first + 1);
  std::uint32_t end = marks_.at[last];
  const std::uint32_t last_begin = fields == 1 ? start : marks_.at[last - 1] + 1;
  if (shape_.separators.newline == '\n' && end > last_begin && text_[end - 1] == '\r') --end;
  if (!shape_.blank_records && blank(start, end)) {
    ++blank_;
    return;
  }
  bool faulty = false;
  for (; next_quote_fault < marks_.quote_faults.size(); ++next_quote_fault) {
    const QuoteFault& fault = marks_.quote_faults[next_quote_fault];
    if (fault.mark > last) break;
    const auto column = static_cast<std::uint32_t>(fault.mark - first);
    const std::uint32_t at = column == 0 ? start : marks_.at[fault.mark - 1] + 1;
    if (fault.kind == QuoteFaultKind::stray) {
      stray_.push_back({row, column, at});
    } else if (!faulty) {
      faulty = true;
      add_fault({RecordFaultKind::text_after_quote, row, column, at, start, end});
    }
  }
  if (!faulty && fields != columns_) {
    faulty = true;
    const std::uint32_t column = std::min(fields - 1, shape_.columns);
    const std::uint32_t at = column == 0 ? start : marks_.at[first + column - 1] + 1;
    if (fields < columns_ && closes_the_table(first, last, start))
      add_fault({RecordFaultKind::closing_line, row, 0, start, start, end});
    else
      add_fault({RecordFaultKind::ragged, row, column, at, start, end, fields});
  }
  if (faulty) {
    add_empty_row(start);
    return;
  }
  starts_.push_back(start);
  ends_.insert(ends_.end(), marks_.at.begin() + static_cast<std::ptrdiff_t>(first),
               marks_.at.begin() + static_cast<std::ptrdiff_t>(last));
  ends_.push_back(end);
}

void BlockTable::add_unclosed(std::size_t first, std::size_t quote_fault, std::uint32_t start) {
  const auto row = static_cast<std::uint32_t>(starts_.size());
  const auto column = static_cast<std::uint32_t>(marks_.count - first);
  const std::uint32_t at = marks_.quote_faults[quote_fault].at;
  add_fault({RecordFaultKind::unclosed, row, column, at, start, static_cast<std::uint32_t>(text_.size())});
  add_empty_row(start);
}

void BlockTable::add_fault(RecordFault fault) { faults_.push_back(fault); }

/// A short record whose first filled cell is a total or, with nothing beside it, a note.
bool BlockTable::closes_the_table(std::size_t first, std::size_t last, std::uint32_t start) const {
  std::string_view label;
  std::size_t filled = 0;
  std::uint32_t from = start;
  for (std::size_t mark = first; mark <= last; ++mark) {
    const std::string_view cell = trim(unwrap(text_.substr(from, marks_.at[mark] - from)).text);
    from = marks_.at[mark] + 1;
    if (cell.empty()) continue;
    if (filled++ == 0) label = cell;
  }
  bool alone = false;
  return is_total_label(label, alone) || (filled == 1 && is_footer_text(label));
}

/// Cells of no length, one place after another, so that begin and end need no exception for faulty rows.
void BlockTable::add_empty_row(std::uint32_t start) {
  starts_.push_back(start);
  for (std::uint32_t column = 0; column < shape_.columns; ++column)
    ends_.push_back(start + column);
}

CellPlace BlockTable::place_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto row = static_cast<std::uint32_t>(after == starts_.begin() ? 0 : after - starts_.begin() - 1);
  const std::uint32_t* const cells = ends_.data() + row * columns_;
  const auto column = static_cast<std::uint32_t>(std::lower_bound(cells, cells + columns_, offset) - cells);
  const std::uint32_t field = std::min(column, shape_.columns - 1);
  return {row, field, begin(row, field)};
}

/// Text of UTF-8 read as Windows-1252 and saved as UTF-8 once more: the bytes C3 and C2 have become characters, and
/// continuation bytes follow them as characters; a typographer's sign begins with the three bytes of another.
void BlockTable::find_mojibake() {
  constexpr std::string_view capital_a = "\xC3";
  if (starts_.empty()) return;
  std::uint32_t last = no_row;
  for (const auto& [begin, end] : unplain_) {
    for (std::size_t at = text_.substr(0, end).find(capital_a, begin); at != std::string_view::npos;
         at = text_.substr(0, end).find(capital_a, at + 1)) {
      const std::string_view here = text_.substr(at, 6);
      const auto next = static_cast<unsigned char>(here.size() > 2 ? here[2] : '\0');
      const bool accent =
          here.starts_with("\xC3\x83") && (next == 0xC2U || next == 0xC5U || next == 0xC6U || next == 0xE2U);
      const bool sign = here.starts_with("\xC3\x82\xC2") || here.starts_with("\xC3\xA2\xE2\x82\xAC");
      if (!accent && !sign) continue;
      const CellPlace place = place_of(static_cast<std::uint32_t>(at));
      if (place.row != last) mojibake_.push_back(place);
      last = place.row;
    }
  }
}

/// Stretches of 64 bytes with some that are above ASCII or NUL. A character never begins in one and ends in another.
void BlockTable::find_unplain() {
  unplain_.clear();
  if (!marks_.looked_for_unplain) unplain_.emplace_back(0, text_.size());
  for (std::size_t k = 0; marks_.looked_for_unplain && k < marks_.unplain_count; ++k) {
    const std::size_t begin = marks_.unplain[k], end = std::min(begin + 64, text_.size());
    if (!unplain_.empty() && unplain_.back().second == begin)
      unplain_.back().second = end;
    else
      unplain_.emplace_back(begin, end);
  }
}

/// NUL and what is no UTF-8: the record that holds it is set aside.
void BlockTable::check_bytes() {
  const std::size_t known = faults_.size();
  for (const auto& [begin, end] : unplain_) {
    const std::string_view part = text_.substr(begin, end - begin);
    if (!is_well_formed(part))
      check_bytes(begin, end, known);
    else if (!high_)
      high_ = has_high_byte(part);
  }
}

/// The first `known` faults were there before.
void BlockTable::check_bytes(std::size_t from, std::size_t to, std::size_t known) {
  const auto known_fault = [&](std::uint32_t row) {
    const auto until = faults_.begin() + static_cast<std::ptrdiff_t>(known);
    const auto before = [](const RecordFault& f, std::uint32_t r) { return f.row < r; };
    const auto found = std::lower_bound(faults_.begin(), until, row, before);
    return found != until && found->row == row;
  };
  while (from < to) {
    const std::size_t bad = first_bad_byte(text_.substr(from, to - from), &high_);
    if (bad == std::string_view::npos) return;
    const auto at = static_cast<std::uint32_t>(from + bad);
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), at);
    from = after == starts_.end() ? text_.size() : *after;
    if (after == starts_.begin()) continue;
    const auto row = static_cast<std::uint32_t>(after - starts_.begin() - 1);
    if (known_fault(row)) continue;
    if (faults_.size() > known && faults_.back().row == row) continue; // in an earlier run of bytes
    const CellPlace place = place_of(at);
    const auto byte = static_cast<unsigned char>(text_[at]);
    add_fault({byte == 0 ? RecordFaultKind::nul : RecordFaultKind::undecodable, row, place.column, place.at,
               starts_[row], end(row, columns_ - 1), byte == 0 ? at : byte});
    for (std::uint32_t k = 0; k < shape_.columns; ++k)
      ends_[row * columns_ + k] = starts_[row] + k;
  }
}

/// Files joined end to end carry their headings along, with a byte order mark perhaps.
void BlockTable::find_repeated_headers() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  for (std::size_t row = 0; row < rows(); ++row) {
    const std::uint32_t from = starts_[row], length = end(row, columns_ - 1) - from;
    for (const std::string& header : shape_.headers) {
      if (header.empty() || (length != header.size() && length != header.size() + mark.size())) continue;
      std::string_view record = text_.substr(from, length);
      if (length > header.size() && record.starts_with(mark)) record.remove_prefix(mark.size());
      if (record != header) continue;
      add_fault({RecordFaultKind::repeated_header, static_cast<std::uint32_t>(row), 0, from, from, from + length});
      break;
    }
  }
}

std::uint64_t BlockTable::line_of(std::uint32_t offset) {
  if (!newlines_known_) {
    newlines_.clear();
    for (std::size_t at = text_.find(shape_.separators.newline); at != std::string_view::npos;
         at = text_.find(shape_.separators.newline, at + 1))
      newlines_.push_back(static_cast<std::uint32_t>(at));
    newlines_known_ = true;
  }
  return static_cast<std::uint64_t>(std::lower_bound(newlines_.begin(), newlines_.end(), offset) - newlines_.begin());
}

} // namespace joinedup
