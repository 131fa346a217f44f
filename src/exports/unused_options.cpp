#include "exports/unused_options.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstdint>
#include <map>
#include <utility>

namespace joinedup {

namespace {

// A scale has several items, and people differ: fewer answers, or fewer options, may all lie together by chance.
constexpr std::size_t enough_items = 3;
constexpr std::uint64_t enough_answers = 1000;
constexpr int enough_options = 4;
constexpr int most_options = 64; // bits of ItemSeen::codes

/// Items that share a scale of whole numbers.
struct Scale {
  const ItemPlan* first = nullptr;
  std::size_t items = 0;
  std::uint64_t codes = 0, answered = 0;
};

/// The lowest option is always given by somebody. The highest may be an extreme that few know, where there are five or
/// more: of these two must be unused.
bool is_suspicious(int width, int unused_below, int unused_above) {
  return unused_below >= 1 || unused_above >= (width == enough_options ? 1 : 2);
}

} // namespace

void judge_unused_options(const std::string& file, const AdministrationPlan& plan, std::span<const ItemSeen> seen,
                          Diagnostics& diagnostics) {
  std::map<std::pair<int, int>, Scale> scales; // by lowest code and width
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const ItemScale scale = scale_of(plan.items[i]);
    if (scale.width < enough_options || seen[i].answered == 0) continue;
    Scale& all = scales[{scale.lowest, scale.width}];
    if (all.first == nullptr) all.first = &plan.items[i];
    ++all.items;
    all.codes |= seen[i].codes;
    all.answered += seen[i].answered;
  }
  const std::string name = plan.wave.empty() ? plan.instrument : plan.wave + "." + plan.instrument;
  for (const auto& [key, scale] : scales) {
    const auto [lowest, width] = key;
    if (scale.items < enough_items || scale.answered < enough_answers || scale.codes == 0) continue;
    const int below = std::countr_zero(scale.codes), above = width - most_options + std::countl_zero(scale.codes);
    if (!is_suspicious(width, below, above)) continue;
    diagnostics.warning("J258", {file, 0, 0, ""},
                        fmt::format("{}: {} answers to {} items hold only {} to {}, where {} is expected", name,
                                    with_thousands(scale.answered), scale.items, lowest + below,
                                    lowest + width - 1 - above, scale.first->expected),
                        "nothing was changed: is it another version of the questionnaire (-i), or do its numbers begin "
                        "elsewhere (recode in a map)?");
  }
}

} // namespace joinedup
