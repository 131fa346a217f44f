// One area on one page: sentence, key figures, caveat, profile, and the parts of its gap.
#include "report/html/cells.hpp"
#include "report/html/page.hpp"
#include "report/html/peers_profile.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

namespace joinedup {
namespace {

void append_key_figures(std::string& out, const ReportPage& page, const AreaResult& area) {
  const auto figure = [&out](std::string_view head, const std::string& html) {
    put(out, "<div><dt>{}</dt><dd>{}</dd></div>", head, html);
  };
  const Comparison& c = area.comparison;
  out += "<dl class=\"kv\">";
  figure("Answers", area.n ? with_thousands(*area.n) : area.status.hidden() ? "none" : "not counted");
  if (page.compared) figure("Against " + page.target, band_html(page.wording, c.band_sampling, Question::sampling));
  if (page.spread) figure("Against the usual spread", band_html(page.wording, c.band, Question::spread));
  if (page.ranks)
    figure("Rank between", area.rank_interval
                               ? fmt::format("{} and {} of {}", area.rank_interval->low, area.rank_interval->high,
                                             summarise_ranks(page.results).ranked)
                               : "<span class=\"q\">not ranked</span>");
  if (area.reliability) figure("Reliability", shown(*area.reliability, 2));
  out += "</dl>";
}

std::string caution_words(const RunResults& results, const AreaResult& area) {
  if (!area.status.caution) return {};
  if (area.n && *area.n < results.study.disclosure.caution)
    return fmt::format("Only {} answered here: read with caution. The area is not ranked.",
                       counted(*area.n, "person", "people"));
  return "The reliability of the index is below 0.7 here: read with caution. The area is not ranked.";
}

void append_caveat(std::string& out, const ReportPage& page, const AreaResult& area) {
  std::vector<std::string> lines;
  if (const std::string caution = caution_words(page.results, area); !caution.empty()) lines.push_back(caution);
  if (area.status.partial && !area.reason.empty()) lines.push_back(sentence(capitalised(area.reason)));
  if (page.results.crude_outcomes)
    lines.emplace_back("Age, illness and deprivation differ between areas and have not been allowed for.");
  if (!lines.empty()) put(out, "<p class=\"warn\">{}</p>", escaped(join(lines, " ")));
}

std::string kicker(const ReportPage& page, const AreaResult& area) {
  std::string region;
  for (const Region& known : page.results.regions_known)
    if (known.code == area.region) region = known.name + " \xC2\xB7 ";
  return region + area.code;
}

} // namespace

void append_area_page(std::string& out, const ReportPage& page, const AreaResult& area, const std::string& list) {
  const std::string anchor = page.anchor(area);
  put(out,
      "<article class=\"area\" id=\"{0}\" aria-labelledby=\"{0}-name\"><p class=\"kick\">{1}</p><h3 "
      "id=\"{0}-name\">{2}{3}</h3>"
      "<p class=\"lead\">{4}</p>",
      anchor, escaped(kicker(page, area)), escaped(area.name.empty() ? area.code : area.name), tag_html(area.status),
      escaped(area_sentence(page.results, area)));
  if (!area.status.hidden()) {
    append_key_figures(out, page, area);
    append_caveat(out, page, area);
  }
  append_profile(out, page, area);
  append_peers_profile(out, page, area);
  append_parts(out, page, area);
  if (!list.empty()) put(out, "<p class=\"back\"><a href=\"{}\">To the list of areas</a></p>", list);
  out += "</article>";
}

} // namespace joinedup
