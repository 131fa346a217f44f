// What a run is told: the index, the study, the column map, the geography. Plain data, stored whole in the run record.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/score.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

// ---- index -------------------------------------------------------------------------------------------------------

/// One indicator of an index. `score` is INSTRUMENT.SCORE or WAVE.INSTRUMENT.SCORE.
struct Indicator {
  std::string id, label;
  std::string score;        ///< empty when `column` is given
  std::string column;       ///< a numeric column of the survey file instead of a score
  std::string change_from;  ///< score whose value is subtracted, person by person
  std::string value_set;    ///< for EQ-5D indexes
  std::optional<std::pair<double, double>> goalposts; ///< none = "range", taken from the definition
  Direction direction = Direction::higher;
  double weight = 1;
  Position where;
};

struct Domain {
  std::string id, label;
  double weight = 1;
  std::vector<Indicator> indicators;
  Position where;
};

struct IndexSpec {
  std::string id, version, title, notes;
  std::vector<Domain> domains;
  std::vector<Indicator> companions; ///< reported beside the index with weight 0
  bool ranked = true;                ///< false: never ranked or banded (with-fft)
  std::vector<std::string> unranked_companions; ///< companion ids shown without bands, each with a notice
  std::vector<std::string> notices;  ///< printed with every result
  double coverage_total = 0.75, coverage_domain = 0.5;
  std::string file, sha256;
};

// ---- map ---------------------------------------------------------------------------------------------------------

struct ColumnLookup {
  std::string file, from, to;
  Position where;
};

struct AreaColumn {
  std::string column;
  std::optional<ColumnLookup> lookup;
  Position where;
};

/// One instrument at one wave in one file.
struct Administration {
  std::string instrument, wave;
  std::map<std::string, std::vector<std::string>> items;                      ///< item id -> headings
  std::map<std::string, std::map<std::string, std::string>> missing;          ///< item id or "*" -> cell text -> reason
  std::map<std::string, std::map<std::string, int>> recode;                   ///< item id -> cell text -> code
  Position where;
};

/// Reader options, as options, map or study give them; empty = find out.
struct ReaderOptions {
  std::string from = "auto", encoding, delimiter, decimal;
  std::optional<int> header_rows, skip;
};

struct ColumnMap {
  std::string record;
  std::optional<AreaColumn> area;
  std::string wave, weight, count, strata, cluster, age_band, sex;
  std::vector<Administration> administrations;
  std::map<std::string, std::vector<std::string>> rows; ///< keep only records with these values
  std::map<std::string, std::string> missing;           ///< cell text -> reason, in every item
  std::vector<std::string> columns;                     ///< numeric columns to carry
  ReaderOptions reader;
  std::string file, sha256;
};

// ---- geography ---------------------------------------------------------------------------------------------------

struct Area {
  std::string code, name, short_name, region;  ///< region: code of the NHS region
  std::vector<std::string> codes;              ///< earlier ONS codes and the ODS code: all mean this area
  int tile_column = 0, tile_row = 0;           ///< 0 = no tile
};

struct Region {
  std::string code, name;
};

struct Geography {
  std::string id, title, total_code, total_name, source;
  std::vector<Region> regions;
  std::vector<Area> areas;
  std::string file, sha256;
};

// ---- study -------------------------------------------------------------------------------------------------------

struct StudyInput {
  std::string file, map; ///< paths as written
  ReaderOptions reader;
  Position where;
};

enum class TargetKind : std::uint8_t { england, areas, areas_fixed, fixed, table };

/// One published value to compare with. `indicator` is "index" or an indicator's id.
struct TargetRow {
  std::string indicator;
  double value = 0, se = 0;                 ///< se 0 = taken as known exactly
};

struct TargetSpec {
  TargetKind kind = TargetKind::england;
  double value = 0;                         ///< fixed: of the index
  std::string table;                        ///< file: indicator,value and se (or lowercl,uppercl)
  std::vector<TargetRow> rows;              ///< what the table holds, once read
  std::string label;                        ///< printed name; empty = the whole
};

struct DisclosureSpec {
  std::string preset = "default";
  std::uint64_t minimum = 10;               ///< smaller n is hidden
  std::uint64_t caution = 30;               ///< smaller n is shown with caution, unranked
};

struct StudySpec {
  std::string study;                        ///< title
  std::string index;                        ///< preset id or file
  std::vector<StudyInput> inputs;
  std::optional<AreaColumn> area;
  std::string geography, weight, strata, cluster, count, where;
  TargetSpec target;
  DisclosureSpec disclosure;
  bool partial_levels = false;              ///< RULINGS R3: renormalise levels instead of deviations
  bool show_ranks = false;                  ///< point ranks in the report
  std::uint64_t seed = 1;
  std::string purpose, population, fieldwork, role, weights_by;
  std::map<std::string, std::vector<std::string>> value_sets;                ///< instrument -> sets
  std::map<std::string, std::string> missing_rules;                          ///< instrument -> rule
  std::map<std::string, std::map<std::string, std::string>> choices;         ///< instrument -> choice -> value
  std::map<std::string, std::string> tables;                                 ///< instrument -> file
  std::string file, sha256;
};

} // namespace joinedup
