// The text of one block -> its records as codes, numbers and views, and a report of what was wrong with them.
#pragma once

#include "exports/block_report.hpp"
#include "exports/block_table.hpp"
#include "exports/fault_list.hpp"
#include "exports/reading_plan.hpp"
#include "exports/survey_file_impl.hpp"

#include <joinedup/responses.hpp>

#include <array>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Answers of an item met lately, by their text as it stands in the file: exports with labels repeat a few of them.
class LatelyAnswered {
public:
  static constexpr std::size_t longest = 44;

  const AnswerCode* find(std::string_view raw) const {
    if (raw.empty()) return nullptr;
    const Entry& entry = entries_[place(raw)];
    const bool same = entry.size == raw.size() && std::memcmp(entry.text.data(), raw.data(), raw.size()) == 0;
    return same ? &entry.code : nullptr;
  }
  void keep(std::string_view raw, AnswerCode code) {
    if (raw.empty() || raw.size() > longest) return;
    Entry& entry = entries_[place(raw)];
    entry.size = static_cast<std::uint8_t>(raw.size());
    entry.code = code;
    std::memcpy(entry.text.data(), raw.data(), raw.size());
  }

private:
  struct Entry {
    std::uint8_t size = 0;
    AnswerCode code = answer::missing;
    std::array<char, longest> text{};
  };
  static std::size_t place(std::string_view raw) {
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(raw[at])); };
    return (raw.size() * 5 + byte(0) * 3 + byte(raw.size() / 2) + byte(raw.size() - 1) * 7) % places;
  }
  static constexpr std::size_t places = 32;
  std::array<Entry, places> entries_;
};

/// What one block needs while it is read; used again for another one later.
struct BlockScratch {
  bool names_wanted = true;      ///< RepeatedRecords still looks at them
  std::uint64_t text_offset = 0; ///< of the block's first byte in the text of the file
  BlockTable table;
  RecordBlock block;
  BlockReport report;
  FaultList faults;
  std::deque<std::string> arena;      ///< texts that had doubled quotes
  std::vector<LatelyAnswered> lately; ///< by item of the plan
  std::vector<std::uint64_t> met;     ///< codes of each item met in any block read here: looked for no more
};

/// One item of the plan with its place in the block.
struct ItemColumn {
  const ItemPlan* plan;
  std::size_t administration, item, number; ///< number: among all items of the plan
  AnswerCode blank;
  ItemScale scale;
};

/// Reads blocks on any thread: it only looks at the file's headings and the plan.
class BlockReader {
public:
  BlockReader(const SurveyFile::Impl& file, const ReadingPlan& plan);
  /// `text` as BlockTable::read wants it.
  void read(std::string_view text, BlockScratch& scratch) const;

  /// After repeated records were dropped.
  void count_no_answer(BlockScratch& scratch) const;

  std::size_t items() const { return items_.size(); }
  const ItemPlan& item(std::size_t number) const { return *items_[number].plan; }

private:
  void prepare(BlockScratch& s) const;
  void report_structure(BlockScratch& s) const;
  void set_closing_lines_aside(BlockScratch& s) const;
  void set_wholes_aside(BlockScratch& s) const;
  void choose_records(BlockScratch& s) const;
  bool is_inside(BlockScratch& s, std::size_t row) const;
  void name_records(BlockScratch& s) const;
  void read_counts(BlockScratch& s) const;
  void read_areas(BlockScratch& s) const;
  std::uint32_t area_number(std::string_view text) const;
  void read_weights(BlockScratch& s) const;
  void read_groups(BlockScratch& s) const;
  void read_numbers(BlockScratch& s) const;
  void read_kept(BlockScratch& s) const;
  void look_at_kept(BlockScratch& s) const;
  void read_answers(BlockScratch& s) const;
  void see_answers(BlockScratch& s) const;
  void read_column(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const;
  void read_digit(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const;
  void read_choice(BlockScratch& s, const ItemColumn& item, std::size_t from, std::size_t to) const;
  AnswerCode unusual(BlockScratch& s, const ItemColumn& item, std::uint32_t column, std::size_t row) const;
  void report_invalid(BlockScratch& s, const ItemColumn& item, std::uint32_t column, std::size_t row) const;
  void reject(BlockScratch& s, std::size_t row, std::uint32_t column, std::uint32_t at, FaultKind kind,
              std::string_view record) const;
  std::string reject_cells(std::string_view record) const;
  void tally(BlockScratch& s) const;

  const SurveyFile::Impl& file_;
  const ReadingPlan& plan_;
  TableShape shape_;
  std::vector<ItemColumn> items_;
};

/// Records whose cells are looked at no further.
constexpr bool set_aside(DropReason reason) {
  return reason == DropReason::rejected || reason == DropReason::outside_population ||
         reason == DropReason::not_a_response || reason == DropReason::partial_response;
}

} // namespace joinedup
