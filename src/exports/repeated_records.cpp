#include "exports/repeated_records.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

void RepeatedRecords::look(BlockScratch& scratch) {
  const std::vector<std::uint64_t>& names = scratch.report.names;
  RecordBlock& block = scratch.block;
  const std::uint64_t before = rows_;
  for (std::size_t row = 0; row < names.size(); ++row) {
    if (!drops() && before + row >= most_watched) break;
    if (names[row] == 0 || !is_known(names[row])) continue;
    if (++repeated_ == 1) first_ = before + row + 1;
    if (!drops()) continue;
    block.drop[row] = DropReason::duplicate;
    scratch.report.dropped.at(static_cast<std::size_t>(DropReason::duplicate)) +=
        block.count.empty() ? 1 : block.count[row];
  }
  rows_ += scratch.report.rows;
}

/// Remembers the name where it is new.
bool RepeatedRecords::is_known(std::uint64_t name) {
  if (used_ * 2 >= table_.size()) grow();
  const std::size_t mask = table_.size() - 1;
  std::size_t at = static_cast<std::size_t>(name) & mask;
  while (table_[at] != 0 && table_[at] != name)
    at = (at + 1) & mask;
  if (table_[at] == name) return true;
  table_[at] = name;
  ++used_;
  return false;
}

void RepeatedRecords::grow() {
  constexpr std::size_t least = 1024;
  std::vector<std::uint64_t> before(table_.empty() ? least : table_.size() * 2, 0);
  before.swap(table_);
  const std::size_t mask = table_.size() - 1;
  for (const std::uint64_t name : before) {
    if (name == 0) continue;
    std::size_t at = static_cast<std::size_t>(name) & mask;
    while (table_[at] != 0)
      at = (at + 1) & mask;
    table_[at] = name;
  }
}

Diagnostics RepeatedRecords::said(const std::string& file) const {
  Diagnostics out;
  if (repeated_ == 0) return out;
  const bool by_name = plan_.identity->by_name;
  const std::string what = fmt::format("{} record{} {} an earlier one, first record {}: {}", with_thousands(repeated_),
                                       repeated_ == 1 ? "" : "s", repeated_ == 1 ? "repeats" : "repeat", first_,
                                       by_name ? "the same id" : "the same in all that was answered, comments too");
  if (drops())
    out.note("J264", {file, 0, 0, ""}, what + "; dropped", "the first of its kind is kept");
  else
    out.warning("J264", {file, 0, 0, ""}, what,
                "--dedupe drops the later ones; a map's \"rows\" or \"wave\" tells repeats apart that are meant");
  return out;
}

} // namespace joinedup
