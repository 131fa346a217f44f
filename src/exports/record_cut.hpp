// Where a text may be cut so that no record is torn.
#pragma once

#include "exports/structure.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

class RecordCutter {
public:
  explicit RecordCutter(Separators separators) : separators_(separators) {}

  /// `text` begins at a record's start. The length of the longest part that ends with a record; 0 = no record ends
  /// in it. A quote at the very end decides nothing: the next byte may double it.
  std::size_t cut(std::string_view text);

private:
  bool opens(std::string_view text, std::size_t quote) const;

  Separators separators_;
  std::vector<std::pair<std::size_t, std::size_t>> outside_; ///< stretches outside quotes, kept for its memory
};

} // namespace joinedup
