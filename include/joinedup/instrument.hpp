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

/// What stands in the cells of an item instead of its codes and labels: text (in lower case) -> code of the item.
struct CodedCells {
  std::map<std::string, int> codes;
  std::vector<std::string> catch_all; ///< texts that count as words of Item::catch_all
  bool empty() const { return codes.empty() && catch_all.empty(); }
};

/// Another way in which files write the answers, in force where a choice has the value.
struct Coding {
  std::string choice, value;
  std::map<std::string, CodedCells> items; ///< item id -> cells; items that are not here keep their own
  Position where;
};

/// One question. Codes are the options' codes, or every whole number of `range`.
struct Item {
  std::string id, label, note;
  std::vector<ResponseOption> options;
  std::optional<std::pair<int, int>> range;
  std::vector<std::string> not_applicable; ///< words beside NA and N/A
  std::map<std::string, int> catch_all;    ///< words that score a value under a choice; one value for all of them
  bool scored = true;                      ///< false: carried, in no score
  std::string role = {};                   ///< age_band or sex: of the respondent, for a value set; empty = a question
  CodedCells cells = {};                   ///< the coding in force; empty = codes and labels of the options
  std::map<std::string, std::string> elsewhere = {}; ///< words of other codings -> the choice that would read them
  Position where;

  bool accepts(int code) const;
  int lowest() const;
  int highest() const;
};

/// A parameter of a scoring step as written: number, flag, text, list, or members in the order of the text.
struct Parameter;
using ParameterList = std::vector<Parameter>;
using ParameterMap = std::vector<std::pair<std::string, Parameter>>;
struct Parameter {
  std::variant<double, bool, std::string, ParameterList, ParameterMap> value;
  Position where;
};

/// One operation of a score's chain: its name and parameters; ScoringPlan::compile checks both.
struct ScoringStep {
  std::string operation;
  ParameterMap parameters;
  Position where;
};

/// How many items may lack, and how those answered stand for them. Exactly one of the three limits is given.
struct MissingRule {
  std::string name;                           ///< a name that ends with N stands for each of `numbers`: min7
  std::optional<double> minimum_share;        ///< of the items, rounded up
  std::optional<int> may_lack;                ///< items
  std::optional<std::pair<int, int>> numbers; ///< answered items needed: N, from first to second
  int default_number = 0;                     ///< N where the rule is the default
  std::string lookup;                         ///< fractional sums in tables: none, round (half up) or interpolate
  std::string confidence;
  Position where;
};

struct ScoreBand {
  std::string label;
  double low = 0, high = 0; ///< both ends belong to the band, after rounding to the scheme's decimals
};

struct BandScheme {
  std::string id;
  int decimals = 0;  ///< scores are rounded half up before they are banded
  bool gaps = false; ///< as published: scores between two bands (of incomplete records) are in none
  std::vector<ScoreBand> bands;
  std::string confidence;
  Position where;
};

struct LookupTable {
  std::string id;
  std::vector<std::pair<double, double>> rows; ///< from -> to, increasing
  std::vector<std::string> levels = {};        ///< of a user's table: the name of each row's level, or none at all
  Position where;
};

/// What a table that the user brings (a licensed one) must hold.
struct UserTable {
  int first = 0, last = 0;  ///< every whole raw score between, both included
  double low = 0, high = 0; ///< scores rise and lie between, both included
  std::string what;         ///< one line for messages and the catalogue
};

/// One score of the instrument: a chain of steps over its items.
struct ScoreDefinition {
  std::string id, label;
  std::vector<std::string> items; ///< items or derived items that it uses, in scoring order
  std::vector<ScoringStep> steps;
  bool complete = false; ///< every item is needed, whatever missing rule is chosen
  /// `table` (the user's), a choice without default, or CHOICE=VALUE: the score is absent until they are given.
  std::vector<std::string> needs;
  std::optional<double> low, high; ///< range
  Direction direction = Direction::higher;
  int decimals = -1; ///< fixed on output; -1 = shortest exact
  std::vector<std::string> sources;
  std::string confidence, notice;         ///< notice: limits to print wherever the score is used
  std::vector<std::string> headings = {}; ///< of columns in which files hold the score that another program computed
  Position where;
};

/// An item that others make, such as a care plan that four questions ask about.
struct DerivedItem {
  std::string id, label;
  std::vector<std::string> items;
  std::vector<ScoringStep> steps;
  Position where;
};

/// A choice that a definition offers beside missing rules.
struct Choice {
  std::string id, label, fallback; ///< fallback: the default; empty = none is assumed
  std::vector<std::string> values;
  std::map<std::string, std::string> confidence; ///< per value
  Position where;
};

/// How published tables of counts, a row an organisation, name their columns. Columns of counts are known by the labels
/// of the options of `item`; the lists here are headings met, in any case.
struct CountTable {
  std::string item;
  std::vector<std::string> unit, name, parent, total, eligible;
  std::vector<std::string> totals;         ///< codes and names of rows that sum the others, such as the whole country
  std::string convention;                  ///< choice of the convention for `other_group`
  std::string apart;                       ///< its value that puts them there; without it everybody stays in the parent
  std::vector<std::string> name_has;       ///< words of a name; who lacks one is put in `other_group` when rolled up
  std::string other_group, other_group_id; ///< such as independent providers
};

