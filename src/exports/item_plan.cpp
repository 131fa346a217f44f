#include "exports/item_plan.hpp"

#include "base/text.hpp"
#include "exports/cell_codes.hpp"

#include <algorithm>

namespace joinedup {

ItemPlan ItemPlanner::plan(const Item& item, const Administration& a, std::vector<std::uint32_t> columns) const {
  CellWords words;
  const auto add = [&](const std::map<std::string, std::string>& more) {
    for (const auto& [text, reason] : more)
      words.missing[text] = reason;
  };
  for (const std::uint32_t column : columns) {
    if (column >= survey_.header().columns.size()) continue;
    const ColumnInfo& info = survey_.header().columns[column];
    add(info.missing);
    words.labels.insert(info.labels.begin(), info.labels.end());
  }
  add(map_.missing);
  // An item's own list stands in place of the one for all: 9 is missing in a level, and an answer in a VAS.
  const auto own = a.missing.find(item.id), all = a.missing.find("*");
  if (own != a.missing.end())
    add(own->second);
  else if (all != a.missing.end())
    add(all->second);
  for (const auto& [name, more] : map_.column_missing) {
    const auto named = headings_.all(name);
    const bool is_column = std::any_of(named.begin(), named.end(), [&](std::uint32_t n) {
      return std::find(columns.begin(), columns.end(), n) != columns.end();
    });
    if (is_column || equal_ignoring_case(name, item.id)) add(more);
  }
  // Likewise; "*" is about options, so that a word for one of them is never a number of a range.
  if (const auto recode = a.recode.find(item.id); recode != a.recode.end())
    words.recode = recode->second;
  else if (const auto every = a.recode.find("*"); every != a.recode.end() && !item.range && item.role.empty())
    words.recode = every->second;
  ItemPlan out;
  out.instrument = a.instrument;
  out.id = a.wave.empty() ? item.id : a.wave + "." + item.id;
  out.expected = expected_answers(item);
  out.columns = std::move(columns);
  out.codes = cell_codes(item, words, a.where.file.empty() ? map_place() : a.where, diagnostics_);
  std::map<std::string, std::string> for_all = map_.missing;
  if (own == a.missing.end() && all != a.missing.end()) for_all.insert(all->second.begin(), all->second.end());
  if (!out.columns.empty()) announce_swallowed(item, out, for_all, words.labels);
  return out;
}

/// Marks declared missing for every item at once, which are answers of this one.
void ItemPlanner::announce_swallowed(const Item& item, const ItemPlan& plan,
                                     const std::map<std::string, std::string>& for_all,
                                     const std::map<std::string, std::string>& labels) const {
  Diagnostics unheard; // said when the item's own codes were made
  const CellCodes without = cell_codes(item, {labels, {}, {}}, file_place(), unheard);
  std::vector<std::string> marks;
  for (const auto& [text, reason] : for_all)
    if (is_answer(decode_cell(without, text).code) && !is_answer(decode_cell(plan.codes, text).code))
      marks.push_back(text);
  if (marks.empty()) return;
  diagnostics_.warning("J167", map_.file.empty() ? file_place() : map_place(),
                       plan.id + ": declared missing for every item, and answers of this one: " + join(marks, ", "),
                       "in a map, name the marks under the items that use them: \"missing\": {ITEM: {MARK: REASON}}");
}

} // namespace joinedup
