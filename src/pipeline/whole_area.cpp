#include "pipeline/whole_area.hpp"

#include <fmt/format.h>

namespace joinedup {

std::vector<std::string> names_of_wholes(const Library& library) {
  std::vector<std::string> out;
  for (const std::string& id : library.geography_ids())
    if (const Outcome<Geography> geography = library.geography(id))
      out.insert(out.end(), {geography->total_code, geography->total_name});
  return out;
}

Diagnostics whole_among_areas(const AreaDictionary& areas, const Library& library) {
  Diagnostics out;
  if (!areas.takes_codes_as_found()) return out;
  for (const std::string& id : library.geography_ids()) {
    const Outcome<Geography> geography = library.geography(id);
    if (!geography) continue;
    AreaDictionary known(&*geography, nullptr);
    std::string whole;
    bool parts = false;
    for (std::uint32_t number = 0; number < areas.size(); ++number) {
      const std::string code = areas.code(number);
      if (known.is_whole(code)) whole = code;
      parts = parts || known.number(code) != no_number;
    }
    if (whole.empty() || !parts) continue;
    out.error("J126", {},
              fmt::format("\"{}\" is all areas of {} together, and some of these stand beside it: their people would "
                          "count twice",
                          whole, id),
              fmt::format("--geography {} leaves rows of the whole out and counts them; --where can name others", id));
    return out;
  }
  return out;
}

} // namespace joinedup
