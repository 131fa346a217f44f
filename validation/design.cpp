#include "design.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup::validation {

namespace {

/// Share on paper of all who are asked.
double paper_of_all(const std::vector<AreaDesign>& areas) {
  double paper = 0, asked = 0;
  for (const AreaDesign& area : areas) {
    paper += area.asked * area.paper;
    asked += area.asked;
  }
  return paper / asked;
}

/// Mean over the domains of one measure each, all alike.
double index_of(const Plan& plan, const std::vector<double>& means) {
  const std::size_t parts = plan.measures.size() - 1;
  double sum = 0;
  for (std::size_t k = 0; k < parts; ++k)
    sum += 100 * (means[k] - plan.measures[k].low) / (plan.measures[k].high - plan.measures[k].low);
  return sum / static_cast<double>(parts);
}

} // namespace

std::vector<AreaDesign> area_designs(const Scenario& scenario) {
  std::vector<AreaDesign> out;
  for (std::size_t c = 0; c < scenario.areas.size(); ++c) {
    const AreaClass& each = scenario.areas[c];
    for (int a = 0; a < each.areas; ++a) {
      const double place = each.areas > 1 ? static_cast<double>(a) / (each.areas - 1) : 1;
      AreaDesign area;
      area.code = fmt::format("A{:03}", out.size() + 1);
      area.area_class = c;
      area.asked = static_cast<int>(std::lround(each.answers / scenario.response));
      area.paper = scenario.paper_low + place * (scenario.paper_high - scenario.paper_low);
      area.strength = place;
      out.push_back(std::move(area));
    }
  }
  return out;
}

RunResults empty_results(const Plan& plan) {
  RunResults out;
  for (std::size_t k = 0; k < plan.measures.size(); ++k) {
    const Measure& measure = plan.measures[k];
    Indicator indicator;
    indicator.id = measure.id;
    IndicatorInfo info;
    info.id = info.label = measure.id;
    info.low = measure.low;
    info.high = measure.high;
    info.statistic = measure.steps == 1 ? "proportion" : "mean";
    if (k + 1 < plan.measures.size()) {
      Domain domain;
      domain.id = info.domain = "about_" + measure.id;
      domain.indicators.push_back(indicator);
      out.index.domains.push_back(std::move(domain));
    } else {
      out.index.companions.push_back(indicator);
    }
    out.indicators.push_back(std::move(info));
  }
  out.total_code = "ALL";
  out.total_name = "All areas";
  return out;
}

std::string rake_level(const AreaDesign& area, bool old) { return area.code + (old ? " old" : " young"); }

StudySpec study_of(const Analysis& analysis, const Scenario& scenario, const std::vector<AreaDesign>& areas) {
  StudySpec out = analysis.study;
  if (!analysis.rakes) return out;
  RakeSpec rake;
  for (const AreaDesign& area : areas)
    for (const bool old : {false, true})
      rake.levels.push_back({rake_column, rake_level(area, old), area.asked * (old ? scenario.old : 1 - scenario.old)});
  out.rake = std::move(rake);
  return out;
}

Truth truth_of(const Plan& plan, const Scenario& scenario, const std::vector<AreaDesign>& areas,
               const SurveyId& survey) {
  const double paper = paper_of_all(areas);
  const std::size_t measures = plan.measures.size();
  Truth out;
  out.whole_mean.assign(measures, 0);
  double asked = 0;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    Randomness random(survey, Stream::area, a);
    const double common = random.normal();
    out.share.emplace_back();
    out.mean.emplace_back();
    asked += areas[a].asked;
    for (std::size_t k = 0; k < measures; ++k) {
      const Measure& measure = plan.measures[k];
      // Half of the variance of area effects is common to all measures.
      const double effect = std::sqrt(0.5) * (common + random.normal());
      const double share = measure.mean + measure.unit * scenario.between * effect;
      out.share[a].push_back(share);
      const double asked_alike = share + measure.unit * scenario.mode_shift * paper;
      out.mean[a].push_back(measure.low + (measure.high - measure.low) * asked_alike);
      out.whole_mean[k] += areas[a].asked * out.mean[a][k];
    }
    out.index.push_back(index_of(plan, out.mean[a]));
  }
  for (double& mean : out.whole_mean)
    mean /= asked;
  out.whole_index = index_of(plan, out.whole_mean);
  return out;
}

} // namespace joinedup::validation
