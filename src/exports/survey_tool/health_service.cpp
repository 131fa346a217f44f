// Files of the health service itself. The extract of operations holds two observations a row, before and after; its
// headings are kept as published, misspelt ones too. Published tables hold counts and shares of many people a row.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace joinedup {

Recognised proms_extract(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const auto begins = [&](std::string_view with) {
    const auto hit = [&](const std::string& name) { return name.starts_with(with); };
    return std::count_if(out.headings.begin(), out.headings.end(), hit);
  };
  const auto before = begins("Pre-Op Q "), after = begins("Post-Op Q ");
  if (before < 2 || after < 2) return std::nullopt;
  out.tool.evidence.push_back(fmt::format("{} headings begin with Pre-Op Q, {} with Post-Op Q", before, after));
  return out;
}

Recognised table_of_shares(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  constexpr std::string_view share = "pct";
  const std::set<std::string> names(out.headings.begin(), out.headings.end());
  const auto both = [&](const std::string& name) {
    return !name.empty() && !name.ends_with(share) && names.contains(name + std::string(share));
  };
  const auto pairs = std::count_if(names.begin(), names.end(), both);
  if (pairs < 2) return std::nullopt;
  out.tool.evidence.push_back(fmt::format("{} headings stand there twice, once with {} behind", pairs, share));
  out.tool.published = true;
  return out;
}

} // namespace joinedup
