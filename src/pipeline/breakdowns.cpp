#include "pipeline/breakdowns.hpp"

#include "base/text.hpp"
#include "pipeline/breakdown_tables.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::string_view blank = "(blank)";

} // namespace

void BreakdownSums::merge(const BreakdownSums& other) {
  for (std::size_t c = 0; c < columns.size(); ++c)
    columns[c].merge(other.columns[c]);
}

Breakdowns::Breakdowns(const std::vector<Breakdown>& columns) : columns_(columns) {
  for (std::size_t c = 0; c < columns_.size(); ++c)
    values_.push_back(std::make_unique<Dictionary>());
}

BreakdownSums Breakdowns::empty_sums(const SumsDesign& design) const {
  BreakdownSums out;
  for (std::size_t c = 0; c < columns_.size(); ++c)
    out.columns.emplace_back(design);
  return out;
}

std::vector<std::size_t> Breakdowns::places(KeptPlaces& kept, Diagnostics& diagnostics) const {
  std::vector<std::size_t> out;
  for (const Breakdown& one : columns_)
    out.push_back(kept.place(one.column, "\"by\"", one.where, diagnostics));
  return out;
}

BlockGroups Breakdowns::groups(const RecordBlock& block, const std::vector<std::size_t>& places, BreakdownSums& sums) {
  BlockGroups out;
  out.sums = &sums;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto& numbers = out.group.emplace_back(block.records, 0U);
    for (std::size_t r = 0; r < block.records; ++r) {
      if (block.drop[r] != DropReason::none) continue;
      const std::string_view text = trim(block.kept[places[c]][r]);
      // What comes after far too many values is an error anyway: it need not be stored.
      numbers[r] = values_[c]->size() > 2 * most_groups ? 0 : values_[c]->number(text.empty() ? blank : text);
    }
  }
  return out;
}

Diagnostics Breakdowns::check() const {
  Diagnostics out;
  for (std::size_t c = 0; c < columns_.size(); ++c)
    if (values_[c]->size() > most_groups)
      out.error(
          "J628", columns_[c].where,
          fmt::format("\"by\": {} has more than {} values, too many to be groups", columns_[c].column, most_groups),
          "name a column of few values, such as an age band");
  return out;
}

void Breakdowns::add_tables(const BreakdownSums& sums, const IndexFrame& frame, RunResults& results) const {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const Estimates estimates =
        sums.columns[c].estimate([this, c](std::uint32_t number) { return values_[c]->text(number); },
                                 [](const std::string&) { return std::string(); }, "");
    add_breakdown(columns_[c], estimates, frame, results);
  }
}

} // namespace joinedup
