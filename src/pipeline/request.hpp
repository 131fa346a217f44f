// What the user asked for, before anything is read: options, map and study are joined in resolve.
#pragma once

#include <joinedup/spec.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace joinedup {

/// `--missing [COL=]VALUE[:REASON]`
struct MissingValue {
  std::string column, value, reason; ///< column empty = every item; reason empty = missing
};

/// Options shared by every command that reads surveys; names as in the contract. Empty = not given.
struct SurveyRequest {
  std::vector<std::string> files;
  ReaderOptions reader;
  std::vector<std::string> instruments;
  std::string map; ///< path
  std::vector<MissingValue> missing;
  std::map<std::string, std::vector<std::string>> value_sets;        ///< instrument -> sets
  std::map<std::string, std::string> missing_rules;                  ///< instrument -> rule
  std::map<std::string, std::map<std::string, std::string>> choices; ///< instrument -> choice -> value
  std::map<std::string, std::string> tables;                         ///< instrument -> path
  std::string where, id, area, wave, weight, strata, cluster, count, age_band, sex;
  std::vector<std::string> keep; ///< headings, or one of "all", "none"
  bool set_rejects_aside = false;
  bool show_values = false;
  unsigned threads = 0;        ///< 0 = all cores
  std::size_t block_bytes = 0; ///< 0 = the default; tests vary it
};

struct ScoreRequest {
  SurveyRequest survey;
  std::vector<std::string> scores; ///< only these, with their status; empty = all
  std::string disclosure = {};     ///< tables of counts: preset of the rules that star them; empty = nothing is starred
  std::string roll_up;             ///< tables of counts: column whose values organisations are summed by; empty = not
  bool items = false;
  bool ndjson = false;
  bool outline = false;     ///< only say what would be read: ScoreSummary::outline
  bool with_hashes = false; ///< SHA-256 of every survey file in ScoreSummary::inputs
};

struct BenchmarkRequest {
  SurveyRequest survey;
  std::string study;        ///< path, or empty
  std::string index;        ///< preset or path; beats the study
  std::string geography;    ///< beats the study
  std::string target;       ///< england, areas, areas-fixed, VALUE, VALUE:SE or a file; beats the study
  std::string against = {}; ///< results of an earlier release: a file or its folder; beats the study
  bool show_ranks = false;
};

} // namespace joinedup
