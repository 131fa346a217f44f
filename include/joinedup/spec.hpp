// What a run is told: the index, the study, the column map, the geography. Plain data, stored whole in the run record.
#pragma once

#include <joinedup/area_table.hpp>
#include <joinedup/comparison_options.hpp>
#include <joinedup/diagnostics.hpp>
#include <joinedup/estimation.hpp>
#include <joinedup/index_methods.hpp>
#include <joinedup/score.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

// ---- index -------------------------------------------------------------------------------------------------------

/// One indicator of an index. `score` is INSTRUMENT.SCORE or WAVE.INSTRUMENT.SCORE.
struct Indicator {
  std::string id, label;
  std::string score;                                  ///< empty when `column` or `table` is given
  std::string column;                                 ///< a numeric column of the survey file instead of a score
  std::string change_from;                            ///< score whose value is subtracted, person by person
  std::string value_set;                              ///< for EQ-5D indexes
  std::optional<std::pair<double, double>> goalposts; ///< none = "range", taken from the definition
  Direction direction = Direction::higher;
  bool direction_given = false; ///< false: take the score's own direction where it states one
  double weight = 1;
  bool banded = true;                  ///< false: shown without comparison, bands or ranks
  std::string notice = {};             ///< printed wherever the indicator is shown
  std::optional<AreaTable> table = {}; ///< figures by area instead of a score
  Position where;
  MethodChoice normalise = {"goalposts"}; ///< the index's, unless the indicator has one of its own
};

struct Domain {
  std::string id, label;
  double weight = 1;
  std::vector<Indicator> indicators;
  Position where;
  MethodChoice aggregate = {"arithmetic"}; ///< of its indicators; the index's, unless the domain has one of its own
};

struct DefinitionFile {
  std::string file, sha256, origin;
};

struct IndexSpec {
  std::string id, version, title, notes;
  std::vector<Domain> domains;
  std::vector<Indicator> companions;            ///< reported beside the index with weight 0
  bool ranked = true;                           ///< false: never ranked or banded (with-fft)
  std::vector<std::string> unranked_companions; ///< ids of all that are not banded, companions or not
  std::vector<std::string> notices;             ///< printed with every result
  double coverage_total = 0.75, coverage_domain = 0.5;
  std::string file, sha256, origin;
  MethodChoice normalise = {"goalposts"}, aggregate = {"arithmetic"}; ///< aggregate: of its domains
  MethodChoice weighting = {"given"}, imputation = {"none"};
  std::vector<DefinitionFile> built_on = {}; ///< the definitions that it extends, nearest first
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
  std::map<std::string, std::vector<std::string>> items;             ///< item id -> headings
  std::map<std::string, std::map<std::string, std::string>> missing; ///< item id or "*" -> cell text -> reason
  std::map<std::string, std::map<std::string, int>> recode;          ///< item id -> cell text -> code
  Position where;
  std::string profile = {};                        ///< heading: codes of Instrument::profile as one text
  std::map<std::string, std::string> compare = {}; ///< score -> heading of a column that holds it, computed elsewhere
};

/// Reader options, as options, map or study give them; empty = find out.
struct ReaderOptions {
  std::string from = "auto", encoding, delimiter, decimal;
  std::optional<int> header_rows, skip;
  std::string sheet = {};             ///< of a workbook
  std::string encoding_errors = {};   ///< stop or replace
  std::string duplicate_headers = {}; ///< refuse or number
  std::string dictionary = {};        ///< file: data dictionary of the survey tool
  std::optional<bool> include_partial = {}, dedupe = {};

  friend bool operator==(const ReaderOptions&, const ReaderOptions&) = default;
};

struct ColumnMap {
  std::string record;
  std::optional<AreaColumn> area;
  std::string wave, weight, count, strata, cluster, age_band, sex;
  std::vector<Administration> administrations;
  std::map<std::string, std::vector<std::string>> rows; ///< keep only records with these values
  std::map<std::string, std::string> missing;           ///< cell text -> reason, in every item
  std::map<std::string, std::map<std::string, std::string>>
      column_missing;               ///< heading or item id -> cell text -> reason
  std::vector<std::string> columns; ///< numeric columns to carry
  ReaderOptions reader;
  std::string file, sha256;
};

// ---- geography ---------------------------------------------------------------------------------------------------

struct Area {
  std::string code, name, short_name, region; ///< region: code of the NHS region
  std::vector<std::string> codes;             ///< earlier ONS codes and the ODS code: all mean this area
  int tile_column = 0, tile_row = 0;          ///< 0 = no tile
  std::string label = {};                     ///< a word or two for a tile map; the short name where none is given
  std::vector<std::string> successors = {}; ///< codes of the next geography that hold it; empty = it goes on unchanged
  std::vector<std::string> predecessors = {}; ///< codes of the geography before; empty = unchanged
  bool split = false;                         ///< divided among its successors: no whole-area figure may be passed on
};

struct Region {
  std::string code, name;
  std::vector<std::string> codes = {}; ///< earlier ONS codes and the ODS code
};

struct Geography {
  std::string id, title, total_code, total_name, source;
  std::vector<Region> regions;
  std::vector<Area> areas;
  std::map<std::string, std::string> ended; ///< codes that are no area's any more -> what became of them, a sentence
  std::map<std::string, std::string> succeeded_by; ///< those of them that went whole into one area -> its code
  std::string next, previous;                      ///< ids of the geographies that follow and precede; empty = none
  std::string file, sha256, origin;
};

