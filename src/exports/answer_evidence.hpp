// What the answers of a whole file say of its scales, when single cells cannot: numbers of another scale (0 to 3 where
// 1 to 4 is expected), a column of totals, words of another coding. Nothing is shifted: it is said, with what to do.
#pragma once

#include "exports/reading_plan.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace joinedup {

/// Valid answers of one item: which codes occur (bit 0 is the lowest), and how many there are.
struct ItemSeen {
  std::uint64_t codes = 0, answered = 0;
  void merge(const ItemSeen& other) {
    codes |= other.codes;
    answered += other.answered;
  }
};

/// Options of an item as a scale of whole numbers without gaps; width 0 where it is none, or a map recodes it.
struct ItemScale {
  int lowest = 0, width = 0;
};
ItemScale scale_of(const ItemPlan& item);

/// Key of ReadSummary::invalid_cells for words of another coding, which the definition knows: never free text.
std::string elsewhere_key(const std::string& choice);

using InvalidCells = std::map<std::string, std::map<std::string, std::uint64_t>>;

/// J250 words of another coding, J251 another scale, J252 totals, J258 options that nobody gives. `seen`: by item, all
/// administrations in a row. `header_line`: where the headings stand.
void judge_answers(const std::string& file, std::uint64_t header_line, const std::vector<std::string>& headings,
                   const ReadingPlan& plan, const std::vector<ItemSeen>& seen, const InvalidCells& invalid,
                   Diagnostics& diagnostics);

} // namespace joinedup
