// What a run found, as published: what is suppressed is empty here, so that no writer can leak it.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/spec.hpp>
#include <joinedup/table.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

enum class Level : std::uint8_t { area, region, total };
std::string_view words(Level level);

/// Position against the target. `none` where no band is given (not compared, suppressed, companion without bands).
enum class Band : std::uint8_t {
  none,
  much_worse,
  worse,
  somewhat_worse,
  as_expected,
  somewhat_better,
  better,
  much_better
};
std::string_view words(Band band); ///< "", much worse, worse, somewhat worse, as expected, ...
/// `neutral`: lower and higher for worse and better, where outcomes are crude (RULINGS R9).
std::string_view words(Band band, bool neutral);

/// Marks that apply to a value; printed joined by `;`, `ok` when none applies.
struct ResultStatus {
  bool caution = false, partial = false, suppressed = false, suppressed_secondary = false, coverage = false;
  bool disclosure_difference = false; ///< hidden: with an earlier release it would tell of too few people
  bool hidden() const { return suppressed || suppressed_secondary || disclosure_difference; }
  std::string text() const; ///< ok, or what applies in the order above
  friend bool operator==(const ResultStatus&, const ResultStatus&) = default;
};

using Number = std::optional<double>;

/// A value with its sampling error. Empty members are not given (hidden, or not computable).
struct Estimated {
  Number value, se, lower, upper, lower99_8, upper99_8;
};

struct RankInterval {
  int low = 0, high = 0;
};

/// Comparison with the target; empty for regions and the total.
struct Comparison {
  Number difference, z, z_od, p;
  std::optional<bool> fdr;         ///< Benjamini-Hochberg value below 0.05
  Band band_sampling = Band::none; ///< from z: different from the target?
  Band band = Band::none;          ///< from z_od: outside the usual spread of areas?
};

struct IndicatorResult {
  std::string indicator;          ///< id
  std::optional<std::uint64_t> n; ///< respondents with a usable score; empty when hidden
  Estimated estimate;
  Number crude, adjusted;
  Comparison comparison;
  ResultStatus status;
  Number points = {}; ///< on the common scale, where that is made in another way than by goalposts
};

/// One part of the gap between an area and the total; parts of an area sum to its difference from the total.
struct Contribution {
  std::string indicator; ///< id; empty = "measures missing here" (R35)
  double weight = 0;     ///< effective weight in the index, shares sum to 1
  Number points;         ///< weight x (normalised area value - normalised total value)
};

struct DomainResult {
  std::string domain;
  Number value;
};

struct AreaResult {
  std::string code, name, short_name, region; ///< region: code, empty without geography
  Level level = Level::area;
  int tile_column = 0, tile_row = 0;
  std::string tile_label; ///< a word or two for a tile map
  std::optional<std::uint64_t> n;
  Estimated index;
  Number geometric;
  std::vector<DomainResult> domains;
  std::vector<IndicatorResult> indicators; ///< index indicators, then companions, in definition order
  std::vector<Contribution> contributions; ///< areas and regions
  Comparison comparison;
  std::optional<int> rank; ///< competition rank
  bool rank_tied = false;
  std::optional<RankInterval> rank_interval;
  Number reliability, shrunk;
  ResultStatus status;
  std::string reason; ///< why the index is empty or hidden, in words
};

/// How an indicator stands in the index.
struct IndicatorInfo {
  std::string id, label, domain, score, statistic, method;      ///< domain empty = companion
  double low = 0, high = 0;                                     ///< goalposts
  bool low_is_good = false;                                     ///< direction
  double weight = 0;                                            ///< effective share of the index, 0 for companions
  Number variance_share;                                        ///< share of the variance of the index between areas
  bool banded = true;                                           ///< false: shown without comparison (FFT)
  std::vector<std::pair<std::string, double>> question_weights; ///< item id -> share of the index (R39)
  std::string value_set, source, notice;
  std::string normalised = {};     ///< how its points are made, in words; empty = by goalposts
  std::size_t hidden_compared = 0; ///< as in TargetResult
};

