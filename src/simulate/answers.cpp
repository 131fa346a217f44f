#include "simulate/answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace joinedup {

namespace {

constexpr int unanswered = -1;

/// The mix of traits that drives an item, with its noise, in thousandths of a standard deviation.
int drive(const SimulatedItem& item, std::span<const int> traits, Draws& draws) {
  int sum = item.noise * draws.bell();
  for (const TraitLoading& part : item.from) {
    sum += part.loading * traits[part.trait];
  }
  return sum / 1000;
}

int numeric_answer(const NumericAnswer& scale, int value, Draws& draws) {
  int answer = scale.centre + scale.spread * value / 1000;
  if (draws.happens(scale.stepped)) answer = (answer + scale.step / 2) / scale.step * scale.step;
  return std::clamp(answer, scale.low, scale.high);
}

int answer(const SimulatedItem& item, std::span<const int> traits, Draws& draws) {
  const int value = drive(item, traits, draws);
  if (item.numeric) return numeric_answer(*item.numeric, value, draws);
  if (item.aside && draws.happens(item.aside->second)) return item.aside->first;
  std::size_t level = 0;
  for (const int threshold : item.thresholds) {
    level += value >= threshold ? 1 : 0;
  }
  return item.codes[level];
}

/// Writes one cell and gives the code in it, `unanswered` when it holds none.
int append_cell(std::string& out, const SimulatedBlock& block, int code, Draws& draws) {
  int fate = static_cast<int>(draws.below(10000));
  if (fate < block.missing) return unanswered;
  fate -= block.missing;
  if (fate < block.not_applicable) {
    out += block.not_applicable_words[draws.pick(block.not_applicable_words.size())];
    return unanswered;
  }
  fate -= block.not_applicable;
  if (fate < block.invalid) {
    out += block.invalid_cells[draws.pick(block.invalid_cells.size())];
    return unanswered;
  }
  append_whole(out, code);
  return code;
}

} // namespace

void append_whole(std::string& out, std::int64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_answers(std::string& out, const SimulatedBlock& block, std::span<const int> traits, Draws& draws) {
  if (draws.happens(block.skipped)) {
    out.append(block.items.size(), ',');
    return;
  }
  std::array<int, 64> given{}; // the reader of definitions allows no longer questionnaire
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const SimulatedItem& item = block.items[i];
    out += ',';
    given[i] = unanswered;
    if (item.asked_when && given[item.asked_when->item] != item.asked_when->code) continue;
    const int code = answer(item, traits, draws);
    given[i] = append_cell(out, block, code, draws);
  }
}

} // namespace joinedup
