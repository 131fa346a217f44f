// Section 4: the way to one area's page, by region.
#include "report/html/page.hpp"
#include "report/html/text.hpp"

namespace joinedup {

void append_chooser(std::string& out, const ReportPage& page) {
  put(out,
      "<section id=\"one\"><h2>4. Where one area stands</h2><p>Each area has a page that prints alone. It gives the "
      "gap from "
      "{}, the measures that make the gap, and how sure each is.</p><div class=\"choose\">",
      page.target);
  for (const AreaGroup& group : page.groups) {
    out += "<div>";
    if (!group.name.empty()) put(out, "<h3>{}</h3>", escaped(group.name));
    out += "<ul>";
    for (const AreaResult* area : group.areas)
      put(out, "<li><a href=\"#{}\">{}</a></li>", page.anchor(*area),
          escaped(area->name.empty() ? area->code : area->name));
    out += "</ul></div>";
  }
  out += "</div></section>";
}

} // namespace joinedup
