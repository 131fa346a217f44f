// Numbers as cells hold them: which decimal sign a file uses, and what a cell is worth in it.
#pragma once

#include "exports/structure.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Cells of the first records that can only be decimals: 8,5 and 8.5 are, 1,234 and 1.234 may be thousands.
struct DecimalEvidence {
  std::size_t commas = 0, points = 0;
  bool comma() const { return commas > 0 && points == 0; }
};

/// Looked for where the delimiter is no comma: in comma-separated text a cell with a comma may be a list.
DecimalEvidence decimal_evidence(std::string_view text, Separators separators);

/// In comma-separated text: for each column whether cells of the first records can only be decimals with a comma
/// ("8,5") and none with a point. Its 1,234 is then no thousand for sure.
std::vector<bool> columns_of_decimal_commas(std::string_view text, Separators separators);

struct NumberStyle {
  bool decimal_comma = false;
  bool certain = false; ///< by option; else 1,234 is taken as thousands only in comma-separated text
  char delimiter = ',';
  bool doubtful = false; ///< the column holds decimals with a comma, where the file has none: 1,234 may be either
};

enum class NumberKind : std::uint8_t {
  number,
  marked,    ///< a number with a sign of thousands or percent: value without it
  no_figure, ///< a mark of official tables: * suppressed, - none, [c], [x] ...
  ambiguous, ///< 1,234 or 1.234 where nothing says which sign is which
  none,
};

struct NumberCell {
  NumberKind kind = NumberKind::none;
  double value = 0;
  bool usable() const { return kind == NumberKind::number || kind == NumberKind::marked; }
};

/// `text` is trimmed, not empty. `95%` is 95.
NumberCell number_cell(std::string_view text, const NumberStyle& style);

} // namespace joinedup
