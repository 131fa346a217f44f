#include "exports/repeated_records.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

RepeatedRecords::RepeatedRecords(const ReadingPlan& plan)
    : plan_(plan), memory_(plan.memory != nullptr ? *plan.memory : own_) {
  memory_.begin_file();
}

void RepeatedRecords::look(BlockScratch& scratch) {
  const std::vector<std::uint64_t>& names = scratch.report.names;
  RecordBlock& block = scratch.block;
  const std::uint64_t before = rows_;
  for (std::size_t row = 0; row < names.size(); ++row) {
    if (!drops() && before + row >= most_watched) break;
    if (names[row] == 0) continue;
    const RecordMemory::Met met = memory_.meet(names[row]);
    if (met == RecordMemory::Met::never) continue;
    of_earlier_files_ += met == RecordMemory::Met::in_an_earlier_file ? 1 : 0;
    if (++repeated_ == 1) first_ = before + row + 1;
    if (!drops()) continue;
    block.drop[row] = DropReason::duplicate;
    scratch.report.dropped.at(static_cast<std::size_t>(DropReason::duplicate)) +=
        block.count.empty() ? 1 : block.count[row];
  }
  rows_ += scratch.report.rows;
}

Diagnostics RepeatedRecords::said(const std::string& file) const {
  Diagnostics out;
  if (repeated_ == 0) return out;
  const bool by_name = plan_.identity->by_name;
  std::string what = fmt::format("{} record{} {} an earlier one, first record {}: {}", with_thousands(repeated_),
                                 repeated_ == 1 ? "" : "s", repeated_ == 1 ? "repeats" : "repeat", first_,
                                 by_name ? "the same id" : "the same in all that was answered, comments too");
  if (of_earlier_files_ > 0)
    what += fmt::format(" ({} of them in a file read before this one)", with_thousands(of_earlier_files_));
  if (drops())
    out.note("J264", {file, 0, 0, ""}, what + "; dropped", "the first of its kind is kept");
  else
    out.warning("J264", {file, 0, 0, ""}, what,
                "--dedupe drops the later ones; a map's \"rows\" or \"wave\" tells repeats apart that are meant");
  return out;
}

} // namespace joinedup
