// The instruments of a run, loaded and made ready to score with the choices in force.
#pragma once

#include "pipeline/library.hpp"
#include "pipeline/survey_setup.hpp"
#include "scoring/scoring_plan.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace joinedup {

class Scorers {
public:
  /// Loads the instruments `ids`. Unknown ids are errors with near names.
  static Outcome<Scorers> load(const std::vector<std::string>& ids, const Library& library);

  /// Compiles the plan of one loaded instrument. `wanted` empty = all scores. Choices are those of the setup.
  Diagnostics compile(const std::string& id, const SurveySetup& setup, FileStore& files,
                      const std::vector<std::string>& wanted);
  /// Choices that name an instrument which the run does not score are errors with near names.
  Diagnostics check_choices(const SurveySetup& setup) const;

  std::vector<const Instrument*> instruments() const;
  const Instrument& instrument(const std::string& id) const { return *instruments_.at(id); }
  const ScoringPlan& plan(const std::string& id) const { return plans_.at(id); }
  bool compiled(const std::string& id) const { return plans_.contains(id); }
  const std::vector<ValueSet>& value_sets() const { return value_sets_; }

  /// Settings of all plans, and the definition files with their hashes, for the run record.
  std::vector<Setting> settings() const;
  std::vector<InputInfo> files() const;

private:
  std::vector<std::string> order_;
  std::map<std::string, std::unique_ptr<Instrument>> instruments_;
  std::map<std::string, ScoringPlan> plans_;
  std::vector<ValueSet> value_sets_;
  std::vector<InputInfo> tables_;
};

} // namespace joinedup
