#include "pipeline/estimation/case_mix.hpp"

#include "base/text.hpp"
#include "pipeline/estimation/adjustment.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

std::string adjusters_in_words(const CaseMixSpec& spec) {
  std::vector<std::string> names;
  for (const Adjuster& adjuster : spec.adjusters)
    names.push_back(adjuster.column + (adjuster.number ? " (number)" : ""));
  return join(names, ", ");
}

} // namespace

CaseMixFindings adjust_case_mix(const KeptFrame& frame, const CaseMixSpec& spec, const Estimates& crude, bool clusters,
                                const DesignChoices& choices, const Replication* replication) {
  CaseMixFindings out;
  out.adjusted = crude;
  const AdjustmentInput input{frame, spec, unit_design(frame.records, clusters, choices), crude.index_indicators,
                              replication};
  if (spec.method == CaseMixMethod::regression) {
    adjust_by_regression(input, out);
    out.settings.push_back(
        {"case mix", "regression with an effect for each area: " + adjusters_in_words(spec), "study"});
    if (spec.area_minimum > 0)
      out.settings.push_back(
          {"case mix, fit", fmt::format("by areas of {} people or more", spec.area_minimum), "study"});
    out.settings.push_back({"case mix of yes or no", spec.logistic ? "logistic regression" : "linear, as all measures",
                            spec.logistic ? "study" : "default"});
    out.settings.push_back(
        {"case mix, missing", "a level of its own; the mean and an indicator for a number", "default"});
  } else {
    standardise_directly(input, out);
    out.settings.push_back(
        {"case mix",
         fmt::format("direct standardisation to everybody's mix of {}, weights multiplied by {} at most",
                     adjusters_in_words(spec), shortest(spec.cap)),
         "study"});
  }
  return out;
}

} // namespace joinedup
