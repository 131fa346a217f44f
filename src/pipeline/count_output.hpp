// Rows of counted tables as text.
#pragma once

#include "evaluate/count_row.hpp"
#include "pipeline/count_disclosure.hpp"

#include <joinedup/score.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

enum class CellKind : std::uint8_t { foreign, number, word }; ///< from the file; ours

struct OutputCell {
  std::string text;
  CellKind kind = CellKind::foreign;
};

/// Only what comes from the file may need to be kept from looking like a formula: our own "-" is none.
std::string csv_line(const std::vector<OutputCell>& cells);
std::string json_line(const std::vector<std::string>& names, const std::vector<OutputCell>& cells);
std::string csv_heading(const std::vector<std::string>& names);

/// What is remarkable in a row, joined by `;`. `group`: of a sum, else null. `mask`: what disclosure rules starred,
/// null where there are none and the flag only says which rows are few.
std::string flags_of(const CountRow& row, const CountGroup* group, const CountMask* mask);
/// Why a share is not there, in the words of the contract: starred is missing, nobody asked is not applicable.
ScoreStatus status_of(const CountRow& row, bool has_value);

} // namespace joinedup
