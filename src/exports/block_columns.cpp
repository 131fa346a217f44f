// The respondent's columns of a block: area, weight, count, stratum, cluster, numbers.
#include "base/text.hpp"
#include "exports/block_reader.hpp"
#include "exports/cell.hpp"

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

std::optional<double> decimal(std::string_view text, bool comma) {
  if (!comma) return parse_number(text);
  std::string with_point(text.substr(0, 64));
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  return text.size() > 64 ? std::nullopt : parse_number(with_point);
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
    const auto count = parse_whole(bare(s.table, row, column));
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
    const std::uint32_t number = met.number(text, [&](std::string_view t) { return plan_.areas->number(t); });
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
    const auto weight = decimal(text, file_.decimal_comma);
    if (weight && *weight >= 0) {
      s.block.weight[row] = *weight;
      continue;
    }
    if (s.block.drop[row] != DropReason::none) continue;
    s.block.drop[row] = DropReason::rejected;
    const std::uint32_t at = s.table.begin(row, column);
    const bool comma = text.find(',') != std::string_view::npos && !file_.decimal_comma;
    if (s.faults.wanted(FaultKind::bad_weight, column))
      s.faults.keep({FaultKind::bad_weight, static_cast<std::uint32_t>(row), column, at,
                     weight ? "a negative weight, 0 or more was expected" : "this weight is no number",
                     comma ? "numbers with a comma need --decimal comma"
                           : "a blank weight drops the record; this column may not be the weight"});
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
}

void BlockReader::read_numbers(BlockScratch& s) const {
  s.block.columns.resize(plan_.columns.size());
  for (std::size_t k = 0; k < plan_.columns.size(); ++k) {
    const std::uint32_t column = plan_.columns[k];
    s.block.columns[k].assign(s.block.records, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < s.block.records; ++row) {
      const std::string_view text = bare(s.table, row, column);
      if (text.empty()) continue;
      if (const auto value = decimal(text, file_.decimal_comma)) {
        s.block.columns[k][row] = *value;
        continue;
      }
      const bool not_applicable = equal_ignoring_case(text, "na") || equal_ignoring_case(text, "n/a");
      if (not_applicable || set_aside(s.block.drop[row]) || !s.faults.wanted(FaultKind::bad_number, column)) continue;
      s.faults.keep({FaultKind::bad_number, static_cast<std::uint32_t>(row), column, s.table.begin(row, column),
                     "this is no number, so it counts as missing", "numbers with a comma need --decimal comma"});
    }
  }
}

} // namespace joinedup
