// The tile map, where the geography has tiles: the index of each area roughly where it lies.
#include "report/html/page.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/tile_map.hpp"

#include <algorithm>

namespace joinedup {
namespace {

Tile tile_of(const ReportPage& page, const AreaResult& area) {
  Tile tile;
  tile.column = area.tile_column;
  tile.row = area.tile_row;
  tile.name = area.tile_label.empty() ? list_name(area) : area.tile_label;
  tile.label = tile_label(list_name(area));
  tile.value = area.status.hidden() ? "[c]" : area.index.value ? shown(*area.index.value, 1) : "\xE2\x80\x93";
  const bool compared = area.comparison.band_sampling != Band::none;
  tile.level = page.wording.level(area.comparison.band_sampling);
  tile.css = area.status.hidden() ? "sup" : compared ? std::string(level_class(tile.level)) : "par";
  tile.dashed = area.status.caution || area.status.partial;
  tile.framed = page.wording.level(area.comparison.band) != 0;
  const std::string state =
      area.status.hidden() ? "hidden"
      : !area.index.value  ? "no index"
                           : tile.value + ", " + page.wording.band(area.comparison.band_sampling, Question::sampling);
  tile.description = list_name(area) + ": " + state;
  return tile;
}

std::string names_at(const ReportPage& page, int sign) {
  std::vector<std::string> names;
  for (const AreaGroup& group : page.groups)
    for (const AreaResult* area : group.areas)
      if (page.wording.level(area->comparison.band_sampling) * sign > 0) names.push_back(list_name(*area));
  return names.empty() ? "none" : listed(names);
}

std::string description(const ReportPage& page) {
  const std::string& target = page.results.target.name;
  return fmt::format(
      "One square an area with its index. {} than {}: {}. {} than {}: {}. The list below the map and the table "
      "of areas hold the same figures.",
      capitalised(std::string(page.wording.up())), target, names_at(page, 1),
      capitalised(std::string(page.wording.down())), target, names_at(page, -1));
}

void append_key(std::string& out, const ReportPage& page) {
  out += "<ul class=\"key\">";
  for (const int level : page.compared ? page.wording.levels() : std::vector<int>{})
    put(out,
        "<li><svg class=\"kt t {}\" aria-hidden=\"true\"><rect class=\"bx\" x=\"1\" y=\"1\" width=\"16\" "
        "height=\"16\"/>{}</svg>{}"
        "</li>",
        level_class(level),
        level == 0 ? ""
                   : fmt::format("<use class=\"gl\" href=\"#{}\" x=\"4\" y=\"4\" width=\"10\" height=\"10\"/>",
                                 level_shape(level)),
        page.wording.of_level(level, Question::sampling));
  if (page.spread)
    out += "<li><svg class=\"kt t vhi\" aria-hidden=\"true\"><rect class=\"bx\" x=\"1\" y=\"1\" width=\"16\" "
           "height=\"16\"/>"
           "<rect class=\"in\" x=\"4\" y=\"4\" width=\"10\" height=\"10\" style=\"stroke-width:1.5\"/></svg>inner "
           "frame: outside the "
           "usual spread</li>";
  out += "<li><svg class=\"kt t par cau\" aria-hidden=\"true\"><rect class=\"bx\" x=\"1\" y=\"1\" width=\"16\" "
         "height=\"16\"/></svg>"
         "dashed: caution or partial</li><li><svg class=\"kt t sup\" aria-hidden=\"true\"><rect class=\"bx\" x=\"1\" "
         "y=\"1\" "
         "width=\"16\" height=\"16\"/></svg>[c] hidden</li></ul>";
}

void append_list(std::string& out, const ReportPage& page) {
  out += "<details><summary>The map as a list, with its short labels</summary><table class=\"sm lst\"><caption "
         "class=\"vh\">The "
         "map as a list</caption><thead><tr><th scope=\"col\">Area</th><th scope=\"col\">Label</th><th scope=\"col\" "
         "class=\"n\">"
         "Index</th><th scope=\"col\">Against ";
  out += page.target + "</th></tr></thead><tbody>";
  for (const AreaGroup& group : page.groups)
    for (const AreaResult* area : group.areas) {
      if (area->tile_column == 0) continue;
      const Tile tile = tile_of(page, *area);
      const Band band = area->comparison.band_sampling;
      put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
          escaped(list_name(*area)), escaped(tile.label), escaped(tile.value),
          area->status.hidden() ? "hidden" : page.wording.band(band, Question::sampling));
    }
  out += "</tbody></table></details>";
}

} // namespace

void append_tile_map(std::string& out, const ReportPage& page) {
  std::vector<Tile> tiles;
  for (const AreaResult& area : page.results.areas)
    if (area.tile_column > 0 && area.tile_row > 0) tiles.push_back(tile_of(page, area));
  if (tiles.size() < 2) return;
  const std::string heading = map_heading(page.results);
  put(out,
      "<figure class=\"map\"><figcaption><h3>{}</h3><p class=\"sub\">One square an area, placed roughly where it lies. "
      "Number: "
      "the index.</p></figcaption>",
      escaped(heading));
  append_key(out, page);
  out += tile_map_svg(tiles, "Tile map of the index by area", description(page)) + "</figure>";
  append_list(out, page);
}

} // namespace joinedup
