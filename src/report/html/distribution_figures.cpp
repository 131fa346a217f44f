#include "report/html/distribution_figures.hpp"

#include "report/html/page.hpp"
#include "report/html/text.hpp"
#include "report/svg/histogram.hpp"
#include "report/tables/result_row.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace joinedup {
namespace {

struct Row {
  double low = 0, high = 0, width = 0, share = 0, n = 0;
  std::string band;

  double edge_below() const { return low - (width - (high - low)) / 2; }
  double edge_above() const { return high + (width - (high - low)) / 2; }
};

/// One measure's rows.
struct Measure {
  std::vector<Row> rows;
  std::string bands; ///< label of the score that sets them
  int decimals = 0;
  bool two_states = false;
};

int decimals_of(double value) {
  const std::string text = shortest(value);
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

Measure measure_of(const ResultTable& table, const std::string& id) {
  Measure out;
  for (const std::vector<TableCell>& cells : table.rows) {
    const ResultRow row(table, cells);
    if (row.text("indicator") != id) continue;
    out.rows.push_back({row.number("low"), row.number("high"), row.number("width"), row.number("share"),
                        row.number("n"), row.text("score_band")});
    out.bands = row.text("score_bands");
    out.decimals = std::max({out.decimals, decimals_of(out.rows.back().low), decimals_of(out.rows.back().high)});
  }
  out.two_states = out.rows.size() == 2 && out.rows[0].low == 0 && out.rows[0].high == 0 && out.rows[1].low == 1 &&
                   out.rows[1].high == 1;
  return out;
}

std::string from_to(double low, double high, int decimals) {
  return low == high ? shown(low, decimals) : shown(low, decimals) + " to " + shown(high, decimals);
}

/// Neighbouring rows of one band.
struct Stretch {
  std::size_t first = 0, last = 0;
  double share = 0;
};

std::vector<Stretch> stretches(const Measure& measure) {
  std::vector<Stretch> out;
  for (std::size_t r = 0; r < measure.rows.size(); ++r) {
    if (out.empty() || measure.rows[out.back().first].band != measure.rows[r].band) out.push_back({r, r, 0});
    out.back().last = r;
    out.back().share += measure.rows[r].share;
  }
  return out;
}

std::string bands_finding(const Measure& measure) {
  std::vector<std::string> parts;
  for (const Stretch& one : stretches(measure)) {
    const Row& first = measure.rows[one.first];
    parts.push_back(fmt::format("{} % {} ({})", shown(100 * one.share, 1),
                                first.band.empty() ? "in no band" : first.band,
                                from_to(first.low, measure.rows[one.last].high, measure.decimals)));
  }
  return fmt::format("{}: {}.", measure.bands, listed(parts));
}

/// The narrowest run of rows that holds half of the people.
std::string half_finding(const Measure& measure) {
  const std::vector<Row>& rows = measure.rows;
  Stretch best;
  double narrowest = std::numeric_limits<double>::infinity();
  for (std::size_t first = 0; first < rows.size(); ++first) {
    double share = 0;
    for (std::size_t last = first; last < rows.size(); ++last) {
      share += rows[last].share;
      const double wide = rows[last].edge_above() - rows[first].edge_below();
      if (share < 0.5 || wide >= narrowest) continue;
      narrowest = wide;
      best = {first, last, share};
    }
  }
  return fmt::format("{} % score {}; the scale runs from {} to {}.", shown(100 * best.share, 1),
                     from_to(rows[best.first].low, rows[best.last].high, measure.decimals),
                     shown(rows.front().low, measure.decimals), shown(rows.back().high, measure.decimals));
}

std::string finding_of(const Measure& measure) {
  if (measure.two_states)
    return fmt::format("{} % of respondents gave an answer that this measure counts, {} % did not.",
                       shown(100 * measure.rows[1].share, 1), shown(100 * measure.rows[0].share, 1));
  return measure.bands.empty() ? half_finding(measure) : bands_finding(measure);
}

/// The commonest width, the widest of those met equally often.
double usual_width(const Measure& measure) {
  std::map<double, int> widths;
  for (const Row& row : measure.rows)
    ++widths[row.width];
  return std::ranges::max_element(
             widths,
             [](const auto& a, const auto& b) { return std::pair(a.second, a.first) < std::pair(b.second, b.first); })
      ->first;
}

Histogram histogram_of(const Measure& measure) {
  Histogram out;
  out.unit = usual_width(measure);
  out.decimals = measure.decimals;
  for (const Row& row : measure.rows)
    out.bars.push_back(
        {row.edge_below(), row.edge_above(), row.share,
         fmt::format("{}{}: {} % of respondents, n {}", from_to(row.low, row.high, measure.decimals),
                     row.band.empty() ? "" : ", " + row.band, shown(100 * row.share, 1), shown(row.n, 0))});
  if (measure.two_states) out.states = {"not counted (0)", "counted (1)"};
  if (!measure.bands.empty())
    for (const Stretch& one : stretches(measure))
      out.zones.push_back(
          {measure.rows[one.first].edge_below(), measure.rows[one.last].edge_above(), measure.rows[one.first].band});
  return out;
}

/// Arrows: right, left.
std::string axis_words(const Measure& measure, const IndicatorInfo& info) {
  if (measure.two_states) return info.low_is_good ? "Low is good" : "High is good";
  return info.low_is_good ? "Score \xC2\xB7 \xE2\x86\x90 low is good" : "Score \xC2\xB7 high is good \xE2\x86\x92";
}

void append_numbers(std::string& out, const Measure& measure, const IndicatorInfo& info, const std::string& id) {
  const bool banded = !measure.bands.empty();
  put(out,
      "<details><summary>Numbers of this chart: {}</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Numbers: {}\"><table class=\"ft\" id=\"{}-table\"><caption class=\"vh\">{}: respondents by "
      "score</caption><thead><tr><th scope=\"col\">Score</th>{}<th scope=\"col\" class=\"n\">Respondents</th><th "
      "scope=\"col\" class=\"n\">Share</th></tr></thead><tbody>",
      escaped(info.label), escaped(info.label), escaped(id), escaped(info.label),
      banded ? "<th scope=\"col\">Band</th>" : "");
  for (const Row& row : measure.rows)
    put(out, "<tr><th scope=\"row\">{}</th>{}<td class=\"n\">{}</td><td class=\"n\">{} %</td></tr>",
        from_to(row.low, row.high, measure.decimals),
        banded ? fmt::format("<td>{}</td>", escaped(row.band.empty() ? "none" : row.band)) : "", shown(row.n, 0),
        shown(100 * row.share, 1));
  out += "</tbody></table></div></details>";
}

void append_measure(std::string& out, const Measure& measure, const IndicatorInfo& info, std::size_t number) {
  const std::string id = "distribution-" + std::to_string(number), finding = finding_of(measure);
  double people = 0;
  for (const Row& row : measure.rows)
    people += row.n;
  const double unit = usual_width(measure);
  const std::string height = measure.two_states
                                 ? "Share of respondents"
                                 : fmt::format("Height: % of respondents per {} {}", shown(unit, decimals_of(unit)),
                                               unit == 1 ? "point" : "points");
  put(out,
      "<figure class=\"dist\"><figcaption><h4>{}</h4><p>{}</p><p class=\"note\">{} respondents. {}.</p></figcaption>{}",
      escaped(info.label), escaped(finding), shown(people, 0), height,
      histogram_svg(histogram_of(measure),
                    {id, info.label + ": respondents by score",
                     finding + " Every bar is a row of the table below the chart.", axis_words(measure, info)}));
  append_numbers(out, measure, info, id);
  out += "</figure>";
}

} // namespace

void append_distributions(std::string& out, const ResultTable& table, const ReportPage& page) {
  put(out, "<h3 id=\"table-{}\">{}</h3><p class=\"sub\">{}</p><div class=\"dists\">", escaped(table.id),
      escaped(table.title), "All areas together, in the bands of the questionnaire's own authors where they set any.");
  const auto& indicators = page.results.indicators;
  for (std::size_t k = 0; k < indicators.size(); ++k)
    if (const Measure measure = measure_of(table, indicators[k].id); measure.rows.size() > 1)
      append_measure(out, measure, indicators[k], k + 1);
  out += "</div>";
  for (const std::string& note : table.notes)
    put(out, "<p class=\"note\">{}</p>", escaped(sentence(note)));
}

} // namespace joinedup
