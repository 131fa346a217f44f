// Faults of a block's cells: as many as will be shown are kept, the rest are counted.
#pragma once

#include "exports/block_report.hpp"
#include "exports/block_table.hpp"

#include <joinedup/diagnostics.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class FaultKind : std::uint8_t {
  unclosed,         ///< J203
  ragged,           ///< J204
  nul,              ///< J205
  undecodable,      ///< J206
  text_after_quote, ///< J207
  stray_quote,      ///< J208
  repeated_header,  ///< J209
  invalid_answer,   ///< J211
  bad_weight,       ///< J213
  bad_count,        ///< J214
  two_answers,      ///< J215
  bad_number,       ///< J218
  reshaped,         ///< J216, a note once a file
  mojibake,         ///< J240
  closing_line,     ///< J244
  mangled,          ///< J245
  number_mark,      ///< J247, a note once a file
  whole_area,       ///< J249
};
inline constexpr std::size_t fault_kinds = 18;
std::string_view code_of(FaultKind kind);
Severity severity_of(FaultKind kind);

struct CellFault {
  FaultKind kind;
  std::uint32_t row, column; ///< column: field from 0
  std::uint32_t at;          ///< offset of the cell's (or record's) start
  std::string message, hint;
};

class FaultList {
public:
  void begin(std::size_t columns);
  /// Whether one more of this kind in this column would be shown; counts it either way. Faults of one kind and column
  /// come in order of rows, so the first ones of the block are always among those kept.
  bool wanted(FaultKind kind, std::uint32_t column);
  void keep(CellFault fault) { kept_.push_back(std::move(fault)); }

  /// The kept ones in order of line and column, with what goes beyond them as counts. Lines count from 0.
  void place(BlockTable& table, const std::string& file, const std::vector<std::string>& headings, BlockReport& report);

private:
  std::size_t columns_ = 0;
  std::vector<CellFault> kept_;
  std::array<std::uint64_t, fault_kinds> seen_{};
  std::vector<std::uint8_t> shown_; ///< by kind and column
  bool any_ = false;
};

} // namespace joinedup
