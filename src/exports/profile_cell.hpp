// A cell that holds the codes of several items, a digit each: 11121.
#pragma once

#include "exports/reading_plan.hpp"

#include <string>
#include <string_view>

namespace joinedup {

/// The item's own digit; empty where the cell has letters, or not as many characters as items.
std::string_view digit_of(DigitPlace digit, std::string_view raw);

/// The digit as a code. 9, a blank and a full stop in the item's place are missing, unless they are codes or the map
/// says otherwise; so is a blank cell. A cell of another length is invalid, unless it is a word for a missing answer.
AnswerCode decode_digit(const CellCodes& codes, DigitPlace digit, std::string_view raw);

} // namespace joinedup
