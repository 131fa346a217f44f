// What stands in the column of an item, told apart into answers, missing words, numbers and texts that are neither.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/look/column_profile.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Cells of one item. After forget_open_texts, texts are held only where they may be shown.
struct ItemAnswers {
  std::map<int, std::uint64_t> codes;   ///< accepted ones, however they are written
  std::map<int, std::uint64_t> numbers; ///< whole numbers written in the cells, unless they are recoded or missing
  std::map<std::string, std::uint64_t> outside; ///< numbers that are no answer, marks such as NULL
  std::map<std::string, std::uint64_t> marks;   ///< short marks such as A1 that are no answer
  std::map<std::string, std::pair<AnswerCode, std::uint64_t>> missing; ///< text -> reason; "" = blank
  std::map<std::string, std::uint64_t>
      texts;              ///< other texts, where they are few and repeat: answers of a closed question
  std::set<int> left_out; ///< whole numbers of records that the tool marks as no responses
  std::uint64_t other_texts = 0, answers = 0, labels = 0; ///< cells; `labels`: answers written as a label
  std::size_t not_shown = 0;                              ///< different texts, marks and numbers that were forgotten
  bool many = false;                                      ///< too many texts to count them

  std::uint64_t invalid() const; ///< cells that are no answer and no missing word
  std::uint64_t filled() const { return answers + invalid(); }
};

ItemAnswers answers_of(const ItemPlan& item, std::span<const ColumnProfile> columns, std::uint64_t records);

/// `items`: those with the same codes. Texts of a closed question are few and come again and again; others could be
/// anybody's words. A text or mark stays that two records or more hold in one item, if it stands in 10 cells or more of
/// the items or if these hold 14 different ones at most; it has 60 characters and 5 digits at most and no @. Numbers of
/// up to three digits stay too, and marks up to 20 with the letters that nearly all have (A5 beside A1 to A4). The
/// cells of all others count as other texts.
void forget_open_texts(std::span<ItemAnswers* const> items);

/// Letters and then a number, together at most eight characters: a mark that a survey author chose for an answer.
std::optional<std::pair<std::string, int>> answer_mark(std::string_view text);

/// "1-5", "1, 3, 5", "none".
std::string runs_of(const std::map<int, std::uint64_t>& codes);
std::string runs_of(const Item& item);

} // namespace joinedup
