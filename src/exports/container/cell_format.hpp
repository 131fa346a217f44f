// What a workbook's number formats make of a number, as far as its text depends on it.
#pragma once

#include "exports/container/number_text.hpp"

#include <string_view>

namespace joinedup {

struct CellFormat {
  TimeKind time = TimeKind::none;
  bool percent = false; ///< 0.8 is shown as 80%
};

/// By the number and code of a format: 14 is a date, "[h]:mm" a duration, 9 and "0.0%" percentages, "0.00" nothing
/// of these.
CellFormat cell_format(int number, std::string_view code);

} // namespace joinedup
