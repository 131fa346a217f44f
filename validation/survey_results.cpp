#include "survey_results.hpp"

#include "base/render.hpp"
#include "exports/dictionary.hpp"
#include "pipeline/assemble.hpp"
#include "pipeline/estimation.hpp"

#include <stdexcept>

namespace joinedup::validation {

namespace {

/// What reading a file gathers: exact sums, the records too where a method needs them again, and texts by number.
class Gathered {
public:
  Gathered(const std::vector<AreaDesign>& areas, const Analysis& analysis, const StudySpec& study,
           const RunResults& empty)
      : areas_(areas), analysis_(analysis), keep_(columns_to_keep(study)), sums_(design(empty)) {
    if (keep_) records_.emplace(empty.indicators.size(), keep_->numbers.size(), keep_->categories.size());
  }

  void add(const Respondent& person, std::span<const double> scores) {
    const std::uint32_t stratum = analysis_.strata ? strata_.number(areas_[person.area].code) : 0;
    const std::uint32_t cluster = analysis_.clusters ? clusters_.number(std::to_string(person.cluster)) : 0;
    const double weight = analysis_.weights ? person.weight : 1;
    sums_.add(person.area, stratum, cluster, weight, 1, scores);
    if (!records_) return;
    levels_of_.clear();
    for (const std::string& column : keep_->categories)
      levels_of_.push_back(levels_.number(level(column, person)));
    records_->add({person.area, stratum, cluster, weight, 1, scores, {}, levels_of_});
  }

  Estimation estimation(const StudySpec& study) {
    return estimate({study, sums_, std::move(records_), [this](std::uint32_t area) { return areas_[area].code; },
                     [](const std::string&) { return std::string(); }, strata_, clusters_, levels_});
  }

private:
  SumsDesign design(const RunResults& empty) const {
    SumsDesign out;
    for (const IndicatorInfo& info : empty.indicators) {
      out.indicators.push_back(info.id);
      out.centres.push_back((info.low + info.high) / 2);
    }
    out.index_indicators = empty.index.domains.size();
    out.strata = analysis_.strata;
    out.clusters = analysis_.clusters;
    return out;
  }

  std::string level(const std::string& column, const Respondent& person) const {
    if (column == rake_column) return rake_level(areas_[person.area], person.old);
    return person.paper ? "paper" : "online";
  }

  const std::vector<AreaDesign>& areas_;
  const Analysis& analysis_;
  std::optional<KeptColumns> keep_;
  IndicatorSums sums_;
  std::optional<ScoredRecords> records_;
  Dictionary strata_, clusters_, levels_;
  std::vector<std::uint32_t> levels_of_;
};

} // namespace

RunResults survey_results(const Respondents& respondents, const std::vector<AreaDesign>& areas,
                          const Analysis& analysis, const StudySpec& study, const RunResults& empty) {
  Gathered gathered(areas, analysis, study, empty);
  const std::size_t measures = empty.indicators.size();
  for (std::size_t r = 0; r < respondents.people.size(); ++r)
    gathered.add(respondents.people[r], respondents.scores_of(r, measures));
  const Estimation estimation = gathered.estimation(study);
  if (estimation.diagnostics.has_errors()) throw std::runtime_error(render_text(estimation.diagnostics));
  RunResults out = empty;
  out.study = study;
  if (!assemble(estimation.headline(study), nullptr, out)) throw std::runtime_error(render_text(out.diagnostics));
  return out;
}

} // namespace joinedup::validation
