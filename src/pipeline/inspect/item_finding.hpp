// What is to be said of one item in one file: what was found, what was expected, what looks wrong.
#pragma once

#include "pipeline/look/item_answers.hpp"
#include "pipeline/look/matched_look.hpp"
#include "pipeline/look/scale_hint.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct ItemFinding {
  const Item* item = nullptr;
  std::vector<std::uint32_t> columns;
  std::optional<std::uint8_t> digit = {}; ///< its place in a profile that the column holds
  ItemAnswers answers;
  ScaleHint scale;
  bool against_the_rest = false;     ///< goes down where the other items go up
  std::map<std::string, int> recode; ///< what would mend it; empty = nothing known
  std::vector<std::string> remarks;  ///< what looks wrong, a sentence each; empty = as expected
  bool as_expected() const { return remarks.empty(); }
};

/// Findings of the items that have columns, for administration `a` of the look.
std::vector<ItemFinding> item_findings(const MatchedLook& found, std::size_t a);

/// Filled cells that are answers, with the recode proposed for the item.
std::uint64_t explained_cells(const ItemFinding& item);

/// The recode as a member of a map: "item_8": {"4": 1, "5": 2}.
std::string recode_text(const std::string& item, const std::map<std::string, int>& recode);

/// Value labels that the file declares and that mean another code than their own: cell -> code, all of them or none.
std::map<std::string, int> recode_by_labels(const Item& item, const std::map<std::string, std::string>& labels);

/// Marks such as l1 ... l5 whose numbers are codes of the item: cell -> code; empty unless every mark found fits.
std::map<std::string, int> recode_by_marks(const Item& item, const std::map<std::string, std::uint64_t>& marks);

} // namespace joinedup
