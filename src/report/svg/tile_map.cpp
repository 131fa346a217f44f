#include "report/svg/tile_map.hpp"

#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {
namespace {

constexpr int side = 98, pitch = 104; // units of the drawing: square, square with its gap

std::string tile_svg(const Tile& tile, int x, int y) {
  std::string out = fmt::format("<g class=\"t {}{}\" transform=\"translate({} {})\"><title>{}</title>"
                                "<rect class=\"bx\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
                                tile.css, tile.dashed ? " cau" : "", x, y, escaped(tile.description), side, side);
  if (tile.framed)
    out += fmt::format("<rect class=\"in\" x=\"5\" y=\"5\" width=\"{0}\" height=\"{0}\" rx=\"1\"/>", side - 10);
  if (tile.level != 0)
    out += fmt::format("<use class=\"gl\" href=\"#{}\" x=\"72\" y=\"13\" width=\"15\" height=\"15\"/>",
                       tile.level > 0 ? "up" : "down");
  out += fmt::format("<text class=\"tv\" x=\"9\" y=\"28\">{}</text>", escaped(tile.value));
  const std::vector<std::string> lines = tile_lines(tile.name);
  int line_y = side - 9 - 15 * (static_cast<int>(lines.size()) - 1);
  for (const std::string& line : lines) {
    out += fmt::format("<text class=\"tn\" x=\"9\" y=\"{}\">{}</text>", line_y, escaped(line));
    line_y += 15;
  }
  return out +
         fmt::format("<text class=\"tc\" x=\"49\" y=\"44\">{}</text><text class=\"tm\" x=\"49\" y=\"80\">{}</text></g>",
                     escaped(tile.label), escaped(tile.value));
}

} // namespace

std::string tile_map_svg(const std::vector<Tile>& tiles, const std::string& title, const std::string& description) {
  if (tiles.empty()) return {};
  const auto [left, right] = std::ranges::minmax(tiles, {}, &Tile::column);
  const auto [top, bottom] = std::ranges::minmax(tiles, {}, &Tile::row);
  std::string out =
      fmt::format("<svg class=\"tiles\" viewBox=\"-2 -2 {} {}\" role=\"img\" aria-labelledby=\"map-title map-desc\">"
                  "<title id=\"map-title\">{}</title><desc id=\"map-desc\">{}</desc>",
                  (right.column - left.column) * pitch + side + 4, (bottom.row - top.row) * pitch + side + 4,
                  escaped(title), escaped(description));
  for (const Tile& tile : tiles)
    out += tile_svg(tile, (tile.column - left.column) * pitch, (tile.row - top.row) * pitch);
  return out + "</svg>";
}

} // namespace joinedup
