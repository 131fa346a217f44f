// The top of the page: notices, the answer in one sentence, caveats, three or four facts, contents.
#include "report/html/page.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

/// A study that shows the method on invented or unrepresentative data; its title says so.
bool demonstration(const RunResults& results) {
  const std::string titles = lower(results.index.title + " " + results.study.study);
  return titles.find("demonstration") != std::string::npos || titles.find("simulated") != std::string::npos ||
         titles.find("synthetic") != std::string::npos;
}

void append_notices(std::string& out, const RunResults& results) {
  const std::vector<std::string> all = report_notices(results);
  put(out, "<div class=\"{}\"><ul>", demonstration(results) ? "warn demo" : "warn");
  for (std::size_t i = 0; i < all.size() && i < notices_in_sight; ++i)
    put(out, "<li>{0}{1}{2}</li>", i == 0 ? "<strong>" : "", escaped(all[i]), i == 0 ? "</strong>" : "");
  if (all.size() > notices_in_sight)
    put(out, "<li><a href=\"#notices\">{}</a></li>",
        counted(all.size() - notices_in_sight, "further notice", "further notices"));
  const auto noted = std::ranges::count_if(results.indicators, [](const auto& i) { return !i.notice.empty(); });
  if (noted > 0)
    put(out, "<li><a href=\"#measures\">Read also the {} in section 3</a></li>",
        noted == 1 ? std::string("note on a measure") : fmt::format("notes on {} measures", noted));
  out += "</ul></div>";
}

void append_fact(std::string& out, const std::string& head, const std::string& text) {
  put(out, "<li><b>{}</b>{}</li>", escaped(head), escaped(text));
}

void append_answers_fact(std::string& out, const RunResults& results) {
  if (!results.total.n) return;
  const Reconciliation& r = results.reconciliation;
  std::string text = "Answers with at least one usable measure of the index.";
  if (r.read > 0) text += fmt::format(" {} records were read; section 1 accounts for each.", with_thousands(r.read));
  append_fact(out, counted(*results.total.n, "person answered", "people answered"), text);
}

void append_ranks_fact(std::string& out, const RunResults& results) {
  const RankSummary ranks = summarise_ranks(results);
  if (ranks.ranked < 5) return;
  append_fact(
      out, "Ranks are ranges, not places",
      fmt::format("Half of the {} ranked areas could stand anywhere in a range of {} or more, so no league table "
                  "is printed.",
                  ranks.ranked, counted(ranks.median_places, "place", "places")));
}

void append_marks_fact(std::string& out, const RunResults& results) {
  const MarkCounts m = count_marks(results);
  const std::size_t marked = m.caution + m.partial + m.coverage;
  std::vector<std::string> parts;
  if (m.hidden > m.secondary)
    parts.push_back(counted(m.hidden - m.secondary, "area had", "areas had") +
                    fmt::format(" fewer than {} answers", results.study.disclosure.minimum));
  if (m.secondary > 0) parts.push_back(counted(m.secondary, "is", "are") + " hidden to protect another");
  if (m.caution > 0) parts.push_back(counted(m.caution, "needs", "need") + " caution");
  if (m.partial + m.coverage > 0) parts.push_back(counted(m.partial + m.coverage, "lacks", "lack") + " a measure");
  if (parts.empty())
    append_fact(out, "No area is hidden",
                results.total.n ? "Every area had enough answers to be shown."
                                : "The index is made of figures that were published already.");
  else
    append_fact(
        out,
        fmt::format("{} hidden, {} marked", m.hidden == 0 ? "No area" : counted(m.hidden, "area", "areas"), marked),
        sentence(listed(parts)));
}

void append_variance_fact(std::string& out, const RunResults& results) {
  const IndicatorInfo* most = nullptr;
  std::size_t parts = 0;
  for (const IndicatorInfo& info : results.indicators) {
    if (info.domain.empty() || !info.variance_share) continue;
    ++parts;
    if (!most || *info.variance_share > *most->variance_share) most = &info;
  }
  if (!most || parts < 2 || *most->variance_share <= 0) return;
  append_fact(out, "What moves the index most",
              fmt::format("{}: {} % of the differences between areas, at a weight of {} %.", most->label,
                          shown_percent(*most->variance_share), shown_percent(most->weight)));
}

void append_contents(std::string& out, const ReportPage& page) {
  out += "<nav aria-labelledby=\"contents\"><h2 class=\"ct\" id=\"contents\">Contents</h2><ol>"
         "<li><a href=\"#answered\">Who answered</a></li>"
         "<li><a href=\"#compared\">How areas compare, and how sure we are</a></li>"
         "<li><a href=\"#measures\">The measures</a></li>"
         "<li><a href=\"#one\">Where one area stands</a></li>"
         "<li><a href=\"#hidden\">What was hidden or left out</a></li>"
         "<li><a href=\"#method\">How it was done, and sources</a></li>";
  put(out, "<li><a href=\"#pages\">Area pages ({})</a></li></ol></nav>", page.results.areas.size());
}

/// The headline with its first number in bold.
std::string answer_html(const RunResults& results) {
  std::string text = escaped(headline_sentence(results));
  const std::size_t end = text.find(" out of 100");
  const std::size_t start = end == std::string::npos ? end : text.rfind(' ', end - 1);
  if (start == std::string::npos) return text;
  constexpr std::string_view words_after = " out of 100";
  text.insert(end + words_after.size(), "</b>");
  return text.insert(start + 1, "<b>");
}

std::string kicker(const RunResults& results) {
  std::vector<std::string> parts;
  for (const std::string* part : {&results.study.study, &results.study.fieldwork, &results.geography_title})
    if (!part->empty()) parts.push_back(*part);
  return join(parts, " \xC2\xB7 ");
}

} // namespace

void append_headline(std::string& out, const ReportPage& page) {
  const RunResults& results = page.results;
  put(out,
      "<header class=\"top\"><div class=\"wrap\"><p><b>Integration Index report</b> <span>{}</span></p></div></header>"
      "<main id=\"main\" class=\"wrap\" tabindex=\"-1\">",
      counted(results.areas.size(), "area", "areas"));
  const bool first = demonstration(results);
  if (first) append_notices(out, results);
  put(out, "<p class=\"kick\">{}</p><h1>{}</h1><p class=\"answer\">{}</p>", escaped(kicker(results)),
      escaped(results.index.title.empty() ? "Integration Index by area" : results.index.title), answer_html(results));
  if (!first) append_notices(out, results);
  out += "<ul class=\"facts\">";
  append_answers_fact(out, results);
  append_ranks_fact(out, results);
  append_marks_fact(out, results);
  append_variance_fact(out, results);
  out += "</ul>";
  append_contents(out, page);
}

} // namespace joinedup
