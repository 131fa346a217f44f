// Section 1: who was asked, and every record of the inputs accounted for.
#include "report/html/page.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

void append_who(std::string& out, const StudySpec& study) {
  const auto line = [&out](std::string_view head, const std::string& text) {
    if (!text.empty()) put(out, "<dt>{}</dt><dd>{}</dd>", head, escaped(text));
  };
  if (study.population.empty() && study.purpose.empty() && study.fieldwork.empty() && study.role.empty()) {
    out += "<p>The study file does not say who was asked, when or why: name its population, fieldwork and purpose to "
           "have them printed here.</p>";
    return;
  }
  out += "<dl class=\"who\">";
  line("Who was asked", study.population);
  line("Why", study.purpose);
  line("When", study.fieldwork);
  line("Who answered", capitalised(study.role));
  out += "</dl>";
}

class Lines {
public:
  Lines(std::string& out, std::uint64_t read) : out_(out), read_(read) {}
  void add(const std::string& name, std::uint64_t records, std::string_view css = "") {
    const double share = read_ == 0 ? 0 : static_cast<double>(records) / static_cast<double>(read_) * 100;
    put(out_, "<tr{}><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
        css.empty() ? "" : fmt::format(" class=\"{}\"", css), escaped(name), with_thousands(records), shown(share, 1));
  }
  void add_some(const std::string& name, std::uint64_t records) {
    if (records > 0) add(name, records);
  }

private:
  std::string& out_;
  std::uint64_t read_;
};

void append_reconciliation(std::string& out, const Reconciliation& r) {
  const bool whole = r.sum() == r.read;
  put(out,
      "<h3>{}</h3><p class=\"sub\">Every record read is on one line.</p>"
      "<table class=\"rec\"><caption class=\"vh\">What became of each record</caption><thead><tr>"
      "<th scope=\"col\">What became of it</th><th scope=\"col\" class=\"n\">Records</th>"
      "<th scope=\"col\" class=\"n\">%</th></tr></thead><tbody>",
      whole ? fmt::format("All {} records are accounted for", with_thousands(r.read))
            : fmt::format("{} records read, {} accounted for", with_thousands(r.read), with_thousands(r.sum())));
  Lines lines(out, r.read);
  lines.add("Records read", r.read, "tot");
  lines.add("Scored in full", r.scored_full);
  lines.add_some("Scored in part", r.scored_part);
  lines.add_some("Scored under a missing rule", r.scored_prorated);
  for (const auto& [reason, records] : r.not_scored)
    lines.add_some("Not scored: " + reason, records);
  for (std::size_t i = 1; i < drop_reasons; ++i)
    lines.add_some("Left out: " + std::string(words(static_cast<DropReason>(i))), r.dropped.at(i));
  lines.add("Sum of the lines below \xE2\x80\x9Cread\xE2\x80\x9D", r.sum(), "tot");
  out += "</tbody></table>";
}

void append_unknown_areas(std::string& out, const Reconciliation& r) {
  if (r.unknown_areas.empty()) return;
  put(out,
      "<details><summary>{} not known to the geography</summary><table class=\"rec sm\">"
      "<caption class=\"vh\">Area codes not known to the geography</caption><thead><tr><th scope=\"col\">Code as "
      "found</th>"
      "<th scope=\"col\" class=\"n\">Records</th></tr></thead><tbody>",
      capitalised(counted(r.unknown_areas.size(), "area code is", "area codes are")));
  for (const auto& [code, records] : r.unknown_areas)
    put(out, "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td></tr>", escaped(code), with_thousands(records));
  out += "</tbody></table></details>";
}

std::string reason_in_words(std::string reason) {
  std::replace(reason.begin(), reason.end(), '_', ' ');
  return capitalised(reason);
}

/// Reasons are kept apart: a question that was not shown says something else than one that was left.
void append_no_answer(std::string& out, const Reconciliation& r) {
  if (r.no_answer.empty()) return;
  out += "<details><summary>Questions without an answer, by reason</summary><table class=\"rec sm\">"
         "<caption class=\"vh\">Answers that lack, by questionnaire and reason</caption><thead><tr>"
         "<th scope=\"col\">Questionnaire</th><th scope=\"col\">Reason</th><th scope=\"col\" class=\"n\">Answers</th>"
         "</tr></thead><tbody>";
  for (const auto& [instrument, reasons] : r.no_answer)
    for (const auto& [reason, cells] : reasons)
      put(out, "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}</td></tr>", escaped(instrument),
          escaped(reason_in_words(reason)), with_thousands(cells));
  out += "</tbody></table></details>";
}

} // namespace

void append_answered(std::string& out, const ReportPage& page) {
  out += "<section id=\"answered\"><h2>1. Who answered</h2>";
  append_who(out, page.results.study);
  append_reconciliation(out, page.results.reconciliation);
  append_unknown_areas(out, page.results.reconciliation);
  append_no_answer(out, page.results.reconciliation);
  append_further_tables(out, page, TableSection::answered);
  out += "<p class=\"note\">Those who did not answer may differ from those who did. The intervals in this report count "
         "sampling chance only.</p></section>";
}

} // namespace joinedup
