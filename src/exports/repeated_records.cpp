#include "exports/repeated_records.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

void Repeats::count(RecordMemory::Met met, std::uint64_t record) {
  if (met == RecordMemory::Met::never) return;
  of_earlier_files += met == RecordMemory::Met::in_an_earlier_file ? 1 : 0;
  if (++records == 1) first = record;
}

Diagnostics say_repeats(const Repeats& repeats, const std::string& file, bool by_name, bool dropped) {
  Diagnostics out;
  if (repeats.records == 0) return out;
  std::string what =
      fmt::format("{} record{} {} an earlier one, first record {}: {}", with_thousands(repeats.records),
                  repeats.records == 1 ? "" : "s", repeats.records == 1 ? "repeats" : "repeat", repeats.first,
                  by_name ? "the same id" : "the same in all that was answered, comments too");
  if (repeats.of_earlier_files > 0)
    what += fmt::format(" ({} of them in a file read before this one)", with_thousands(repeats.of_earlier_files));
  if (dropped)
    out.note("J264", {file, 0, 0, ""}, what + "; dropped", "the first of its kind is kept");
  else
    out.warning("J264", {file, 0, 0, ""}, what,
                "--dedupe drops the later ones; a map's \"rows\" or \"wave\" tells repeats apart that are meant");
  return out;
}

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
    if (plan_.keep_names) names_.push_back(names[row]);
    if (names[row] == 0) continue;
    const RecordMemory::Met met = memory_.meet(names[row]);
    repeats_.count(met, before + row + 1);
    if (met == RecordMemory::Met::never || !drops()) continue;
    block.drop[row] = DropReason::duplicate;
    scratch.report.dropped.at(static_cast<std::size_t>(DropReason::duplicate)) +=
        block.count.empty() ? 1 : block.count[row];
  }
  rows_ += scratch.report.rows;
}

Diagnostics RepeatedRecords::said(const std::string& file) const {
  return say_repeats(repeats_, file, plan_.identity && plan_.identity->by_name, drops());
}

} // namespace joinedup
