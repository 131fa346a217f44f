// The records of one block as a table: any cell in constant time, faulty records known and emptied.
#pragma once

#include "exports/structure.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

enum class RecordFaultKind : std::uint8_t {
  ragged,
  unclosed,
  text_after_quote,
  nul,
  undecodable,
  repeated_header,
  closing_line
};

/// A record that is none, or none that can be trusted.
struct RecordFault {
  RecordFaultKind kind;
  std::uint32_t row;
  std::uint32_t column;     ///< field from 0 where the fault lies
  std::uint32_t at;         ///< offset of the cell's start
  std::uint32_t begin, end; ///< the record's text
  std::uint32_t detail = 0; ///< fields found (ragged), the byte (undecodable), its offset (nul)
};

struct CellPlace {
  std::uint32_t row, column, at; ///< at: offset of the cell's start
};

struct TableShape {
  std::uint32_t columns = 0;
  Separators separators;
  std::span<const std::string> headers; ///< the heading rows as they stand in the file, to know them again
  bool blank_records = false;           ///< a record without any text counts, as in files that declare their records
};

/// Kept from block to block so that its memory is used again. Every row has exactly `columns` cells; the cells of a
/// faulty record are empty. Blank lines, and lines of nothing but delimiters, are no rows unless the shape says so.
class BlockTable {
public:
  /// `text` as mark_cells wants it; the views handed out point into it.
  void read(std::string_view text, const TableShape& shape);

  std::size_t rows() const { return starts_.size(); }
  std::uint64_t lines() const { return marks_.lines; }
  std::uint64_t blank_lines() const { return blank_; }
  const std::vector<RecordFault>& faults() const { return faults_; } ///< one a record at most, in order
  const std::vector<CellPlace>& stray_quotes() const { return stray_; }
  const std::vector<CellPlace>& mojibake() const { return mojibake_; } ///< UTF-8 that was encoded once more

  std::uint32_t begin(std::size_t row, std::size_t column) const {
    return column == 0 ? starts_[row] : ends_[row * columns_ + column - 1] + 1;
  }
  std::uint32_t end(std::size_t row, std::size_t column) const { return ends_[row * columns_ + column]; }
  /// The cell with its quotes and spaces.
  std::string_view raw(std::size_t row, std::size_t column) const {
    const std::uint32_t from = begin(row, column), length = end(row, column) - from;
    return length == 0 ? std::string_view() : std::string_view(text_.data() + from, length);
  }
  const std::uint32_t* starts() const { return starts_.data(); }
  const std::uint32_t* ends() const { return ends_.data(); }
  const char* data() const { return text_.data(); }
  bool beyond_ascii() const { return high_; }
  /// Line ends before `offset`; the first question makes an index of them.
  std::uint64_t line_of(std::uint32_t offset);

private:
  bool regular();
  std::uint32_t begin_of_last(std::size_t row, const std::uint32_t* marks) const;
  void rebuild();
  void add_record(std::size_t first, std::size_t last, std::size_t& next_quote_fault, std::uint32_t start);
  void add_unclosed(std::size_t first, std::size_t quote_fault, std::uint32_t start);
  void add_fault(RecordFault fault);
  void add_empty_row(std::uint32_t start);
  bool closes_the_table(std::size_t first, std::size_t last, std::uint32_t start) const;
  void find_unplain();
  void check_bytes();
  void check_bytes(std::size_t from, std::size_t to, std::size_t known);
  void find_mojibake();
  CellPlace place_of(std::uint32_t offset) const;
  void find_repeated_headers();
  bool blank(std::uint32_t from, std::uint32_t to) const;

  std::string_view text_;
  TableShape shape_;
  std::size_t columns_ = 0;
  Marks marks_;
  UninitialisedVector<std::uint32_t> ends_;
  std::vector<std::uint32_t> starts_;
  std::vector<RecordFault> faults_;
  std::vector<CellPlace> stray_, mojibake_;
  std::vector<std::pair<std::size_t, std::size_t>> unplain_; ///< begin and end: nothing else need be checked as UTF-8
  std::uint64_t blank_ = 0;
  bool high_ = false;
  std::vector<std::uint32_t> newlines_; ///< made when the first line number is asked for
  bool newlines_known_ = false;
};

} // namespace joinedup
