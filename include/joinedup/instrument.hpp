// An instrument as its JSON definition describes it (docs/instruments.md). Plain data: nothing here computes.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/score.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace joinedup {

struct Source {
  std::string id, citation, link, confidence; ///< confidence: VERIFIED or LIKELY
};

struct ResponseOption {
  int code = 0;
  std::vector<std::string> labels; ///< our own neutral label first, then aliases met in exports
};

/// One question. Codes are the options' codes, or every whole number of `range`.
struct Item {
  std::string id, label;
  std::vector<ResponseOption> options;
  std::optional<std::pair<int, int>> range;
  std::vector<std::string> not_applicable;     ///< words beside NA and N/A
  std::map<std::string, int> catch_all;        ///< words that score a value under a choice (p3ceq: not relevant -> 0)
  bool scored = true;
  Position where;

  bool accepts(int code) const;
  int lowest() const;
  int highest() const;
};

/// A parameter of a scoring step as written: number, text, flag, or lists and maps of these.
struct Parameter {
  std::variant<double, bool, std::string, std::vector<double>, std::vector<std::string>,
               std::map<std::string, std::vector<double>>, std::map<std::string, std::string>>
      value;
  Position where;
};

/// One operation of a score's chain: its name and parameters; scoring::compile checks both.
struct ScoringStep {
  std::string operation;
  std::map<std::string, Parameter> parameters;
  Position where;
};

/// A missing rule of the definition: which share or number of items may lack, and how the rest stand for them.
struct MissingRule {
  std::string name;
  int minimum_items = 0;        ///< answered items needed
  bool prorate = false;         ///< a sum is scaled up to all items
  bool strict_invalid = false;  ///< one invalid code leaves the score empty
  Position where;
};

struct Band {
  std::string label;
  double low = 0, high = 0; ///< both ends belong to the band, after rounding to the scheme's decimals
};

struct BandScheme {
  std::string id;
  int decimals = 0; ///< scores are rounded half up before they are banded
  std::vector<Band> bands;
  std::string confidence;
};

struct LookupTable {
  std::string id;
  std::vector<std::pair<double, double>> rows; ///< from -> to, increasing
  Position where;
};

/// An additive or mapped EQ-5D value set: see scoring/value_set for the models.
struct ValueSet {
  std::string id, instrument, country, method, citation, link, confidence, note;
  int year = 0;
  std::string model;                                 ///< additive, table, crosswalk
  double start = 1;
  std::vector<std::vector<double>> levels;           ///< [dimension][level - 1], added to start
  std::map<std::string, double> terms;               ///< named interaction terms
  std::vector<double> table;                         ///< values of all states in lexicographic order
  std::string target_set;                            ///< crosswalk: the set whose states are expected
  std::vector<std::vector<std::vector<double>>> transition; ///< crosswalk: [dimension][from level - 1][to level - 1]
  int decimals = 3;                                  ///< of published values
  std::vector<int> publish_rounding;                 ///< successive roundings, such as {4, 3}
  Position where;
};

struct ScoreDefinition {
  std::string id, label;
  std::vector<std::string> items;     ///< items (or derived items) it uses
  std::vector<ScoringStep> steps;
  std::vector<std::string> rules;     ///< names of missing rules that may be chosen; the first is the default
  std::optional<double> low, high;
  Direction direction = Direction::higher;
  int decimals = -1;
  std::vector<std::string> sources;
  Position where;
};

struct DerivedItem {
  std::string id, label;
  std::vector<std::string> items;
  std::vector<ScoringStep> steps;
  Position where;
};

/// A choice that a definition offers beside missing rules, such as the care-plan mode of the P3CEQ.
struct Choice {
  std::string id, fallback;             ///< name and default value
  std::vector<std::string> values;
  std::map<std::string, std::string> confidence; ///< per value
};

struct Instrument {
  std::string id, version, title, licence, notes;
  std::vector<Source> sources;
  std::vector<Item> items;
  std::vector<DerivedItem> derived;
  std::vector<ScoreDefinition> scores;
  std::vector<MissingRule> missing_rules;
  std::vector<BandScheme> band_schemes;
  std::vector<LookupTable> tables;
  std::vector<Choice> choices;
  std::string default_value_set;         ///< empty = none is assumed
  std::vector<std::string> suggested_value_sets;
  std::string file;                      ///< where it was read from, for the run record
  std::string sha256;

  const Item* item(std::string_view name) const;
  std::optional<std::size_t> item_number(std::string_view name) const;
};

/// What a user chose of one instrument's options; empty members mean the definition's default.
struct ScoringChoices {
  std::string missing_rule;
  std::vector<std::string> value_sets;
  std::map<std::string, std::string> choices;
  std::optional<LookupTable> table; ///< from --table, the user's licensed one
};

} // namespace joinedup
