// The respondent's columns of a block: area, weight, count, stratum, cluster, numbers.
#include "base/text.hpp"
#include "exports/block_reader.hpp"
#include "exports/cell.hpp"
#include "exports/decimal_sign.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

namespace joinedup {

namespace {

/// Texts met lately in front of a dictionary that all threads share. Keys are views into the block.
class LatelyMet {
public:
  template <typename Ask> std::uint32_t number(std::string_view text, Ask&& ask) {
    Entry& entry = entries_[std::hash<std::string_view>{}(text) % entries_.size()];
    if (entry.used && entry.text == text) return entry.number;
    entry = {text, ask(text), true};
    return entry.number;
  }

private:
  struct Entry {
    std::string_view text;
    std::uint32_t number = 0;
    bool used = false;
  };
  std::array<Entry, 256> entries_{};
};

constexpr std::string_view decimal_hint = "say which sign numbers have: --decimal comma or --decimal point";

/// A count, with a sign of thousands perhaps.
std::optional<std::uint64_t> whole_number(std::string_view text, const NumberStyle& style) {
  if (const auto plain = parse_whole(text)) return plain;
  const NumberCell number = number_cell(text, style);
  const bool whole = number.kind == NumberKind::marked && !text.ends_with('%') && number.value >= 0 &&
                     number.value <= std::numeric_limits<std::uint32_t>::max() &&
                     number.value == std::floor(number.value);
  return whole ? std::optional(static_cast<std::uint64_t>(number.value)) : std::nullopt;
}

/// A cell's text; cells with doubled quotes are no codes and no numbers, so they need no unescaping.
std::string_view bare(const BlockTable& table, std::size_t row, std::uint32_t column) {
  return trim(unwrap(table.raw(row, column)).text);
}

} // namespace

void BlockReader::read_counts(BlockScratch& s) const {
  if (!plan_.count) return;
  const std::uint32_t column = *plan_.count;
  s.block.count.assign(s.block.records, 1);
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] == DropReason::rejected || s.block.drop[row] == DropReason::not_a_response) continue;
    const auto count = whole_number(bare(s.table, row, column), file_.numbers);
    if (count && *count <= std::numeric_limits<std::uint32_t>::max()) {
      s.block.count[row] = *count;
      continue;
    }
    if (s.block.drop[row] != DropReason::none) continue;
    s.block.drop[row] = DropReason::rejected;
    const std::uint32_t at = s.table.begin(row, column);
    if (s.faults.wanted(FaultKind::bad_count, column))
      s.faults.keep({FaultKind::bad_count, static_cast<std::uint32_t>(row), column, at,
                     "a whole number of identical records was expected", "this column says how many a row stands for"});
    const std::uint32_t begin = s.table.begin(row, 0), end = s.table.end(row, shape_.columns - 1);
    reject(s, row, column, at, FaultKind::bad_count, {s.table.data() + begin, end - begin});
  }
}

/// By the label that the file gives to the code, else by the text itself.
std::uint32_t BlockReader::area_number(std::string_view text) const {
  if (const auto label = plan_.area_labels.find(text); label != plan_.area_labels.end()) {
    if (const std::uint32_t number = plan_.areas->number(label->second); number != no_number) return number;
  }
  return plan_.areas->number(text);
}

void BlockReader::read_areas(BlockScratch& s) const {
  if (!plan_.area) return;
  const std::uint32_t column = *plan_.area;
  LatelyMet met;
  s.block.area.assign(s.block.records, no_number);
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (s.block.drop[row] != DropReason::none) continue;
    const std::string_view text = bare(s.table, row, column);
    if (text.empty()) {
      s.block.drop[row] = DropReason::no_area;
      continue;
    }
    const std::uint32_t number = met.number(text, [&](std::string_view t) { return area_number(t); });
    s.block.area[row] = number;
    if (number != no_number) continue;
    s.block.drop[row] = DropReason::unknown_area;
    constexpr std::size_t longest_code = 20;
    const bool code = text.size() <= longest_code && text.find(' ') == std::string_view::npos;
    const std::uint64_t count = s.block.count.empty() ? 1 : s.block.count[row];
    s.report.unknown_areas.add(code ? text : "other text", count, s.table.line_of(s.table.begin(row, column)),
                               column + 1);
  }
}

