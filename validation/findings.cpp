#include "findings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup::validation {

namespace {

/// False alarms need areas that are alike, and true ranks areas that are not.
bool asked(Question question, bool areas_differ) {
  const bool alarm =
      (question >= Question::worse && question <= Question::much_better) || question == Question::flagged;
  return areas_differ ? !alarm : question < Question::rank_covered;
}

} // namespace

void Ratio::add(const Share& share) {
  if (!(share.base > 0)) return;
  ++surveys_;
  part_ += share.part;
  base_ += share.base;
  part2_ += share.part * share.part;
  cross_ += share.part * share.base;
  base2_ += share.base * share.base;
}

double Ratio::mc_se() const {
  if (surveys_ < 2) return std::numeric_limits<double>::quiet_NaN();
  const auto s = static_cast<double>(surveys_);
  const double ratio = value(), squares = part2_ - 2 * ratio * cross_ + ratio * ratio * base2_;
  return std::sqrt(std::max(0.0, s / (s - 1) * squares)) / base_;
}

Findings::Findings(const Plan& plan, const Scenario& scenario, const Analysis& analysis, std::size_t areas)
    : plan_(plan), scenario_(scenario), analysis_(analysis), quantities_(plan.measures.size() + 1),
      classes_(scenario.areas.size() + 2), ratios_(questions * quantities_ * classes_), areas_(areas) {}

std::size_t Findings::place(std::size_t question, std::size_t quantity, std::size_t area_class) const {
  return (question * quantities_ + quantity) * classes_ + area_class;
}

void Findings::add(const SurveyOutcomes& outcomes) {
  const std::size_t whole = classes_ - 2, all = classes_ - 1;
  auto share = outcomes.shares().begin();
  for (std::size_t question = 0; question < questions; ++question)
    for (std::size_t quantity = 0; quantity < quantities_; ++quantity) {
      Share together;
      for (std::size_t c = 0; c <= whole; ++c, ++share) {
        ratios_[place(question, quantity, c)].add(*share);
        if (c == whole) continue;
        together.part += share->part;
        together.base += share->base;
      }
      ratios_[place(question, quantity, all)].add(together);
    }
  for (std::size_t a = 0; a < areas_.size(); ++a) {
    const double error = outcomes.area_error[a];
    if (std::isnan(error)) continue;
    areas_[a].n += 1;
    areas_[a].sum += error;
    areas_[a].squares += error * error;
  }
}

Finding Findings::row(std::size_t question, std::size_t quantity, std::size_t area_class) const {
  const Ratio& ratio = ratios_[place(question, quantity, area_class)];
  Finding out{scenario_.id,
              analysis_.id,
              quantity < plan_.measures.size() ? plan_.measures[quantity].id : "index",
              {},
              std::string(name_of(static_cast<Question>(question)))};
  out.areas = area_class + 1 == classes_   ? "all"
              : area_class + 2 == classes_ ? "whole"
                                           : std::to_string(scenario_.areas[area_class].answers);
  out.value = ratio.value();
  out.mc_se = ratio.mc_se();
  out.base = ratio.base();
  out.surveys = ratio.surveys();
  if (static_cast<Question>(question) != Question::variance) return out;
  out.value = std::sqrt(out.value); // of errors, not of variances
  out.mc_se /= 2 * out.value;
  out.base = ratios_[place(static_cast<std::size_t>(Question::error), quantity, area_class)].base();
  return out;
}

/// Root of the mean over areas of the squared bias of each; what Monte Carlo error adds to it is taken off. Its own
/// error takes areas as independent, and is bounded where nothing is left.
Finding Findings::spread_of_bias() const {
  double squares = 0, variance = 0, counted = 0, n = 0;
  for (const AreaErrors& area : areas_) {
    if (area.n < 2) continue;
    const double bias = area.sum / area.n;
    const double noise = (area.squares - area.sum * bias) / (area.n - 1) / area.n;
    squares += bias * bias - noise;
    variance += 4 * std::max(0.0, bias * bias - noise) * noise + 2 * noise * noise;
    counted += 1;
    n = std::max(n, area.n);
  }
  Finding out{scenario_.id, analysis_.id, "index", "all", "bias_over_areas"};
  const double error = std::sqrt(variance) / counted;
  out.value = std::sqrt(std::max(0.0, squares / counted));
  out.mc_se = std::min(std::sqrt(error), out.value > 0 ? error / (2 * out.value) : std::sqrt(error));
  out.base = counted;
  out.surveys = static_cast<std::uint64_t>(n);
  return out;
}

std::vector<Finding> Findings::rows() const {
  std::vector<Finding> out;
  for (std::size_t question = 0; question < questions; ++question) {
    if (!asked(static_cast<Question>(question), scenario_.between > 0)) continue;
    for (std::size_t quantity = 0; quantity < quantities_; ++quantity)
      for (std::size_t c = 0; c < classes_; ++c)
        if (ratios_[place(question, quantity, c)].surveys() > 1) out.push_back(row(question, quantity, c));
  }
  out.push_back(spread_of_bias());
  return out;
}

} // namespace joinedup::validation
