// Structural faults in words.
#pragma once

#include "exports/block_table.hpp"
#include "exports/fault_list.hpp"

#include <string_view>

namespace joinedup {

FaultKind fault_kind(RecordFaultKind kind);
/// `text_offset`: of the block's first byte in the file's text.
CellFault describe(const RecordFault& fault, const TableShape& shape, std::string_view record,
                   std::uint64_t text_offset);

inline constexpr std::string_view closing_line_words = "a total, a subtotal or a note is no record and was left out";
inline constexpr std::string_view closing_line_hint = "with --strict such lines make the run fail";

} // namespace joinedup