struct TargetResult {
  std::string name;        ///< "England", or what the study names
  std::string kind;        ///< england, areas, areas-fixed, fixed, table
  Number value, se;        ///< value rounded to 4 decimals (R4)
  Number tau2, phi;        ///< rounded to 4 decimals; the spread behind the bands (moments, winsorised)
  Number tau2_reliability; ///< rounded to 4 decimals; behind reliability and shrunk values (Paule-Mandel)
  std::string tau2_reason; ///< why tau2 is 0 or absent
  std::size_t areas_compared = 0;
  std::size_t hidden_compared =
      0; ///< of them hidden themselves (target areas-fixed): exact figures would give them away
};

/// Every record of the inputs, once. read = full + in part + prorated + not scored + dropped. "In full": every score
/// of the run has a value; "in part": some have; "prorated": as either, with a missing rule at work in one or more.
struct Reconciliation {
  std::uint64_t read = 0, scored_full = 0, scored_part = 0, scored_prorated = 0;
  std::map<std::string, std::uint64_t> not_scored;    ///< reason in words -> records
  std::array<std::uint64_t, drop_reasons> dropped{};  ///< by DropReason
  std::map<std::string, std::uint64_t> unknown_areas; ///< code as found -> records
  /// Item cells without an answer among records that take part: instrument -> reason -> cells.
  std::map<std::string, std::map<std::string, std::uint64_t>> no_answer = {};
  std::uint64_t sum() const;
};

struct InputInfo {
  std::string name, sha256, role; ///< role: survey, map, study, index, instrument, value set, geography, table
  std::uint64_t records = 0;
  std::string origin = {}; ///< of a definition: "built in", or the folder that it came from; else empty
};

/// A setting in force, in words; where it came from: default, option, map, study, definition.
struct Setting {
  std::string name, value, from;
};

/// What the other rule for catch-all answers ("don't know", "not relevant") would do to one area (RULINGS R36).
struct CatchAllArea {
  std::string code;                                  ///< an area's, or the total's
  double share = 0;                                  ///< of the instrument's answers there
  std::vector<std::pair<std::string, Number>> moved; ///< indicator id -> other mean less this one, in its own unit
  Number index_moved;                                ///< points of the index; empty where it has none or is partial
};

/// Catch-all answers of one instrument. Hidden areas are left out; empty `areas`: only the shares by item are known.
struct CatchAllResult {
  std::string instrument, in_force, other;           ///< values of the choice
  std::vector<std::pair<std::string, double>> items; ///< item id -> share of its answers
  CatchAllArea total;
  std::vector<CatchAllArea> areas; ///< by code
};

struct RunResults {
  IndexSpec index;
  StudySpec study;
  std::string geography, geography_title, total_code, total_name; ///< geography empty = codes as found
  std::vector<Region> regions_known;
  std::vector<IndicatorInfo> indicators;    ///< index indicators, then companions
  std::vector<DomainResult> domain_weights; ///< share of the index per domain
  std::vector<AreaResult> areas, regions;   ///< by code
  AreaResult total;
  TargetResult target;
  Reconciliation reconciliation;
  std::vector<InputInfo> inputs;
  std::vector<Setting> settings;
  std::vector<CatchAllResult> catch_all;    ///< instruments with such answers in this run
  std::vector<ResultTable> tables;          ///< what further analyses found, in the order of analyses()
  std::vector<std::string> notices;         ///< caveats printed with the results, most important first
  std::vector<std::string> suppression_log; ///< what was hidden by which rule; never a value
  Diagnostics diagnostics;
  bool crude_outcomes = false; ///< R9: speak of higher and lower
  bool small = false;          ///< fewer than five areas: no tau2, no ranks (R40)
  std::string version;
};

} // namespace joinedup
