#include "pipeline/kept_places.hpp"

#include <algorithm>

namespace joinedup {

std::size_t KeptPlaces::place(std::string_view column, std::string_view what, const Position& where,
                              Diagnostics& diagnostics) {
  const auto number = headings_.find(column, what, where, diagnostics);
  if (!number) return 0;
  const auto known = std::find(columns_.begin(), columns_.end(), *number);
  const auto place = static_cast<std::size_t>(known - columns_.begin());
  if (known == columns_.end()) columns_.push_back(*number);
  return place;
}

} // namespace joinedup
