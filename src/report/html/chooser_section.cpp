// Section 4: the way to one area's page, by region.
#include "report/html/page.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

namespace joinedup {

void append_chooser(std::string& out, const ReportPage& page) {
  put(out,
      "<section id=\"one\"><h2>4. Where one area stands</h2><p>Each area has a page that prints alone: {}.</p><div "
      "class=\"choose\">",
      page.compared ? "the gap from " + page.target + ", the measures that make the gap, and how sure each is"
                    : "its measures beside those of the whole");
  for (const AreaGroup& group : page.groups) {
    out += "<div>";
    if (!group.name.empty()) put(out, "<h3>{}</h3>", escaped(group.name));
    out += "<ul>";
    for (const AreaResult* area : group.areas)
      put(out, "<li><a href=\"#{}\">{}</a></li>", page.anchor(*area), escaped(list_name(*area)));
    out += "</ul></div>";
  }
  out += "</div></section>";
}

} // namespace joinedup
