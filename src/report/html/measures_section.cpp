// Section 3: each measure for the whole, how areas differ in it, and what it weighs; companions with their own bands.
#include "report/html/measures_tables.hpp"
#include "report/html/page.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

/// What chance alone would do, where enough areas are compared to say so.
std::string chance_words(const ReportPage& page) {
  std::size_t most = 0;
  for (std::size_t i = 0; i < page.results.indicators.size(); ++i)
    most = std::max(most, count_indicator(page.results, page.wording, i).compared);
  constexpr std::size_t enough = 10;
  return most < enough ? ""
                       : fmt::format(" Of {} areas {} would be by chance alone.", most,
                                     by_chance(most, page.results.study.comparison));
}

std::string heading(const ReportPage& page) {
  const IndicatorInfo* most = nullptr;
  ComparisonCounts of_most;
  for (std::size_t i = 0; i < page.results.indicators.size(); ++i) {
    const ComparisonCounts c = count_indicator(page.results, page.wording, i);
    if (c.compared > 0 && (!most || c.differ() > of_most.differ())) {
      most = &page.results.indicators[i];
      of_most = c;
    }
  }
  if (!most || of_most.differ() == 0) return "Each measure by itself";
  return fmt::format("{} differs from {} in the most areas: {} of {}", most->label, page.results.target.name,
                     of_most.differ(), of_most.compared);
}

void append_band_counts(std::string& out, const ReportPage& page, const IndicatorInfo& info,
                        const ComparisonCounts& c) {
  if (!info.banded || c.compared == 0) {
    put(out, "<td colspan=\"{}\" class=\"q\">{}</td>", page.measures_spread ? 4 : 3,
        info.banded ? "no area compared" : "not compared: shown without bands");
    return;
  }
  put(out, "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>", c.compared, c.higher(), c.lower());
  if (page.measures_spread) put(out, "<td class=\"n\">{}</td>", c.spread_known == 0 ? "" : std::to_string(c.outside()));
}

void append_measure(std::string& out, const ReportPage& page, std::size_t number) {
  const IndicatorInfo& info = page.results.indicators[number];
  const UnitStyle style = unit_style(info);
  const IndicatorResult* total = indicator_at(page.results.total, number);
  put(out, "<tr><th scope=\"row\">{}<span class=\"un\">{}{}{}</span></th>", escaped(info.label),
      escaped(shown_range(info)), info.low_is_good ? ", low is good" : "",
      info.value_set.empty() ? "" : ", value set " + escaped(info.value_set));
  const auto estimate = total ? total->estimate : Estimated{};
  put(out, "<td class=\"n\">{}</td><td class=\"n v\">{}</td><td class=\"iv\">{}</td>",
      total && total->n ? with_thousands(*total->n) : "",
      shown_value(estimate.value, style, total ? total->n : std::nullopt), shown_value_interval(estimate, style));
  put(out, "<td class=\"n\">{}</td>", info.domain.empty() ? "0" : shown_percent(info.weight));
  append_band_counts(out, page, info, count_indicator(page.results, page.wording, number));
  out += "</tr>";
}

void append_head(std::string& out, const ReportPage& page) {
  put(out,
      "<table class=\"meas\"><caption class=\"vh\">The measures for the whole and how many areas "
      "differ</caption><thead>"
      "<tr><th scope=\"col\">Measure</th><th scope=\"col\" class=\"n\">Answers</th><th scope=\"col\" "
      "class=\"n\">{}</th>"
      "<th scope=\"col\">95 % interval</th><th scope=\"col\" class=\"n\">Weight %</th><th scope=\"col\" "
      "class=\"n\">Areas compared"
      "</th><th scope=\"col\" class=\"n\">{}</th><th scope=\"col\" class=\"n\">{}</th>",
      escaped(page.results.total_name.empty() ? "All" : page.results.total_name),
      capitalised(std::string(page.wording.up())), capitalised(std::string(page.wording.down())));
  if (page.measures_spread) out += "<th scope=\"col\" class=\"n\">Outside the usual spread</th>";
  out += "</tr></thead><tbody>";
}

void append_notices(std::string& out, const RunResults& results) {
  std::string lines;
  for (const IndicatorInfo& info : results.indicators)
    if (!info.notice.empty())
      put(lines, "<li><strong>{}.</strong> {}</li>", escaped(info.label), escaped(sentence(info.notice)));
  if (!lines.empty()) put(out, "<div class=\"warn\"><ul>{}</ul></div>", lines);
}

} // namespace

void append_measures(std::string& out, const ReportPage& page) {
  const auto& indicators = page.results.indicators;
  put(out, "<section id=\"measures\"><h2>3. The measures</h2><h3>{}</h3><p class=\"sub\">Each in its own unit{}</p>",
      escaped(heading(page)),
      page.results.indicators.empty()
          ? "."
          : fmt::format(", with how many areas are {} or {} than {} by more than sampling "
                        "chance.{}",
                        page.wording.up(), page.wording.down(), page.target, chance_words(page)));
  out += "<div class=\"scroll\" role=\"region\" aria-label=\"Table of measures\" tabindex=\"0\">";
  append_head(out, page);
  bool companions = false;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].domain.empty() && !companions) {
      put(out,
          "<tr class=\"hd\"><th scope=\"rowgroup\" colspan=\"{}\">Companions: printed beside the index, not in "
          "it</th></tr>",
          page.measures_spread ? 9 : 8);
      companions = true;
    }
    append_measure(out, page, i);
  }
  out += "</tbody></table></div>";
  append_notices(out, page.results);
  append_measures_tables(out, page);
  out += "</section>";
}

} // namespace joinedup
