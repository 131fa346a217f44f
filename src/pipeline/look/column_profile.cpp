#include "pipeline/look/column_profile.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace joinedup {

namespace {

constexpr std::size_t longest_text = 120; // longer ones are no answers

void forget(ColumnProfile& column) {
  column.many = true;
  column.texts.clear();
}

constexpr std::size_t short_text = 8, most_left_out = 64;

void limit_left_out(ColumnProfile& column) {
  column.many_left_out = column.many_left_out || column.left_out.size() > most_left_out;
  if (column.many_left_out) column.left_out.clear();
}

void see_left_out(DropReason reason, std::string_view text, ColumnProfile& out) {
  const bool by_the_tool = reason == DropReason::not_a_response || reason == DropReason::partial_response;
  if (!by_the_tool || text.empty() || text.size() > short_text || out.many_left_out) return;
  out.left_out.emplace(text);
  limit_left_out(out);
}

/// Counts by view first: a column repeats a few texts, and a view costs nothing.
void see_column(const RecordBlock& block, std::size_t number, std::size_t most, ColumnProfile& out) {
  std::unordered_map<std::string_view, std::uint64_t> texts;
  for (std::size_t r = 0; r < block.records; ++r) {
    const std::string_view text = trim(block.kept[number][r]);
    if (block.drop[r] != DropReason::none) {
      see_left_out(block.drop[r], text, out);
      continue;
    }
    if (text.empty()) {
      ++out.blank;
      continue;
    }
    ++out.filled;
    if (out.many) continue;
    ++texts[text];
    if (text.size() > longest_text || texts.size() > most) forget(out);
  }
  if (out.many) return;
  for (const auto& [text, n] : texts)
    out.texts[std::string(text)] += n;
  if (out.texts.size() > most) forget(out);
}

} // namespace

std::size_t texts_kept(std::size_t columns) {
  constexpr std::size_t in_all = 400'000, most = 400, fewest = 128;
  return std::clamp(in_all / std::max<std::size_t>(columns, 1), fewest, most);
}

ColumnProfiles::ColumnProfiles(std::size_t columns) : most_texts_(texts_kept(columns)), columns_(columns) {}

void ColumnProfiles::see(const RecordBlock& block) {
  for (std::size_t c = 0; c < std::min(columns_.size(), block.kept.size()); ++c)
    see_column(block, c, most_texts_, columns_[c]);
}

void ColumnProfiles::merge(const ColumnProfiles& later) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    ColumnProfile& column = columns_[c];
    const ColumnProfile& other = later.columns_[c];
    column.filled += other.filled;
    column.blank += other.blank;
    column.many_left_out = column.many_left_out || other.many_left_out;
    column.left_out.insert(other.left_out.begin(), other.left_out.end());
    limit_left_out(column);
    if (column.many || other.many) {
      forget(column);
      continue;
    }
    for (const auto& [text, n] : other.texts)
      column.texts[text] += n;
    if (column.texts.size() > most_texts_) forget(column);
  }
}

} // namespace joinedup
