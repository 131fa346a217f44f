// area-CODE.html: one area's page as a file of its own, with what a reader needs who has no other page.
#include "report/hide.hpp"
#include "report/html/page.hpp"
#include "report/html/text.hpp"
#include "report/outputs.hpp"

#include "base/text.hpp"

namespace joinedup {
namespace {

std::string kicker(const RunResults& results) {
  std::vector<std::string> parts;
  for (const std::string* part : {&results.study.study, &results.study.fieldwork, &results.geography_title})
    if (!part->empty()) parts.push_back(*part);
  return join(parts, " \xC2\xB7 ");
}

void append_notices(std::string& out, const RunResults& results) {
  out += "<div class=\"warn\"><ul>";
  for (const std::string& notice : report_notices(results))
    put(out, "<li>{}</li>", escaped(notice));
  out += "</ul></div>";
}

std::string area_file(const ReportPage& page, const AreaResult& area) {
  const RunResults& results = page.results;
  std::string out;
  append_page_head(out, results, area.name.empty() ? area.code : area.name);
  put(out,
      "<header class=\"top\"><div class=\"wrap\"><p><b>Integration Index report</b> <span>one area of "
      "{}</span></p></div></header><main id=\"main\" class=\"wrap\" tabindex=\"-1\"><p "
      "class=\"kick\">{}</p><h1>{}</h1>",
      results.areas.size(), escaped(kicker(results)),
      escaped(results.index.title.empty() ? "Integration Index by area" : results.index.title));
  append_notices(out, results);
  append_area_page(out, page, area, "");
  out += "<section id=\"method\"><h2>How to read this page</h2>";
  append_marks(out, results);
  out += "<h3>The method in words</h3>";
  append_steps(out, page);
  out += "</section></main>";
  put(out,
      "<footer><div class=\"wrap\"><p>Made by joinedup {}. The same results make the same page, byte for byte. Figures "
      "of "
      "all areas are in the results folder of the run, from which this page was "
      "made.</p></div></footer></body></html>\n",
      escaped(results.version));
  return percent_kept(out);
}

} // namespace

std::vector<OutputText> area_files(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  const ReportPage page(results);
  std::vector<OutputText> out;
  for (const AreaResult& area : results.areas)
    out.push_back({page.anchor(area) + ".html", area_file(page, area)});
  return out;
}

} // namespace joinedup
