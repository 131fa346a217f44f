// Which records of a block take part, by which they may be known again, and why cells of theirs hold no answer.
#include "base/text.hpp"
#include "exports/block_reader.hpp"
#include "exports/cell.hpp"
#include "exports/condition.hpp"
#include "exports/count_codes.hpp"
#include "exports/record_memory.hpp"
#include "exports/record_rules.hpp"

#include <algorithm>

namespace joinedup {

/// The survey tool's marks, `rows` of the map and `--where`. What is no response at all is so wherever it comes from;
/// an unfinished response from outside the study population is outside it first.
void BlockReader::choose_records(BlockScratch& s) const {
  s.report.two_meanings = false;
  s.report.left_out.assign(rule_numbers(plan_), 0);
  RecordJudge judge(plan_);
  const bool all = plan_.rows.empty() && !plan_.where;
  if (judge.idle() && all) return;
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    const RecordVerdict verdict = judge.judge([&](std::uint32_t column) { return s.table.raw(row, column); });
    const bool no_response = verdict.reason == DropReason::not_a_response;
    if (!no_response && !all && !is_inside(s, row)) {
      s.block.drop[row] = DropReason::outside_population;
    } else if (verdict.reason != DropReason::none) {
      s.block.drop[row] = verdict.reason;
      ++s.report.left_out[verdict.rule];
    }
  }
}

bool BlockReader::is_inside(BlockScratch& s, std::size_t row) const {
  const auto cell = [&](std::uint32_t column) { return trim(cell_text(s.table.raw(row, column), s.arena)); };
  for (const auto& [column, values] : plan_.rows)
    if (std::find(values.begin(), values.end(), cell(column)) == values.end()) return false;
  const auto text_met = [&](std::uint32_t column) { ++s.report.no_numbers[column]; };
  return !plan_.where || holds(*plan_.where, cell, text_met);
}

namespace {

std::size_t answered_items(const RecordBlock& block, std::size_t row) {
  std::size_t out = 0;
  for (const AnswerBlock& a : block.administrations)
    for (const std::vector<AnswerCode>& item : a.items)
      out += is_answer(item[row]) ? 1U : 0U;
  return out;
}

std::string_view bare(std::string_view raw) { return trim(unwrap(raw).text); }

/// Such as 17; ids that are alike in several files by accident.
bool is_running_number(std::string_view id) {
  constexpr std::size_t longest = 9;
  return id.size() <= longest && id.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

/// A number for each record by which it is known again; 0 = not looked for.
void BlockReader::name_records(BlockScratch& s) const {
  s.report.names.clear();
  if (!plan_.identity || !s.names_wanted) return;
  const RecordIdentity& identity = *plan_.identity;
  s.report.names.assign(s.block.records, 0);
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    const std::string_view id = bare(s.table.raw(row, identity.columns.front()));
    if (identity.by_name ? id.empty() : answered_items(s.block, row) < RecordIdentity::most_common) continue;
    std::uint64_t name = identity.seed;
    for (const std::uint32_t column : identity.columns)
      name = name_with(name, bare(s.table.raw(row, column)));
    s.report.names[row] = finished_name(name, identity.running_numbers && is_running_number(id));
  }
}

/// Cells without an answer, by item and reason, of the records that take part.
void BlockReader::count_no_answer(BlockScratch& s) const {
  s.report.no_answer.assign(items_.size(), {});
  const bool whole = s.block.count.empty() && std::all_of(s.block.drop.begin(), s.block.drop.end(),
                                                          [](DropReason why) { return why == DropReason::none; });
  for (const ItemColumn& item : items_) {
    if (item.plan->columns.empty() || s.report.seen[item.number].answered == s.block.records) continue;
    const std::vector<AnswerCode>& codes = s.block.administrations[item.administration].items[item.item];
    if (whole) {
      std::uint64_t left = s.block.records - s.report.seen[item.number].answered;
      for (std::size_t k = 0; k < no_answer_reasons && left > 0; ++k) {
        const auto code = static_cast<AnswerCode>(answer::missing + static_cast<int>(k));
        s.report.no_answer[item.number].at(k) = count_equal(codes, code);
        left -= s.report.no_answer[item.number].at(k);
      }
      continue;
    }
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const auto reason = static_cast<std::size_t>(codes[row] - answer::missing);
      if (reason >= no_answer_reasons || s.block.drop[row] != DropReason::none) continue;
      s.report.no_answer[item.number].at(reason) += s.block.count.empty() ? 1 : s.block.count[row];
    }
  }
}

} // namespace joinedup
