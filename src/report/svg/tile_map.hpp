// One square an area, placed roughly where it lies: equal weight for equal areas, whatever their size on land.
#pragma once

#include <string>
#include <vector>

namespace joinedup {

/// One square. Texts are plain; the drawing escapes them.
struct Tile {
  int column = 0, row = 0;        ///< from the geography
  std::string name, label, value; ///< label: initials for small screens
  std::string description;        ///< of the tile, read on hover
  std::string css;                ///< vhi hi no lo vlo, sup (hidden), par (partial or not compared)
  int level = 0;                  ///< triangle up or down
  bool dashed = false;            ///< caution or partial
  bool framed = false;            ///< outside the usual spread
};

/// The drawing; `title` and `description` are its text alternative.
std::string tile_map_svg(const std::vector<Tile>& tiles, const std::string& title, const std::string& description);

/// A name in at most three lines of about thirteen characters; "and" becomes "&", long words are broken.
std::vector<std::string> tile_lines(const std::string& name);
/// Up to four initials, or the first four letters of a single word: "Kent and Medway" is KM, "Devon" is Devo.
std::string tile_label(const std::string& name);

} // namespace joinedup
