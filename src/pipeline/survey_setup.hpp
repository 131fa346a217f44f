// Options, map and study joined into what each input file is read by: an option beats the map, the map beats the study.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct SurveyInput {
  std::string path;
  ColumnMap map; ///< with options and study laid over it
};

struct SurveySetup {
  std::vector<SurveyInput> inputs;                          ///< in the order given
  std::optional<std::map<std::string, std::string>> lookup; ///< area cell -> code, one for all inputs
  std::string where;
  std::map<std::string, std::vector<std::string>> value_sets; ///< instrument -> sets
  std::map<std::string, std::string> missing_rules;
  std::map<std::string, std::map<std::string, std::string>> choices;
  std::map<std::string, std::string> tables; ///< instrument -> path
  std::vector<Setting> settings;             ///< what is in force and where it came from
  std::vector<InputInfo> files;              ///< maps and look-ups read
};

/// `study` may be null; its paths are relative to `study_path`.
Outcome<SurveySetup> set_up_survey(const SurveyRequest& request, const StudySpec* study, const std::string& study_path,
                                   FileStore& files);

/// By name, then path: the order of files in a run whose results must not depend on the order in which they were given.
void put_in_order_of_name(std::vector<SurveyInput>& inputs);

} // namespace joinedup
