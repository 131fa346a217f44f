#include "pipeline/partial/share_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace joinedup {

Diagnostics share_limits(const BenchmarkRequest& request, const BenchmarkSetup& setup) {
  Diagnostics out;
  const StudySpec& study = setup.study.study;
  const auto refuse = [&out](const std::string& what, const std::string& why, const std::string& hint) {
    out.error("J176", {}, fmt::format("--share does without {}: {}", what, why), hint);
  };
  const std::string elsewhere = "leave it out of the study, or run joinedup benchmark where the survey is";
  if (request.survey.files.empty())
    refuse("survey files that the study names", "a shared partial tells nothing of files",
           "name them on the command line");
  if (setup.with_clusters)
    refuse("clusters", "their variances need sums by cluster, and clusters are small", "leave out --cluster");
  if (study.rake) refuse("raking", "it weights every record anew", elsewhere);
  if (study.case_mix) refuse("case mix", "it needs each record's adjusters", elsewhere);
  if (study.estimation.uncertainty != Uncertainty::linearised)
    refuse("replicates", "they draw single records", "\"uncertainty\": \"linearised\" is the default");
  if (!study.by.empty()) refuse("figures by subgroup (by)", "subgroups of an area are small", elsewhere);
  if (setup.study.answered.mode || setup.study.answered.role)
    refuse("columns of mode and role", "they count small groups of an area", elsewhere);
  if (study.issued)
    refuse("response rates (issued)", "people who are withheld would count as having sent nothing back", elsewhere);
  if (setup.study.earlier)
    refuse("an earlier release (against)", "its areas hide other people than those withheld here",
           "give it to a benchmark of the survey");
  if (!setup.survey.tables.empty())
    refuse("licensed tables (--table)", "the table would be passed on in the partial",
           "choose a score that needs no table of yours");
  if (std::ranges::any_of(setup.binding.indicators, [](const BoundIndicator& b) { return b.spec.table.has_value(); }))
    refuse("indicators of tables by area", "they need no survey", "choose an index of scores with --index");
  return out;
}

} // namespace joinedup
