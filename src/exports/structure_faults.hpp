// Structural faults in words.
#pragma once

#include "exports/block_table.hpp"
#include "exports/fault_list.hpp"

#include <string_view>

namespace joinedup {

FaultKind fault_kind(RecordFaultKind kind);
CellFault describe(const RecordFault& fault, const TableShape& shape, std::string_view record);

} // namespace joinedup
