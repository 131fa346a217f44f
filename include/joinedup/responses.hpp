// Answers by column, a block of records at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// An item's answer: its code, or one of the reasons below why there is none. One small integer a cell.
using AnswerCode = std::int16_t;

namespace answer {
inline constexpr AnswerCode missing = -32768;        ///< blank
inline constexpr AnswerCode not_shown = -32767;      ///< the survey did not ask
inline constexpr AnswerCode unanswered = -32766;     ///< seen and left
inline constexpr AnswerCode not_applicable = -32765; ///< said so
inline constexpr AnswerCode suppressed = -32764;     ///< hidden by the sender
inline constexpr AnswerCode user_missing = -32763;   ///< declared missing by the user or the file
inline constexpr AnswerCode invalid = -32762;        ///< outside the options
inline constexpr AnswerCode catch_all = -32761;      ///< a word of Item::catch_all: scored or missing, by choice
inline constexpr AnswerCode first_valid = -32000;    ///< codes from here up are answers
} // namespace answer

constexpr bool is_answer(AnswerCode code) { return code >= answer::first_valid; }

/// The items of one administration (an instrument at a wave), one column an item, in the instrument's item order.
/// An item that the file does not hold is a column of `answer::missing`.
struct AnswerBlock {
  std::vector<std::vector<AnswerCode>> items; ///< [item][record]
};

/// Why a record takes no part in any figure. Order is the order of the reconciliation.
enum class DropReason : std::uint8_t {
  none,
  rejected,           ///< structural fault, set aside with --rejects
  outside_population, ///< `where` or the map's `rows`
  not_a_response,     ///< preview, test, spam, total, footer, repeated header
  partial_response,   ///< unfinished
  duplicate,
  no_area,
  unknown_area,
  blank_weight,
};
inline constexpr std::size_t drop_reasons = 9;
std::string_view words(DropReason reason); ///< as the reconciliation and the report say it

inline constexpr std::uint32_t no_number = 0xffffffffU; ///< no entry of a dictionary

/// A run of records as read, in input order. Columns have `records` entries; a column that the run does not use is
/// empty. Views point into the block's own text and live as long as the block. A block knows nothing of the blocks
/// before it (they are read at the same time), so it holds no record or line numbers.
struct RecordBlock {
  std::size_t records = 0;
  std::vector<AnswerBlock> administrations;    ///< in the order of ReadingPlan::administrations
  std::vector<DropReason> drop;                ///< why a record takes no part; never empty
  std::vector<std::uint32_t> area;             ///< number in the AreaDictionary, or no_number
  std::vector<std::uint32_t> stratum, cluster; ///< numbers in their dictionaries; empty = no such design variable
  std::vector<std::vector<std::uint32_t>> categories = {}; ///< [column][record]: numbers in ReadingPlan::levels
  std::vector<double> weight;                              ///< empty = 1 each
  std::vector<std::uint64_t> count;                        ///< empty = 1 each: identical records that a row stands for
  std::vector<std::vector<double>> columns;                ///< numeric columns carried: [column][record], NaN = missing
  std::vector<std::vector<std::string_view>> kept;         ///< kept columns: [column][record], text without CSV quotes
  std::vector<std::uint64_t>
      line;                ///< where the record starts, lines counted from 0 in the block; empty = not asked for
  std::uint64_t lines = 0; ///< of the block's text
};

} // namespace joinedup
