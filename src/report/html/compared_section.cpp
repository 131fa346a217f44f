// Section 2: how areas compare. First the two questions as counts, then every area, then the map.
#include "report/html/page.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

namespace joinedup {
namespace {

constexpr std::size_t squares_in_line = 20;
constexpr int square = 9, square_pitch = 11;

std::string squares(std::size_t count, std::string_view css) {
  if (count == 0) return {};
  const std::size_t lines = (count + squares_in_line - 1) / squares_in_line;
  std::string out = fmt::format("<svg class=\"sq {}\" aria-hidden=\"true\" height=\"{}\"><path d=\"", css,
                                lines * static_cast<std::size_t>(square_pitch));
  for (std::size_t i = 0; i < count; ++i)
    put(out, "M{} {}h{}v{}h-{}z", i % squares_in_line * static_cast<std::size_t>(square_pitch),
        i / squares_in_line * static_cast<std::size_t>(square_pitch), square, square, square);
  return out + "\"/></svg>";
}

void append_count_row(std::string& out, const ReportPage& page, const ComparisonCounts& c, int level) {
  const auto slot = static_cast<std::size_t>(level + 3);
  const std::string word =
      level == 0 ? (page.spread ? "No clear difference, or within the usual spread" : "No clear difference")
                 : capitalised(page.wording.of_level(level, Question::sampling));
  put(out,
      "<tr><th scope=\"row\"><span class=\"w {0}\"><svg class=\"g\" aria-hidden=\"true\"><use "
      "href=\"#{1}\"/></svg></span>{2}"
      "</th><td><span class=\"num\">{3}</span>{4}</td>",
      level_class(level), level_shape(level), word, c.sampling.at(slot),
      squares(c.sampling.at(slot), level_class(level)));
  if (page.spread)
    put(out, "<td><span class=\"num\">{}</span>{}</td>", c.spread.at(slot),
        squares(c.spread.at(slot), level_class(level)));
  out += "</tr>";
}

std::string not_compared(const RunResults& results) {
  const MarkCounts m = count_marks(results);
  std::vector<std::string> parts;
  if (m.partial > 0) parts.push_back(fmt::format("{} partial (a measure is missing)", m.partial));
  if (m.coverage > 0) parts.push_back(fmt::format("{} with too few measures", m.coverage));
  if (m.hidden > 0) parts.push_back(fmt::format("{} hidden", m.hidden));
  return listed(parts);
}

void append_counts(std::string& out, const ReportPage& page) {
  const ComparisonCounts c = count_index(page.results, page.wording);
  put(out,
      "<h3>{}</h3><p class=\"sub\">{}</p><table class=\"counts\"><caption class=\"vh\">Areas by position, under two "
      "questions</caption><thead><tr><th scope=\"col\">Position</th><th scope=\"col\">Different from {}?"
      "<span class=\"un\">sampling chance only</span></th>",
      escaped(counts_heading(page.results)), escaped(counts_caption(page.results)), page.target);
  if (page.spread)
    out += "<th scope=\"col\">Outside the usual spread of areas?<span class=\"un\">chance and the ordinary differences "
           "between areas</span></th>";
  out += "</tr></thead><tbody>";
  for (const int level : page.wording.levels())
    append_count_row(out, page, c, level);
  put(out, "<tr class=\"tot\"><th scope=\"row\">Areas compared</th><td><span class=\"num\">{}</span></td>", c.compared);
  if (page.spread) put(out, "<td><span class=\"num\">{}</span></td>", c.spread_known);
  out += "</tr></tbody></table>";
  const std::string rest = not_compared(page.results);
  if (!rest.empty()) put(out, "<p class=\"note\">Not compared: {} (<a href=\"#hidden\">why</a>).</p>", rest);
}

} // namespace

void append_compared(std::string& out, const ReportPage& page) {
  out += "<section id=\"compared\"><h2>2. How areas compare, and how sure we are</h2>";
  if (page.compared && page.results.areas.size() > 1)
    append_counts(out, page);
  else if (page.compared)
    out += "<p>There is one area here. It is shown beside what it is compared with.</p>";
  else
    put(out, "<p>{}</p>",
        page.results.index.ranked ? "No area is compared here: too few have an index and enough answers."
                                  : "This index is never ranked or banded: the notices at the top say why.");
  append_areas_table(out, page);
  append_tile_map(out, page);
  out += "</section>";
}

} // namespace joinedup
