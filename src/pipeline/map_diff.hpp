// `joinedup map diff`: what changed between last month's export and this one.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/inspect/inspection.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <vector>

namespace joinedup {

struct Change {
  std::string kind;    ///< tool, dialect, column, text, labels, instrument, item, codes, missing, area, records
  std::string subject; ///< the column, item or code it is about; empty = the file
  std::string what;    ///< a sentence
  bool drift = true;   ///< false: worth knowing, and nothing that a map would have to follow
};

/// With a map in `request` its items are compared; without, those that both files show.
Outcome<std::vector<Change>> diff_exports(const std::string& before, const std::string& after,
                                          const SurveyRequest& request, FileStore& files);

/// The comparison itself.
std::vector<Change> changes_between(const Inspection& before, const Inspection& after);

std::string changes_json(const std::string& before, const std::string& after, const std::vector<Change>& changes);

} // namespace joinedup
