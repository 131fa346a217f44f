// report.html: one self-contained file that works offline and without scripts.
#include "report/html/page.hpp"

#include "report/hide.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"
#include "report/svg/strip.hpp"
#include "report/writers.hpp"

#include "base/text.hpp"

#include <embedded/style.hpp>

#include <algorithm>

namespace joinedup {
namespace {

bool by_name(const AreaResult* a, const AreaResult* b) {
  const std::string left = lower(list_name(*a)), right = lower(list_name(*b));
  return left == right ? a->code < b->code : left < right;
}

const AreaResult* region_row(const RunResults& results, const std::string& code) {
  const auto found = std::ranges::find(results.regions, code, &AreaResult::code);
  return found == results.regions.end() ? nullptr : &*found;
}

std::vector<AreaGroup> grouped(const RunResults& results) {
  std::vector<AreaGroup> groups;
  std::vector<const AreaResult*> rest;
  for (const Region& region : results.regions_known)
    groups.push_back({region.name, region_row(results, region.code), {}});
  for (const AreaResult& area : results.areas) {
    const auto known = std::ranges::find(results.regions_known, area.region, &Region::code);
    if (area.region.empty() || known == results.regions_known.end())
      rest.push_back(&area);
    else
      groups[static_cast<std::size_t>(known - results.regions_known.begin())].areas.push_back(&area);
  }
  std::erase_if(groups, [](const AreaGroup& group) { return group.areas.empty(); });
  if (!rest.empty()) groups.push_back({groups.empty() ? "" : "Without a region", nullptr, rest});
  for (AreaGroup& group : groups)
    std::ranges::sort(group.areas, by_name);
  return groups;
}

bool plain(std::string_view code) {
  return !code.empty() && std::ranges::all_of(code, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

} // namespace

void append_page_head(std::string& out, const RunResults& results, const std::string& area) {
  put(out,
      "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      "<meta name=\"referrer\" content=\"no-referrer\"><title>{}{}{}</title><style>",
      area.empty() ? "" : escaped(area) + ": ", escaped(results.index.title),
      results.study.study.empty() ? "" : ": " + escaped(results.study.study));
  for (const embedded::File& file : embedded::style())
    out += file.text;
  out += "</style></head><body><a class=\"skip\" href=\"#main\">Skip to the results</a>";
  out += mark_symbols();
}

std::string percent_kept(const std::string& html) {
  std::string out;
  out.reserve(html.size() + html.size() / 100);
  for (std::size_t i = 0; i < html.size(); ++i) {
    const bool between = html[i] == ' ' && i > 0 && html[i - 1] >= '0' && html[i - 1] <= '9' && i + 1 < html.size() &&
                         html[i + 1] == '%';
    between ? out += "\xC2\xA0" : out += html[i];
  }
  return out;
}

ReportPage::ReportPage(const RunResults& published)
    : results(published), wording(published), groups(grouped(published)), target(escaped(published.target.name)) {
  for (const AreaResult& area : results.areas) {
    compared = compared || area.comparison.band_sampling != Band::none;
    spread = spread || area.comparison.band != Band::none;
    ranks = ranks || area.rank_interval.has_value();
    for (const IndicatorResult& indicator : area.indicators) {
      measures_compared = measures_compared || indicator.comparison.band_sampling != Band::none;
      measures_spread = measures_spread || indicator.comparison.band != Band::none;
    }
  }
}

std::string ReportPage::anchor(const AreaResult& area) const {
  if (plain(area.code)) return "area-" + area.code;
  const auto number = std::ranges::find(results.areas, area.code, &AreaResult::code) - results.areas.begin();
  return fmt::format("area-number-{}", number + 1);
}

std::string report_html(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  const ReportPage page(results);
  std::string out;
  out.reserve(std::size_t{1} << 20U);
  append_page_head(out, results, "");
  append_headline(out, page);
  append_answered(out, page);
  append_compared(out, page);
  append_measures(out, page);
  append_chooser(out, page);
  append_hidden(out, page);
  append_method(out, page);
  out += "<section id=\"pages\"><h2>7. Area pages</h2><p>In the order of the table of section 2. Each prints on a page "
         "of its own.</p>";
  for (const AreaGroup& group : page.groups)
    for (const AreaResult* area : group.areas)
      append_area_page(out, page, *area, "#one");
  out += "</section></main>";
  put(out,
      "<footer><div class=\"wrap\"><p>Made by joinedup {} from the files named in this report. The same files and "
      "settings make the same page, byte for byte. The figures are in index.csv, indicators.csv and results.json "
      "beside it, the run record in run.json.</p></div></footer></body></html>\n",
      escaped(results.version));
  return percent_kept(out);
}

} // namespace joinedup