void BlockReader::read_weights(BlockScratch& s) const {
  if (!plan_.weight) return;
  const std::uint32_t column = *plan_.weight;
  s.block.weight.assign(s.block.records, 0.0);
  for (std::size_t row = 0; row < s.block.records; ++row) {
    if (set_aside(s.block.drop[row])) continue;
    const std::string_view text = bare(s.table, row, column);
    if (text.empty()) {
      if (s.block.drop[row] == DropReason::none) s.block.drop[row] = DropReason::blank_weight;
      continue;
    }
    const NumberCell weight = number_cell(text, file_.numbers);
    if (weight.kind == NumberKind::number && weight.value >= 0) {
      s.block.weight[row] = weight.value;
      continue;
    }
    if (s.block.drop[row] != DropReason::none) continue;
    s.block.drop[row] = DropReason::rejected;
    const std::uint32_t at = s.table.begin(row, column);
    const bool sign = weight.kind != NumberKind::number && text.find_first_of(",.") != std::string_view::npos;
    if (s.faults.wanted(FaultKind::bad_weight, column))
      s.faults.keep(
          {FaultKind::bad_weight, static_cast<std::uint32_t>(row), column, at,
           weight.kind == NumberKind::number ? "a negative weight, 0 or more was expected" : "this weight is no number",
           sign ? std::string(decimal_hint) : "a blank weight drops the record; this column may not be the weight"});
    const std::uint32_t begin = s.table.begin(row, 0), end = s.table.end(row, shape_.columns - 1);
    reject(s, row, column, at, FaultKind::bad_weight, {s.table.data() + begin, end - begin});
  }
}

void BlockReader::read_groups(BlockScratch& s) const {
  const auto read = [&](std::optional<std::uint32_t> column, Dictionary* dictionary, std::vector<std::uint32_t>& out) {
    if (!column || dictionary == nullptr) return;
    LatelyMet met;
    out.resize(s.block.records);
    for (std::size_t row = 0; row < s.block.records; ++row)
      out[row] = met.number(bare(s.table, row, *column), [&](std::string_view t) { return dictionary->number(t); });
  };
  read(plan_.stratum, plan_.strata, s.block.stratum);
  read(plan_.cluster, plan_.clusters, s.block.cluster);
  s.block.categories.resize(plan_.categories.size());
  for (std::size_t k = 0; k < plan_.categories.size(); ++k)
    read(plan_.categories[k], plan_.levels, s.block.categories[k]);
}

void BlockReader::read_numbers(BlockScratch& s) const {
  s.block.columns.resize(plan_.columns.size());
  for (std::size_t k = 0; k < plan_.columns.size(); ++k) {
    const std::uint32_t column = plan_.columns[k];
    s.block.columns[k].assign(s.block.records, std::numeric_limits<double>::quiet_NaN());
    NumberStyle style = file_.numbers;
    style.doubtful = column < file_.decimal_commas.size() && file_.decimal_commas[column];
    for (std::size_t row = 0; row < s.block.records; ++row) {
      const std::string_view text = bare(s.table, row, column);
      if (text.empty()) continue;
      const NumberCell number = number_cell(text, style);
      if (number.usable()) s.block.columns[k][row] = number.value;
      if (number.kind == NumberKind::number || set_aside(s.block.drop[row])) continue;
      const bool read = number.kind == NumberKind::marked || number.kind == NumberKind::no_figure;
      const FaultKind fault = read ? FaultKind::number_mark : FaultKind::bad_number;
      if (!s.faults.wanted(fault, column)) continue;
      s.faults.keep({fault, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                     number.kind == NumberKind::ambiguous ? "thousands or a decimal comma? It counts as missing"
                     : read ? "numbers written like 1,234 or 95% are read as 1234 and 95; marks like * or - as missing"
                            : "this is no number, so it counts as missing",
                     read ? "this is said once, for the first such cell" : std::string(decimal_hint)});
    }
  }
}

} // namespace joinedup
