// Section 5: the suppression notice, and what each mark means.
#include "report/html/page.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

namespace joinedup {
namespace {

void append_rules(std::string& out, const DisclosureSpec& d) {
  put(out,
      "<p>A figure that rests on fewer than {0} answers is hidden, and so is its number of answers. Where that alone "
      "would let "
      "it be worked out from a region or the whole, the next smallest is hidden too. That holds in every file of "
      "this run.</p><p>Shares of 0 % and 100 % on fewer than 30 answers read &lt;5 % and &gt;95 % here, so that none "
      "and "
      "all are not read as certain. That is a rule of this page: the files hold the number itself.</p>",
      d.minimum);
}

/// The notice itself, on paper as on screen: which areas, and for which of the two reasons.
void append_reasons(std::string& out, const RunResults& results, const MarkCounts& m) {
  std::vector<std::string> few, protecting, before;
  for (const AreaResult& area : results.areas)
    if (area.status.hidden())
      (area.status.suppressed              ? few
       : area.status.disclosure_difference ? before
                                           : protecting)
          .push_back(list_name(area));
  if (!few.empty())
    put(out, "<p>Fewer than {} answers: {}.</p>", results.study.disclosure.minimum, escaped(join(few, "; ")));
  if (!protecting.empty())
    put(out, "<p>Hidden so that another area\xE2\x80\x99s figure cannot be worked out: {}.</p>",
        escaped(join(protecting, "; ")));
  if (!before.empty())
    put(out, "<p>Hidden since with an earlier release they would tell of too few people: {}.</p>",
        escaped(join(before, "; ")));
  const std::size_t lines = results.suppression_log.size();
  if (lines > m.hidden)
    put(out, "<p>With the single measures, {} hidden.</p>", counted(lines, "figure is", "figures are"));
}

void append_log(std::string& out, const RunResults& results) {
  const MarkCounts m = count_marks(results);
  put(out, "<h3>{}</h3>",
      m.hidden == 0 ? std::string("No area is hidden")
                    : fmt::format("{} {} hidden", counted(m.hidden, "area", "areas"), m.hidden == 1 ? "is" : "are"));
  if (results.suppression_log.empty()) {
    out += "<p>Nothing was hidden in this run.</p>";
    return;
  }
  append_reasons(out, results, m);
  constexpr std::size_t in_sight = 12;
  const std::size_t lines = results.suppression_log.size();
  if (lines > in_sight) put(out, "<details><summary>All {} hidden figures, by rule</summary>", lines);
  out += "<ul>";
  for (const std::string& line : results.suppression_log)
    put(out, "<li>{}</li>", escaped(line));
  out += lines > in_sight ? "</ul></details>" : "</ul>";
}

} // namespace

void append_marks(std::string& out, const RunResults& results) {
  const DisclosureSpec& d = results.study.disclosure;
  put(out,
      "<h3>What the marks mean</h3><dl class=\"marks\"><dt>caution</dt><dd>Fewer than {} answers, or a reliability "
      "below 0.7: "
      "shown and compared, but not ranked. A hollow mark.</dd><dt>partial</dt><dd>A measure of the index is missing or "
      "hidden "
      "here. The others stand for it as differences from the whole: shown, not compared or ranked. A hollow "
      "square.</dd>"
      "<dt>too few measures</dt><dd>Less than {} % of the index, or of one of its domains less than {} %, is left: no "
      "index is "
      "shown.</dd><dt>[c]</dt><dd>Hidden to protect people\xE2\x80\x99s answers.</dd></dl>",
      d.caution, shown_percent(results.index.coverage_total), shown_percent(results.index.coverage_domain));
}

void append_hidden(std::string& out, const ReportPage& page) {
  out += "<section id=\"hidden\"><h2>5. What was hidden or left out</h2>";
  append_rules(out, page.results.study.disclosure);
  append_log(out, page.results);
  append_marks(out, page.results);
  out += "</section>";
}

} // namespace joinedup
