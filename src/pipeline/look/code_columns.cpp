#include "pipeline/look/code_columns.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace joinedup {

namespace {

bool holds_codes(const ColumnProfile& column, const Item& item) {
  constexpr double nearly_all = 0.95;
  constexpr double largest = 32'000; // what an answer code can hold
  std::set<int> codes;
  std::uint64_t cells = 0;
  for (const auto& [text, n] : column.texts) {
    const auto number = parse_number(text);
    if (!number || *number != std::floor(*number) || std::abs(*number) > largest) continue;
    const int code = static_cast<int>(*number);
    if (!item.accepts(code)) continue;
    codes.insert(code);
    cells += n;
  }
  const std::size_t fewest = std::min<std::size_t>(3, item.options.size());
  return !codes.empty() && codes.size() >= fewest && cells > codes.size() &&
         static_cast<double>(cells) >= nearly_all * static_cast<double>(column.filled);
}

} // namespace

std::vector<std::uint32_t> columns_with_codes(const FileLook& look, const Item& item) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t c = 0; c < look.columns.size(); ++c) {
    if (look.record == c || look.header.headings[c].empty()) continue;
    if (holds_codes(look.columns[c], item)) out.push_back(c);
  }
  return out;
}

} // namespace joinedup
