// Runs for programs that embed the library: what `joinedup score` and `joinedup benchmark` do, with results as values.
// Settings stand in the same files as for the command: maps, studies and definitions (docs/map.md, docs/study.md).
// Nothing is printed and nothing is written. Faults of the user are in `diagnostics` of the outcome, all at once, with
// file, line and column. Exceptions are for a broken environment (a full disk of temporary files, no memory).
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// What is the same for every run of a program.
struct RunSettings {
  /// Folders of definitions, nearest first, looked through before those built into the library.
  std::vector<std::string> definition_folders = {};
  unsigned threads = 0; ///< 0 = all cores. Results never depend on it.
};

/// Survey files to score. Paths as the process sees them; `-` is standard input.
struct ScoreJob {
  std::vector<std::string> files;                                  ///< read one after the other
  std::string map = {};                                            ///< path of a map; empty = columns by item id
  std::vector<std::string> instruments = {};                       ///< ids; empty = all that match
  std::map<std::string, std::vector<std::string>> value_sets = {}; ///< instrument -> sets of its index
  std::map<std::string, std::string> missing_rules = {};           ///< instrument -> missing rule by name
};

/// One row per record in input order, as CSV, handed to `write` in pieces. Without a value the rows written are not to
/// be kept: a definition or the structure of a file is at fault. The value says where every record went.
Outcome<Reconciliation> score_files(const ScoreJob& job, const RunSettings& settings,
                                    const std::function<void(std::string_view)>& write);

/// The index and indicators by area of a study; `study` is the path of its file, and the paths in it are relative to
/// it. Disclosure rules have been applied. Units: points of the index from 0 to 100 unless its definition says
/// otherwise, indicators in the units of their scores; standard errors in the unit of what they belong to.
Outcome<RunResults> benchmark_study(const std::string& study, const RunSettings& settings);

} // namespace joinedup
