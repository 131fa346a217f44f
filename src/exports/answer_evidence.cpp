#include "exports/answer_evidence.hpp"

#include "base/text.hpp"
#include "exports/unused_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace joinedup {

namespace {

constexpr std::string_view elsewhere_words = "words of ";
constexpr int widest = 64; // bits of ItemSeen::codes

/// One item of the file: its scale, its valid codes, and the numbers in it that are no codes.
struct ItemFacts {
  const ItemPlan* plan = nullptr;
  ItemScale scale;
  ItemSeen seen;
  std::map<int, std::uint64_t> strange; ///< whole numbers outside the options -> cells
  std::uint64_t above = 0;              ///< numbers above the options, whole or not
  double largest = 0;

  int highest() const { return scale.lowest + scale.width - 1; }
  bool answered() const { return seen.answered > 0 || !strange.empty(); }
  std::optional<std::pair<int, int>> numbers() const {
    std::optional<std::pair<int, int>> out;
    const auto see = [&out](int number) {
      out = out ? std::pair(std::min(out->first, number), std::max(out->second, number)) : std::pair(number, number);
    };
    for (int k = 0; k < scale.width; ++k)
      if ((seen.codes >> static_cast<unsigned>(k) & 1U) != 0) see(scale.lowest + k);
    for (const auto& [number, cells] : strange)
      see(number);
    return out;
  }
};

ItemFacts facts_of(const ItemPlan& item, const ItemSeen& seen, const InvalidCells& invalid) {
  ItemFacts out{&item, scale_of(item), seen, {}, 0, 0};
  const auto cells = invalid.find(item.instrument + "." + item.id);
  if (cells == invalid.end() || out.scale.width == 0) return out;
  for (const auto& [text, count] : cells->second) {
    const auto number = parse_number(text);
    if (!number || std::abs(*number) > 1e6) continue;
    if (*number == std::floor(*number)) out.strange[static_cast<int>(*number)] += count;
    if (*number > out.highest()) out.above += count;
    out.largest = std::max(out.largest, *number);
  }
  return out;
}

class Judge {
public:
  Judge(const std::string& file, std::uint64_t header_line, const std::vector<std::string>& headings,
        const InvalidCells& invalid, Diagnostics& diagnostics)
      : file_(file), header_line_(header_line), headings_(headings), invalid_(invalid), diagnostics_(diagnostics) {}

  /// Whether the administration's numbers are of another scale.
  bool administration(const AdministrationPlan& plan, const std::vector<ItemFacts>& all) {
    for (const ItemPlan& item : plan.items)
      other_words(item);
    std::vector<const ItemFacts*> scales;
    for (const ItemFacts& item : all) {
      if (item.scale.width < 2 || !item.answered()) continue;
      if (is_total(item))
        total(item);
      else
        scales.push_back(&item);
    }
    const auto strange = static_cast<std::size_t>(
        std::count_if(scales.begin(), scales.end(), [](const ItemFacts* i) { return !i->strange.empty(); }));
    std::uint64_t cells = 0;
    for (const ItemFacts* item : scales) {
      for (const auto& [number, count] : item->strange)
        cells += count;
    }
    constexpr std::uint64_t few = 3; // slips of single cells say nothing of a scale
    return cells >= few && strange * 2 >= scales.size() && other_scale(plan, scales, strange);
  }

private:
  Position place(const ItemPlan& item) const {
    const std::uint32_t column = item.columns.empty() ? 0 : item.columns.front() + 1;
    return {file_, header_line_, column, column == 0 ? "" : headings_[column - 1]};
  }

  void other_words(const ItemPlan& item) {
    const auto cells = invalid_.find(item.instrument + "." + item.id);
    if (cells == invalid_.end()) return;
    for (const auto& [text, count] : cells->second) {
      if (!text.starts_with(elsewhere_words)) continue;
      const std::string choice = text.substr(elsewhere_words.size());
      diagnostics_.error("J250", place(item),
                         fmt::format("{} answer{} of {} {} in the words of {}, which this run does not read",
                                     with_thousands(count), count == 1 ? "" : "s", item.id, count == 1 ? "is" : "are",
                                     choice),
                         fmt::format("--set {}.{} if the whole file is of that kind; else split the file: answers of "
                                     "both kinds are never put into one figure",
                                     item.instrument, choice));
    }
  }

  /// Mostly above the options, of many values, far beyond them: no code for "no answer", no shift.
  static bool is_total(const ItemFacts& item) {
    const auto many = std::count_if(item.strange.begin(), item.strange.end(),
                                    [&item](const auto& entry) { return entry.first > item.highest(); });
    return item.above > item.seen.answered && many >= 3 && item.largest >= 2 * item.highest() &&
           item.largest > item.highest() + item.scale.width;
  }

  void total(const ItemFacts& item) {
    diagnostics_.warning("J252", place(*item.plan),
                         fmt::format("{} of {} numbers for {} are above {} (up to {}): a total of several questions, "
                                     "not an answer to one",
                                     with_thousands(item.above), with_thousands(item.above + item.seen.answered),
                                     item.plan->id, item.highest(), shortest(item.largest)),
                         "map the column of the question itself; a total cannot be taken apart again");
  }

