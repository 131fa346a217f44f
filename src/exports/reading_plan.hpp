// Which column of a file is what: the map and the matching of headings, settled before the first record is read.
#pragma once

#include "exports/dictionary.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/spec.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// Texts that mean a code or a reason, for one item; what is not here is invalid.
struct CellCodes {
  std::array<AnswerCode, 256> single{};                 ///< for cells of one byte
  std::map<std::string, AnswerCode, std::less<>> texts; ///< as normal_label() writes them
  bool whole_numbers = false;                           ///< also every whole number of [low, high] (EQ VAS)
  bool plain_digits = false;                            ///< and no text above says otherwise for one of them
  int low = 0, high = 0;
  std::map<std::string, std::string, std::less<>> elsewhere; ///< words of another coding -> the choice that reads them
};

/// Where an item's code stands in a text that holds the codes of several items, a digit each.
struct DigitPlace {
  std::uint8_t place = 0, of = 0; ///< place from 0
};

struct ItemPlan {
  std::string instrument;
  std::string id;       ///< as rejects and counts name it: with the wave in front where there is one
  std::string expected; ///< for messages: "1 to 5"
  std::vector<std::uint32_t>
      columns; ///< field numbers from 0; empty = not in the file; several = one at most is answered
  CellCodes codes;
  std::optional<DigitPlace> digit = {}; ///< the column holds a profile
};

struct AdministrationPlan {
  std::string instrument, wave;
  std::string matched_by;                            ///< "map", "item ids", "usual headings", for inspect
  std::vector<ItemPlan> items;                       ///< in the instrument's item order
  std::map<std::string, std::uint32_t> compare = {}; ///< score -> column that holds it, by the map
};

/// `--where`, compiled.
struct Condition;
class RecordMemory;

/// What makes a record the same as an earlier one of the run (RepeatedRecords): the columns that name it, or all that
/// a person answered.
struct RecordIdentity {
  std::vector<std::uint32_t> columns; ///< compared
  bool by_name = false;               ///< they name the record; else at least `most_common` items must be answered
  std::uint64_t seed = 0;             ///< what else must be alike: questionnaires, waves, headings
  bool running_numbers = false; ///< the survey tool counts the records of one file: such names are alike in it only
  static constexpr std::size_t most_common = 10; ///< fewer answers are the same for many people
};

struct ReadingPlan {
  std::vector<AdministrationPlan> administrations;
  std::optional<std::uint32_t> area, weight, count, stratum, cluster;
  std::vector<std::uint32_t> columns;    ///< numeric columns carried
  std::vector<std::uint32_t> categories; ///< columns carried as numbers of `levels`
  std::vector<std::uint32_t> kept;       ///< kept columns
  std::size_t kept_beside = 0;           ///< the last of them: looked at by the run, in no output
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>>
      rows; ///< keep only records whose cell is one of these
  std::shared_ptr<const Condition> where;
  std::vector<RecordRule> rules;          ///< of the survey tool, values in lower case; the first that holds decides
  std::vector<FormColumns> forms;         ///< a record is an answer where it holds one of these; empty = always
  std::string not_finished_text;          ///< of a form that was begun only
  std::optional<RecordIdentity> identity; ///< repeated records are looked for by this
  bool drop_repeated = false;             ///< else they are warned about
  RecordMemory* memory = nullptr;         ///< not owned; of all files of the run; null = of this file alone
  bool keep_names = false;                ///< ReadSummary::names, and nothing is said of repeated records
  std::map<std::string, std::string, std::less<>> area_labels; ///< area cell -> label, as the file says
  AreaDictionary* areas = nullptr;                             ///< not owned; null = areas are not asked for
  Dictionary* strata = nullptr;
  Dictionary* clusters = nullptr;
  Dictionary* levels = nullptr; ///< of all category columns
  bool set_rejects_aside = false;
  bool show_values = false;
  bool with_lines = false; ///< also RecordBlock::line
};

/// What to look for. Names of columns come from options, map and study, already joined: empty = not given.
struct ReadingRequest {
  ColumnMap map;                              ///< with options and study laid over it
  std::vector<const Instrument*> instruments; ///< those to look for; each administration of the map names one of them
  std::vector<std::string> known_instruments = {}; ///< ids of all definitions in reach: headings may name another one
  bool refuse_counts = true;                       ///< J253 on a published table of counts; false: it is only said
  bool all_must_match = false;                     ///< else an instrument without any item in the file is left out
  std::string where;
  std::vector<std::string> keep; ///< headings; "all", "none"; empty = record, area, wave and weight columns
  std::optional<std::vector<std::uint32_t>> keep_columns = {}; ///< in place of `keep`: numbers of columns
  std::vector<std::string> numeric_columns;                    ///< index indicators that are columns, then others
  std::vector<std::string> categories;                         ///< columns to carry as numbers of `levels`
  AreaDictionary* areas = nullptr;
  Dictionary* strata = nullptr;
  Dictionary* clusters = nullptr;
  Dictionary* levels = nullptr;
  RecordMemory* memory = nullptr; ///< of the run, so that records are known again from file to file
  bool keep_names = false;        ///< ReadingPlan::keep_names
  bool set_rejects_aside = false, show_values = false;
};

/// All faults at once: unknown columns with near names, ambiguous matches, words that no reason has.
Outcome<ReadingPlan> plan_reading(const SurveyFile& file, const ReadingRequest& request);

} // namespace joinedup
