#include "pipeline/area_columns.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {
constexpr std::size_t records_per_block = 500;
constexpr std::size_t most_codes = 1000;
} // namespace

KnownAreas::KnownAreas(const Library& library) {
  for (const std::string& id : library.geography_ids()) {
    const Outcome<Geography> geography = library.geography(id);
    if (!geography || ids_.size() == 32) continue;
    const std::uint32_t bit = 1U << ids_.size();
    ids_.push_back(id);
    for (const Area& area : geography->areas) {
      bits_[area.code] |= bit;
      for (const std::string& code : area.codes)
        bits_[code] |= bit;
    }
  }
}

std::uint32_t KnownAreas::known(std::string_view code) const {
  const auto found = bits_.find(trim(code));
  return found == bits_.end() ? 0 : found->second;
}

void AreaColumnCounts::see(const RecordBlock& block, const KnownAreas& known) {
  geographies_ = known.geographies();
  columns_.resize(block.kept.size());
  for (std::size_t c = 0; c < block.kept.size(); ++c) {
    Column& column = columns_[c];
    column.known.resize(geographies_.size());
    const std::size_t records = std::min(block.records, records_per_block);
    for (std::size_t r = 0; r < records; ++r) {
      const std::string_view cell = block.kept[c][r];
      if (trim(cell).empty()) continue;
      ++column.filled;
      const std::uint32_t bits = known.known(cell);
      for (std::size_t g = 0; g < geographies_.size(); ++g)
        column.known[g] += (bits >> g) & 1U;
      if (bits != 0 && column.codes.size() < most_codes) column.codes.emplace(trim(cell));
    }
  }
}

void AreaColumnCounts::merge(const AreaColumnCounts& other) {
  if (geographies_.empty()) geographies_ = other.geographies_;
  columns_.resize(std::max(columns_.size(), other.columns_.size()));
  for (std::size_t c = 0; c < other.columns_.size(); ++c) {
    columns_[c].filled += other.columns_[c].filled;
    columns_[c].known.resize(geographies_.size());
    for (std::size_t g = 0; g < other.columns_[c].known.size(); ++g)
      columns_[c].known[g] += other.columns_[c].known[g];
    columns_[c].codes.insert(other.columns_[c].codes.begin(), other.columns_[c].codes.end());
  }
}

std::vector<std::string> AreaColumnCounts::describe(const std::vector<std::string>& headings,
                                                    const std::vector<std::uint32_t>& kept) const {
  std::vector<std::string> out;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const Column& column = columns_[c];
    if (column.filled == 0) continue;
    const auto most = std::max_element(column.known.begin(), column.known.end());
    if (most == column.known.end() || *most * 2 < column.filled) continue;
    std::vector<std::string> which;
    for (std::size_t g = 0; g < geographies_.size(); ++g) {
      if (column.known[g] == *most) which.push_back(geographies_[g]);
    }
    out.push_back(fmt::format("{}  {} codes of {}", headings[kept[c]], column.codes.size(), join(which, " or ")));
  }
  return out;
}

} // namespace joinedup
