// Where a member of a map stands in its text, for faults that only show beside a survey file.
#pragma once

#include "definitions/json_source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

class MapPlaces {
public:
  MapPlaces(std::string_view text, const std::string& file);

  /// The value below these names; a name that is a number picks an element of a list. The last place that exists when
  /// the path leads further.
  Position value(const std::vector<std::string>& path) const;
  Position key(const std::vector<std::string>& path) const; ///< of the last name itself

private:
  std::size_t place(const std::vector<std::string>& path) const;

  std::optional<JsonSource> source_;
  std::string file_;
};

} // namespace joinedup
