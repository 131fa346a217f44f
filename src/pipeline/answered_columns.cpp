#include "pipeline/answered_columns.hpp"

#include "base/text.hpp"
#include "pipeline/answered_tables.hpp"
#include "pipeline/breakdowns.hpp"

#include <fmt/format.h>

namespace joinedup {

void AnsweredCounts::add(std::size_t column, std::uint32_t area, std::uint32_t value, std::uint64_t people) {
  columns[column][std::uint64_t{area} << 32U | value] += people;
}

void AnsweredCounts::merge(const AnsweredCounts& other) {
  for (std::size_t c = 0; c < columns.size(); ++c)
    for (const auto& [key, people] : other.columns[c])
      columns[c][key] += people;
}

AnsweredColumns::AnsweredColumns(const AnsweredSpec& study) {
  if (study.mode) columns_.push_back({"mode", *study.mode, std::make_unique<Dictionary>()});
  if (study.role) columns_.push_back({"role", *study.role, std::make_unique<Dictionary>()});
}

AnsweredCounts AnsweredColumns::empty_counts() const { return {decltype(AnsweredCounts::columns)(columns_.size())}; }

std::vector<std::size_t> AnsweredColumns::places(KeptPlaces& kept, Diagnostics& diagnostics) const {
  std::vector<std::size_t> out;
  for (const Column& one : columns_)
    out.push_back(kept.place(one.spec.column, fmt::format("\"{}\"", one.id), one.spec.where, diagnostics));
  return out;
}

BlockAnswered AnsweredColumns::values(const RecordBlock& block, const std::vector<std::size_t>& places,
                                      AnsweredCounts& counts) {
  BlockAnswered out;
  out.counts = &counts;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto& numbers = out.values.emplace_back(block.records, 0U);
    Dictionary& values = *columns_[c].values;
    for (std::size_t r = 0; r < block.records; ++r) {
      if (block.drop[r] != DropReason::none) continue;
      const std::string_view text = trim(block.kept[places[c]][r]);
      // What comes after far too many values is an error anyway: it need not be stored.
      numbers[r] = values.size() > 2 * Breakdowns::most_groups ? 0 : values.number(text.empty() ? not_stated : text);
    }
  }
  return out;
}

Diagnostics AnsweredColumns::check() const {
  Diagnostics out;
  for (const Column& one : columns_)
    if (one.values->size() > Breakdowns::most_groups)
      out.error("J628", one.spec.where,
                fmt::format("\"{}\": {} has more than {} values", one.id, one.spec.column, Breakdowns::most_groups),
                "name a column of few values, such as online, paper and telephone");
  return out;
}

void AnsweredColumns::add_tables(const AnsweredCounts& counts, const std::function<std::string(std::uint32_t)>& code_of,
                                 RunResults& results) const {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    AnsweredBy by{columns_[c].id, columns_[c].spec, {}};
    for (const auto& [key, people] : counts.columns[c]) {
      const auto area = static_cast<std::uint32_t>(key >> 32U);
      by.people[code_of(area)][columns_[c].values->text(static_cast<std::uint32_t>(key))] += people;
    }
    add_answered_table(by, results);
  }
}

} // namespace joinedup
