// The instruments of a run, loaded and made ready to score with the choices in force.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/library.hpp"
#include "pipeline/survey_setup.hpp"
#include "pipeline/value_set_shelf.hpp"
#include "scoring/score_zones.hpp"
#include "scoring/scoring_plan.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Where a setting comes from that is no choice: a limit of a score, which its definition states.
inline constexpr std::string_view from_notice = "notice";

class Scorers {
public:
  /// Loads the instruments `ids`, with the codings of answers that the setup's choices put in force. Unknown ids are
  /// errors with near names, where `named_at` or a map names them.
  static Outcome<Scorers> load(const std::vector<std::string>& ids, const Library& library, const SurveySetup& setup,
                               std::map<std::string, Position> named_at = {});

  /// Compiles the plan of one loaded instrument. `wanted` empty = all scores. Choices are those of the setup.
  Diagnostics compile(const std::string& id, const SurveySetup& setup, FileStore& files,
                      const std::vector<std::string>& wanted);
  /// The plan that another value of a choice would make; nothing where that cannot be.
  std::optional<ScoringPlan> plan_with(const std::string& id, SurveySetup setup, FileStore& files,
                                       const std::string& choice, const std::string& value);
  /// The bands on a score of a compiled instrument, by the choices in force.
  ScoreZones zones(const std::string& id, const std::string& score, const SurveySetup& setup, FileStore& files);
  /// Choices that name an instrument which the run does not score are errors with near names.
  Diagnostics check_choices(const SurveySetup& setup) const;

  std::vector<const Instrument*> instruments() const;
  const Instrument& instrument(const std::string& id) const { return *instruments_.at(id); }
  const ScoringPlan& plan(const std::string& id) const { return plans_.at(id); }
  const std::vector<std::string>& known_instruments() const { return known_; } ///< ids of all definitions in reach
  bool compiled(const std::string& id) const { return plans_.contains(id); }
  const ValueSet* value_set(const std::string& id) const { return shelf_.find(id); } ///< null = not in use
  /// J432 where a record lacks a column that a value set needs: age band or sex.
  Diagnostics lacking_columns(const ReadingPlan& plan, const std::string& file) const;

  /// Settings of all plans, and the definition files with their hashes, for the run record.
  std::vector<Setting> settings() const;
  /// What the definitions want said wherever a score is used, as settings from `from_notice`. Scores with one notice
  /// are named together. Commands that write scores add them to the settings; reports of an index print them by
  /// measure.
  std::vector<Setting> notices() const;
  std::vector<InputInfo> files() const;

private:
  explicit Scorers(const Library& library) : shelf_(library) {}
  /// Also the licensed table, where one was given.
  ScoringChoices choices_of(const std::string& id, const SurveySetup& setup, FileStore& files, bool remember,
                            Diagnostics& diagnostics);
  /// The sets in force for an instrument: the setup's, or its default. They are read if they are not yet there.
  std::vector<std::string> sets_in_force(const std::string& id, const SurveySetup& setup, Diagnostics& diagnostics);

  std::vector<std::string> known_, order_;
  std::map<std::string, std::unique_ptr<Instrument>> instruments_;
  std::map<std::string, ScoringPlan> plans_;
  ValueSetShelf shelf_;
  std::vector<InputInfo> tables_;
};

} // namespace joinedup
