#include "respondents.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace joinedup::validation {

namespace {

class Fieldwork {
public:
  Fieldwork(const Plan& plan, const Scenario& scenario, const std::vector<AreaDesign>& areas, const Truth& truth,
            const SurveyId& survey)
      : plan_(plan), scenario_(scenario), areas_(areas), truth_(truth), survey_(survey),
        old_drawn_(scenario.oversample * scenario.old / drawn()), share_(plan.measures.size()) {}

  Respondents run() {
    for (std::size_t a = 0; a < areas_.size(); ++a)
      visit(a);
    return std::move(out_);
  }

private:
  double drawn() const { return scenario_.oversample * scenario_.old + 1 - scenario_.old; }

  void visit(std::size_t a) {
    Randomness people(survey_, Stream::person, a), answers(survey_, Stream::answers, a);
    draw_clusters(a);
    for (int asked = 0; asked < areas_[a].asked; ++asked) {
      Respondent person;
      person.area = static_cast<std::uint32_t>(a);
      person.old = people.happens(old_drawn_);
      person.weight = drawn() / (person.old ? scenario_.oversample : 1);
      person.paper = people.happens(areas_[a].paper);
      const std::size_t cluster = which_cluster(people);
      person.cluster = static_cast<std::uint32_t>(a * static_cast<std::size_t>(scenario_.clusters) + cluster);
      const double above = draw_shares(person, cluster, answers);
      if (scenario_.response < 1 && !people.happens(chance(person, above))) continue;
      out_.people.push_back(person);
      for (std::size_t k = 0; k < share_.size(); ++k)
        out_.scores.push_back(score(plan_.measures[k], share_[k], answers));
    }
  }

  /// Half of the variance of cluster effects is common to all measures.
  void draw_clusters(std::size_t a) {
    Randomness random(survey_, Stream::practice, a);
    clusters_.assign(static_cast<std::size_t>(scenario_.clusters), std::vector<double>(share_.size()));
    for (std::vector<double>& effects : clusters_) {
      const double common = random.normal();
      for (double& effect : effects)
        effect = std::sqrt(0.5 * scenario_.icc) * (common + random.normal());
    }
  }

  /// Of unequal size: of five, the largest has two and a half times the people of the smallest.
  std::size_t which_cluster(Randomness& random) const {
    if (clusters_.empty()) return 0;
    const double place = std::pow(random.uniform(), 1.5) * static_cast<double>(clusters_.size());
    return std::min(static_cast<std::size_t>(place), clusters_.size() - 1);
  }

  /// Shares of the range by measure; gives how many SD the person's scores are above those of the people around.
  double draw_shares(const Respondent& person, std::size_t cluster, Randomness& random) {
    const double shared = random.even();
    const double age = scenario_.age * ((person.old ? 1 : 0) - scenario_.old);
    const double mode = person.paper ? scenario_.mode_shift : 0;
    double above = 0, scores = 0;
    for (std::size_t k = 0; k < share_.size(); ++k) {
      const Measure& measure = plan_.measures[k];
      const double effects = age + mode + (clusters_.empty() ? 0 : clusters_[cluster][k]);
      share_[k] = truth_.share[person.area][k] + measure.unit * effects;
      if (!(measure.sd > 0)) continue;
      const double own = random.highest_of(measure.skew);
      const double deviation = measure.shared * shared + std::sqrt(1 - measure.shared * measure.shared) * own;
      share_[k] += measure.sd * std::sqrt(1 - scenario_.icc) * deviation;
      above += deviation;
      scores += 1;
    }
    return above / scores;
  }

  double chance(const Respondent& person, double above) const {
    const double by_age = scenario_.response_age * ((person.old ? 1 : 0) - scenario_.old);
    const double moved = areas_[person.area].strength * (by_age + scenario_.response_score * above);
    return std::clamp(scenario_.response + moved, 0.02, 0.98);
  }

  static double score(const Measure& measure, double share, Randomness& random) {
    if (measure.steps == 1 && !(share >= 0 && share <= 1)) throw std::logic_error("a chance outside 0 to 1");
    const double steps = share * measure.steps, below = std::floor(steps);
    const double step = random.happens(steps - below) ? below + 1 : below;
    return measure.low + (measure.high - measure.low) * step / measure.steps;
  }

  const Plan& plan_;
  const Scenario& scenario_;
  const std::vector<AreaDesign>& areas_;
  const Truth& truth_;
  const SurveyId survey_;
  const double old_drawn_;
  std::vector<double> share_;                 ///< of the person at hand
  std::vector<std::vector<double>> clusters_; ///< effects in units, of the area at hand
  Respondents out_;
};

} // namespace

Respondents draw_respondents(const Plan& plan, const Scenario& scenario, const std::vector<AreaDesign>& areas,
                             const Truth& truth, const SurveyId& survey) {
  return Fieldwork(plan, scenario, areas, truth, survey).run();
}

} // namespace joinedup::validation