/// Headings under which files usually hold items. They count where every item of the set has one column: alone they
/// may be short, or mean something else.
struct HeadingSet {
  std::map<std::string, std::vector<std::string>> items; ///< item id -> headings; letters and digits are compared
  bool beside = false;                                   ///< counts only where a set that stands alone is there
  Position where = {};
};

/// The codes of several items, each a single digit, as one text: 11121.
struct ProfileColumn {
  std::vector<std::string> items;    ///< in the order of the digits
  std::vector<std::string> headings; ///< usual ones
  Position where = {};
};

struct Instrument {
  std::string id, version, title, licence, notes;
  std::string measures; ///< experience or outcome (R9: levels of outcomes need case-mix adjustment); empty = not said
  std::vector<Source> sources;
  std::vector<Item> items;
  std::vector<DerivedItem> derived;
  std::vector<ScoreDefinition> scores;
  std::vector<MissingRule> missing_rules; ///< the first is the default
  std::vector<BandScheme> band_schemes;
  std::vector<LookupTable> tables;
  std::optional<UserTable> user_table;
  std::vector<Choice> choices;
  std::vector<Coding> codings;
  std::optional<CountTable> count_table;
  std::vector<HeadingSet> heading_sets;
  std::optional<ProfileColumn> profile;
  std::string default_value_set; ///< empty = none is assumed
  std::vector<std::string> suggested_value_sets;
  std::string file; ///< where it was read from, for the run record
  std::string sha256;
  std::string origin; ///< as InputInfo::origin

  const Item* item(std::string_view name) const;
  std::optional<std::size_t> item_number(std::string_view name) const;
};

/// A product term of a value set: `value` x what its conditions say of the levels of two dimensions.
struct LevelPair {
  std::size_t first = 0, second = 0;     ///< dimensions
  int first_level = 0, second_level = 0; ///< exactly these levels; 0 and 0: (level - 1) x (level - 1)
  double value = 0;
};

/// What several value sets share, in a file of its own: how levels of one instrument become levels of another, or what
/// must be known of the respondent. Exactly one of the three is there.
struct ValueMapping {
  std::string id, citation, link, confidence;
  std::vector<std::vector<std::vector<double>>> transition; ///< [dimension][from level - 1][to level - 1]: probability
  /// Ordered logit: P(to level <= k) of a dimension = logistic(thresholds[dimension][k - 1] - sum of the effects), one
  /// for each dimension answered: effects[dimension][answered dimension][its level - 1].
  std::vector<std::vector<double>> thresholds;
  std::vector<std::vector<std::vector<double>>> effects;
  std::vector<Item> respondent; ///< with their roles; codes from 1 in a row
  std::string file, sha256, origin;
};

/// Values of health states; scoring/value_table makes the table of all states from it. States are numbered in
/// lexicographic order of their levels, the all-best state first.
struct ValueSet {
  std::string id, instrument, country, method, citation, link, confidence, note;
  int year = 0;
  std::string model; ///< additive, multiplicative, table, crosswalk, reverse_crosswalk, by_respondent; empty: head only
  double start = 1;
  std::vector<std::vector<double>> levels; ///< [dimension][level - 1]: added to start, or factors of it
  std::map<std::string, double> terms;     ///< named terms of the profile: ANY2PLUS, ANY3, D1 ...
  std::vector<LevelPair> pairs;
  double power = 1;                            ///< the level part becomes -(-level part)^power
  std::map<std::string, double> states;        ///< values given outright: profile -> value
  std::vector<double> table;                   ///< values of all states
  std::string target_set;                      ///< crosswalk: the set whose value is expected
  int target_decimals = -1;                    ///< crosswalk: target values are rounded first; -1 = not
  std::map<std::string, double> target_states; ///< crosswalk: target values that are replaced: profile -> value
  std::vector<std::vector<std::vector<double>>> transition; ///< crosswalk: [dimension][from level - 1][to level - 1]
  std::string mapping_id;                                   ///< of the file that `mapping` comes from
  ValueMapping mapping;
  std::string table_file, table_column; ///< by_respondent: empty file = the user brings it
  /// by_respondent: [state][first item's code - 1][second's ...], the last changing fastest.
  std::vector<double> by_respondent;
  std::string input_set;             ///< by_respondent: the set whose index can stand for the state
  int decimals = 3;                  ///< of published values, for output
  std::vector<int> publish_rounding; ///< successive roundings of the published table, such as {4, 3}
  std::string file, sha256, origin;
  Position where;
};

/// What a user chose of one instrument's options; empty members mean the definition's default.
struct ScoringChoices {
  std::string missing_rule;
  std::vector<std::string> value_sets;
  std::map<std::string, std::string> choices;
  std::optional<LookupTable> table; ///< from --table, the user's licensed one
};

} // namespace joinedup
