#include "cli/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::size_t gap = 3;

std::string padded(std::string_view text, std::size_t width, bool right) {
  const std::string space(width - std::min(width, display_width(text)), ' ');
  return right ? space + std::string(text) : std::string(text) + space;
}

std::vector<std::size_t> widths_of(const TextTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t widest = display_width(table.columns[c].heading);
    for (const auto& row : table.rows)
      widest = std::max(widest, display_width(row[c]));
    widths.push_back(widest);
  }
  return widths;
}

std::size_t columns_that_fit(const TextTable& table, const std::vector<std::size_t>& widths, std::size_t width,
                             std::size_t margin) {
  std::size_t used = margin, fit = 0;
  for (const std::size_t w : widths) {
    used += w + (fit == 0 ? 0 : gap);
    if (used > width && fit > 0) break;
    ++fit;
  }
  while (fit > 1 && fit < widths.size() && table.columns[fit - 1].with_next)
    --fit;
  return fit;
}

} // namespace

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string table_text(const TextTable& table, std::size_t width, std::size_t margin) {
  const std::vector<std::size_t> widths = widths_of(table);
  const std::size_t shown = columns_that_fit(table, widths, width, margin);
  const auto line = [&](const auto& cell) {
    std::string out(margin, ' ');
    for (std::size_t c = 0; c < shown; ++c) {
      if (c > 0) out += std::string(gap, ' ');
      out += padded(cell(c), widths[c], table.columns[c].right);
    }
    return out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
  };
  std::string out = line([&](std::size_t c) { return table.columns[c].heading; });
  for (const auto& row : table.rows)
    out += line([&](std::size_t c) { return row[c]; });
  if (shown < table.columns.size())
    out += fmt::format("{}({} more columns on a wider terminal)\n", std::string(margin, ' '),
                       table.columns.size() - shown);
  return out;
}

} // namespace joinedup
