#include "pipeline/look/scale_hint.hpp"

#include <algorithm>

namespace joinedup {

namespace {

constexpr int farthest = 20;        // no survey tool starts a scale further off
constexpr double nearly_all = 0.98; // of the answers; the rest are slips

std::uint64_t in_window(const std::map<int, std::uint64_t>& numbers, int low, int high) {
  std::uint64_t n = 0;
  for (auto at = numbers.lower_bound(low); at != numbers.end() && at->first <= high; ++at)
    n += at->second;
  return n;
}

/// Numbers without what looks like a missing code; with `neighbours`, what lies next to the others stays (8 in 4 to 8).
std::map<int, std::uint64_t> likely_answers(const std::map<int, std::uint64_t>& numbers, const Item& item,
                                            bool neighbours) {
  std::map<int, std::uint64_t> out;
  for (const auto& [number, n] : numbers) {
    if (item.accepts(number) || !looks_like_missing(number)) out[number] = n;
  }
  const auto is_near = [&](int number) { return out.contains(number - 1) || out.contains(number + 1); };
  for (bool grew = neighbours; grew;) {
    grew = false;
    for (const auto& [number, n] : numbers)
      if (is_near(number) && out.emplace(number, n).second) grew = true;
  }
  return out;
}

ScaleHint judge(const Item& item, const std::map<int, std::uint64_t>& answers) {
  ScaleHint hint;
  if (answers.empty()) return hint;
  hint.low = answers.begin()->first;
  hint.high = answers.rbegin()->first;
  const int low = item.lowest(), high = item.highest();
  const std::uint64_t all = in_window(answers, hint.low, hint.high);
  const std::uint64_t as_is = in_window(answers, low, high);
  const auto is_nearly_all = [&](std::uint64_t n) {
    return static_cast<double>(n) >= nearly_all * static_cast<double>(all);
  };
  if (is_nearly_all(as_is)) return hint;
  std::uint64_t best = as_is;
  for (int shift = -farthest; shift <= farthest && !item.range; ++shift) {
    const std::uint64_t n = in_window(answers, low + shift, high + shift);
    if (n < best || n == as_is) continue;
    if (n > best) hint.shifts.clear();
    best = n;
    hint.shifts.push_back(shift);
  }
  if (!is_nearly_all(best)) hint.shifts.clear();
  hint.wider = hint.shifts.empty();
  return hint;
}

void choose_shift(const Item& item, const std::set<int>& left_out, ScaleHint& hint) {
  if (hint.shifts.size() < 2 || left_out.empty()) return;
  std::vector<int> fit;
  for (const int shift : hint.shifts) {
    const bool holds = std::all_of(left_out.begin(), left_out.end(), [&](int number) {
      return looks_like_missing(number) || (number >= item.lowest() + shift && number <= item.highest() + shift);
    });
    if (holds) fit.push_back(shift);
  }
  if (fit.size() != 1) return;
  hint.shifts = fit;
  for (const int number : left_out) {
    if (looks_like_missing(number)) continue;
    hint.low = std::min(hint.low, number);
    hint.high = std::max(hint.high, number);
  }
}

} // namespace

bool looks_like_missing(int number) {
  if (number < 0) return true;
  const int digit = number % 10;
  if (digit < 7) return false;
  return number == digit || number == digit * 11 || number == digit * 111 || (number >= 90 && number <= 99) ||
         (number >= 990 && number <= 999);
}

ScaleHint scale_hint(const Item& item, const std::map<int, std::uint64_t>& numbers, const std::set<int>& left_out) {
  std::map<int, std::uint64_t> answers = likely_answers(numbers, item, true);
  ScaleHint hint = judge(item, answers);
  if (!hint.shifted()) {
    answers = likely_answers(numbers, item, false);
    hint = judge(item, answers);
  }
  choose_shift(item, left_out, hint);
  for (const auto& [number, n] : numbers)
    if (!answers.contains(number)) hint.missing_looks.push_back(number);
  return hint;
}

std::map<std::string, int> ScaleHint::recode(const Item& item) const {
  std::map<std::string, int> out;
  if (shifts.size() != 1) return out;
  for (const ResponseOption& option : item.options)
    out[std::to_string(option.code + shifts.front())] = option.code;
  return out;
}

} // namespace joinedup
