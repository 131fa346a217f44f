#include "run_plan.hpp"

#include "survey_results.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace joinedup::validation {

namespace {

class ScenarioRun {
public:
  ScenarioRun(const Plan& plan, std::size_t number, const RunOptions& options)
      : plan_(plan), scenario_(plan.scenarios[number]), number_(number), options_(options),
        areas_(area_designs(scenario_)), empty_(empty_results(plan)) {
    for (const Analysis& analysis : scenario_.analyses) {
      studies_.push_back(study_of(analysis, scenario_, areas_));
      findings_.emplace_back(plan, scenario_, analysis, areas_.size());
    }
  }

  /// A piece at a time, so that the outcomes of few surveys are in memory.
  void run() {
    constexpr std::uint64_t piece = 200;
    tbb::task_arena arena(options_.threads == 0 ? tbb::task_arena::automatic : options_.threads);
    for (std::uint64_t first = 0; first < options_.surveys; first += piece) {
      std::vector<std::vector<SurveyOutcomes>> done(
          static_cast<std::size_t>(std::min(piece, options_.surveys - first)));
      arena.execute(
          [&] { tbb::parallel_for(std::size_t{0}, done.size(), [&](std::size_t s) { done[s] = one(first + s); }); });
      for (const auto& by_analysis : done)
        for (std::size_t i = 0; i < findings_.size(); ++i)
          findings_[i].add(by_analysis[i]);
    }
  }

  void append(std::vector<Finding>& out) const {
    for (const Findings& findings : findings_)
      std::ranges::move(findings.rows(), std::back_inserter(out));
  }

private:
  std::vector<SurveyOutcomes> one(std::uint64_t survey) const {
    const SurveyId id{options_.seed, number_, survey};
    const Truth truth = truth_of(plan_, scenario_, areas_, id);
    const Respondents respondents = draw_respondents(plan_, scenario_, areas_, truth, id);
    std::vector<SurveyOutcomes> out;
    for (std::size_t i = 0; i < scenario_.analyses.size(); ++i) {
      RunResults results = survey_results(respondents, areas_, scenario_.analyses[i], studies_[i], empty_);
      if (options_.spoil) options_.spoil(results);
      out.push_back(outcomes_of(results, truth, areas_, plan_, scenario_.areas.size()));
    }
    return out;
  }

  const Plan& plan_;
  const Scenario& scenario_;
  const std::size_t number_;
  const RunOptions& options_;
  const std::vector<AreaDesign> areas_;
  const RunResults empty_;
  std::vector<StudySpec> studies_;
  std::vector<Findings> findings_;
};

} // namespace

std::vector<Finding> run_plan(const Plan& plan, const RunOptions& options) {
  std::vector<Finding> out;
  for (std::size_t number = 0; number < plan.scenarios.size(); ++number) {
    const Scenario& scenario = plan.scenarios[number];
    if (!options.scenario.empty() && scenario.id != options.scenario) continue;
    ScenarioRun run(plan, number, options);
    run.run();
    run.append(out);
    if (options.say) options.say(fmt::format("{}: {} surveys", scenario.id, options.surveys));
  }
  return out;
}

std::string findings_csv(const std::vector<Finding>& findings) {
  std::string out = "scenario,analysis,quantity,areas,figure,value,mc_se,base,surveys\n";
  for (const Finding& f : findings)
    out += fmt::format("{},{},{},{},{},{:.6f},{:.6f},{:.0f},{}\n", f.scenario, f.analysis, f.quantity, f.areas,
                       f.figure, f.value, f.mc_se, f.base, f.surveys);
  return out;
}

} // namespace joinedup::validation
