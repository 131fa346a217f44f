// The caveats of a run: first those of the run itself, then what the report owes its readers where none says it yet.
#include "report/html/page.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {
namespace {

/// A notice on one measure stands beside that measure, in section 3: said once, not twice.
bool of_a_measure(const RunResults& results, const std::string& notice) {
  return std::ranges::any_of(results.indicators, [&notice](const IndicatorInfo& info) {
    return !info.notice.empty() && notice == info.label + ": " + info.notice;
  });
}

bool says(const std::vector<std::string>& notices, std::string_view word) {
  return std::ranges::any_of(notices,
                             [word](const std::string& n) { return lower(n).find(word) != std::string::npos; });
}

/// The study's or the index's title says that the people are invented.
bool simulated(const RunResults& results) {
  const std::vector<std::string> titles = {results.index.title, results.study.study};
  return says(titles, "simulated") || says(titles, "synthetic");
}

} // namespace

std::vector<std::string> report_notices(const RunResults& results) {
  std::vector<std::string> of_run;
  for (const std::string& notice : results.notices)
    if (!of_a_measure(results, notice)) of_run.push_back(sentence(capitalised(notice)));
  std::vector<std::string> out;
  if (results.crude_outcomes && !says(of_run, "deprivation"))
    out.emplace_back("Age, illness and deprivation differ between areas and have not been allowed for, so this page "
                     "says higher and lower, not better and worse.");
  if (!says(of_run, "official"))
    out.emplace_back("No official Integration Index has been published: this one is a proposal, and its weights are a "
                     "choice that others could make differently.");
  // After the run's first, so that nothing of weight is left below the fold.
  const std::size_t first = std::min<std::size_t>(of_run.size(), 1);
  out.insert(out.begin(), of_run.begin(), of_run.begin() + static_cast<std::ptrdiff_t>(first));
  out.insert(out.end(), of_run.begin() + static_cast<std::ptrdiff_t>(first), of_run.end());
  if (simulated(results) && !says(of_run, "simulated"))
    out.insert(out.begin(), "Simulated answers of invented people: no number here says anything about a real area.");
  return out;
}

void append_further_notices(std::string& out, const ReportPage& page) {
  const std::vector<std::string> all = report_notices(page.results);
  if (all.size() <= notices_in_sight) return;
  out += "<h3 id=\"notices\">Further notices</h3><ul>";
  for (std::size_t i = notices_in_sight; i < all.size(); ++i)
    put(out, "<li>{}</li>", escaped(all[i]));
  out += "</ul>";
}

} // namespace joinedup