// ---- study -------------------------------------------------------------------------------------------------------

struct StudyInput {
  std::string file, map; ///< paths as written
  ReaderOptions reader;
  Position where;
};

enum class TargetKind : std::uint8_t { england, areas, areas_fixed, fixed, table };
std::string_view words(TargetKind kind); ///< england, areas, areas-fixed, fixed, table

/// One published value to compare with. `indicator` is "index" or an indicator's id.
struct TargetRow {
  std::string indicator;
  double value = 0, se = 0; ///< se 0 = taken as known exactly
};

struct TargetSpec {
  TargetKind kind = TargetKind::england;
  double value = 0;            ///< fixed: of the index
  double se = 0;               ///< fixed: its standard error, 0 = known exactly
  std::string table;           ///< file: indicator,value and se (or lowercl,uppercl)
  std::vector<TargetRow> rows; ///< what the table holds, once read
  std::string label;           ///< printed name; empty = the whole
};

/// Rules for small numbers: a preset's, as the study changes them.
struct DisclosureSpec {
  std::string preset = "default";
  std::uint64_t minimum = 10; ///< smaller n is hidden
  std::uint64_t caution = 30; ///< smaller n is shown with caution, unranked
  std::uint64_t round_to = 0; ///< n of areas and regions is shown to the nearest multiple; 0 = as it is
  bool whole_shown = false;   ///< the whole is never hidden
  std::string source = {};    ///< who says so; empty = our own default
};

/// A column whose values split the respondents: figures by subgroup.
struct Breakdown {
  std::string column;
  std::vector<std::string> order; ///< its values from lowest to highest; empty = no order
  Position where = {};
};

/// Questionnaires sent out to one area.
struct IssuedRow {
  std::string area; ///< code as written
  std::uint64_t n = 0;
  Position where = {};
};

/// Questionnaires sent out, by area: what response rates are worked out of.
struct IssuedTable {
  std::string file, area, n;        ///< path, and its columns
  std::vector<IssuedRow> rows = {}; ///< what the table holds, once read
};

/// A measure of the wave before.
struct LastWaveMeasure {
  std::string id, score, value_set;
  double low = 0, high = 0;            ///< goalposts
  std::map<std::string, double> means; ///< area -> mean that was shown
};

/// Results of the wave before, whose means stand for what an area lacks where the index says so.
struct LastWave {
  std::string file;                           ///< results.json
  std::vector<LastWaveMeasure> measures = {}; ///< once read
};

/// How far ranks and bands follow from sampling and from choices of method: one joint Monte Carlo.
struct SensitivitySpec {
  std::uint64_t draws = 1000; ///< 0 = none
  bool sampling = true;       ///< draw the areas' means from their sampling distribution
  std::vector<std::string> normalise = {"goalposts", "min_max", "z_score"};
  std::vector<std::string> aggregate = {"arithmetic", "geometric"};
  double concentration = 100; ///< weights are Dirichlet(concentration x share); 0 = as given
  bool leave_out = true;      ///< in a run all indicators or all but one
  bool case_mix = true;       ///< crude or adjusted, where the study adjusts
  std::vector<std::string> imputation = {"levels", "deviations"}; ///< where an area lacks a measure
};

struct StudySpec {
  std::string study; ///< title
  std::string index; ///< preset id or file
  std::vector<StudyInput> inputs;
  std::optional<AreaColumn> area;
  std::string geography, weight, strata, cluster, count, where;
  TargetSpec target;
  DisclosureSpec disclosure;
  bool partial_levels = false; ///< RULINGS R3: renormalise levels instead of deviations
  bool show_ranks = false;     ///< point ranks in the report
  std::uint64_t seed = 1;
  std::string purpose, population, fieldwork, role, weights_by;
  std::string mode, person; ///< how people were asked; column of an id that lasts across waves
  std::vector<Breakdown> by;
  std::string against; ///< path of the results of an earlier release over the same people
  std::optional<IssuedTable> issued;
  std::optional<LastWave> last_wave = {};
  std::optional<SensitivitySpec> sensitivity = {};
  EstimationSpec estimation = {};
  std::optional<RakeSpec> rake = {};
  std::optional<CaseMixSpec> case_mix = {};
  bool coherence = false;         ///< tables of how the measures hang together
  bool adjusted_headline = false; ///< the index is made of adjusted means; else of crude ones
  ComparisonOptions comparison = {};
  bool funnel = false;      ///< tables of control limits
  bool reliability = false; ///< table of intra-class correlations and respondents needed
  std::optional<PeersSpec> peers = {};
  std::string id, wave, age_band, sex;                               ///< columns
  std::vector<std::string> instruments;                              ///< those to look for; empty = find out
  std::vector<std::string> keep;                                     ///< columns, or "all", "none"
  std::map<std::string, std::string> missing;                        ///< cell text -> reason, in every item
  std::map<std::string, std::vector<std::string>> value_sets;        ///< instrument -> sets
  std::map<std::string, std::string> missing_rules;                  ///< instrument -> rule
  std::map<std::string, std::map<std::string, std::string>> choices; ///< instrument -> choice -> value
  std::map<std::string, std::string> tables;                         ///< instrument -> file
  std::string file, sha256;
};

} // namespace joinedup