  bool other_scale(const AdministrationPlan& plan, const std::vector<const ItemFacts*>& items, std::size_t strange) {
    if (const auto shift = common_shift(items)) {
      const ItemScale scale = items.front()->scale;
      say(plan, items, strange, fmt::format("they seem to count from {}", scale.lowest + *shift),
          fmt::format("nothing was shifted: if that is so, say it in a map with recode, {} as {} and so on",
                      scale.lowest + *shift, scale.lowest));
    } else if (all_wider(items)) {
      say(plan, items, strange, "they run beyond the options",
          "is it another version of the questionnaire (-i), or does the last number stand for no answer (--missing)?");
    } else {
      return false;
    }
    return true;
  }

  /// The one distance by which the options of every item would hold all its numbers.
  static std::optional<int> common_shift(const std::vector<const ItemFacts*>& items) {
    const int most = items.front()->scale.width;
    for (int step = 1; step <= most; ++step) {
      for (const int shift : {step, -step}) {
        const bool all = std::all_of(items.begin(), items.end(), [shift](const ItemFacts* i) {
          const auto numbers = i->numbers();
          return !numbers || (numbers->first >= i->scale.lowest + shift && numbers->second <= i->highest() + shift);
        });
        if (all) return shift;
      }
    }
    return std::nullopt;
  }

  /// The numbers outside follow on the options without a gap, and are more than a few slips.
  static bool all_wider(const std::vector<const ItemFacts*>& items) {
    std::map<int, std::uint64_t> strange;
    std::uint64_t outside = 0, inside = 0;
    for (const ItemFacts* item : items) {
      inside += item->seen.answered;
      for (const auto& [number, cells] : item->strange) {
        strange[number - (number < item->scale.lowest ? item->scale.lowest : item->highest())] += cells;
        outside += cells;
      }
    }
    constexpr std::uint64_t one_in = 20;
    if (outside * one_in < inside) return false;
    int low = 0, high = 0;
    for (const auto& [distance, cells] : strange) {
      low = std::min(low, distance);
      high = std::max(high, distance);
    }
    return static_cast<int>(strange.size()) == high - low && high <= items.front()->scale.width;
  }

  void say(const AdministrationPlan& plan, const std::vector<const ItemFacts*>& items, std::size_t strange,
           const std::string& what, const std::string& hint) {
    std::optional<std::pair<int, int>> all;
    for (const ItemFacts* item : items) {
      const auto numbers = item->numbers();
      if (!numbers) continue;
      all = all ? std::pair(std::min(all->first, numbers->first), std::max(all->second, numbers->second)) : *numbers;
    }
    if (!all) return;
    const std::string name = plan.wave.empty() ? plan.instrument : plan.wave + "." + plan.instrument;
    diagnostics_.warning("J251", {file_, 0, 0, ""},
                         fmt::format("{}: numbers from {} to {} where {} is expected, in {} of {} items: {}", name,
                                     all->first, all->second, items.front()->plan->expected, strange, items.size(),
                                     what),
                         hint);
  }

  const std::string& file_;
  std::uint64_t header_line_;
  const std::vector<std::string>& headings_;
  const InvalidCells& invalid_;
  Diagnostics& diagnostics_;
};

} // namespace

ItemScale scale_of(const ItemPlan& item) {
  ItemScale out;
  if (item.codes.whole_numbers) return out;
  std::vector<int> codes;
  for (const auto& [text, code] : item.codes.texts) {
    const auto number = parse_number(text);
    if (!number || !is_answer(code)) continue;
    if (*number != code) return out;
    codes.push_back(code);
  }
  if (codes.empty()) return out;
  const auto ends = std::minmax_element(codes.begin(), codes.end());
  const int width = *ends.second - *ends.first + 1;
  if (width > widest || width != static_cast<int>(codes.size())) return out;
  return {*ends.first, width};
}

std::string elsewhere_key(const std::string& choice) { return std::string(elsewhere_words) + choice; }

void judge_answers(const std::string& file, std::uint64_t header_line, const std::vector<std::string>& headings,
                   const ReadingPlan& plan, const std::vector<ItemSeen>& seen, const InvalidCells& invalid,
                   Diagnostics& diagnostics) {
  Judge judge(file, header_line, headings, invalid, diagnostics);
  std::size_t number = 0;
  for (const AdministrationPlan& administration : plan.administrations) {
    const std::span<const ItemSeen> theirs = std::span(seen).subspan(number, administration.items.size());
    number += theirs.size();
    std::vector<ItemFacts> items;
    for (std::size_t i = 0; i < theirs.size(); ++i)
      items.push_back(facts_of(administration.items[i], theirs[i], invalid));
    if (!judge.administration(administration, items)) judge_unused_options(file, administration, theirs, diagnostics);
  }
}

} // namespace joinedup
