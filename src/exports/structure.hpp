// Where the cells of a block end: delimiters and line ends outside quotes (RFC 4180 and its abuses).
//
// A quote opens a quoted cell only at the cell's start (spaces may stand before it); inside, two quotes stand for one.
// Any other quote is a character like any other. After the closing quote only spaces may follow.
#pragma once

#include "base/uninitialised.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace joinedup {

/// Bytes that must be readable after the text given to mark_cells.
inline constexpr std::size_t scan_padding = 64;

enum class QuoteFaultKind : std::uint8_t { unclosed, text_after, stray };

struct QuoteFault {
  QuoteFaultKind kind;
  std::uint32_t at;   ///< offset of the quote that opened (unclosed), of the text (text_after), of the quote (stray)
  std::uint32_t mark; ///< number of the mark that ends the cell
};

/// Kept from block to block so that its memory is used again.
struct Marks {
  UninitialisedVector<std::uint32_t> at; ///< offsets; only the first `count` mean anything
  std::size_t count = 0;
  std::uint64_t records = 0; ///< marks that are line ends
  std::uint64_t lines = 0;   ///< line ends anywhere, those inside quotes too
  UninitialisedVector<std::uint32_t>
      unplain; ///< offsets of 64 bytes of which one is no ASCII, or NUL; the first unplain_count
  std::size_t unplain_count = 0;
  bool looked_for_unplain = false;      ///< whether `unplain` says all
  std::vector<QuoteFault> quote_faults; ///< in order; empty for well-formed text
};

struct Separators {
  char delimiter = ',', newline = '\n';
};

/// Marks every cell end of `text`, which begins at a record's start and ends in a line end (or inside an unclosed
/// quote). scan_padding bytes after it must be readable. Less than 4 GiB.
void mark_cells(std::string_view text, Separators separators, Marks& marks);

/// The same, one byte at a time; finds the faults of quotes. mark_cells calls it where the text is not well formed.
void walk_cells(std::string_view text, Separators separators, Marks& marks);

} // namespace joinedup
