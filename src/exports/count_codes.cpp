#include "exports/count_codes.hpp"

#include "base/modern_processor.hpp"

#include <algorithm>

namespace joinedup {

namespace {

/// Counts in integers as wide as a code, so that a register counts many at once; the stretches are too short to
/// overflow them.
template <typename Test>
[[gnu::always_inline]] inline std::uint64_t count(std::span<const AnswerCode> codes, const Test& test) {
  constexpr std::size_t stretch = 32768;
  std::uint64_t out = 0;
  for (std::size_t from = 0; from < codes.size(); from += stretch) {
    const std::size_t to = std::min(codes.size(), from + stretch);
    std::uint16_t met = 0;
    for (std::size_t r = from; r < to; ++r)
      met = static_cast<std::uint16_t>(met + (test(codes[r]) ? 1 : 0));
    out += met;
  }
  return out;
}

[[gnu::always_inline]] inline std::uint64_t equal_ones(std::span<const AnswerCode> codes, AnswerCode wanted) {
  return count(codes, [wanted](AnswerCode code) { return code == wanted; });
}

[[gnu::always_inline]] inline std::uint64_t answers(std::span<const AnswerCode> codes) {
  return count(codes, [](AnswerCode code) { return is_answer(code); });
}

#ifdef JOINEDUP_MODERN_PROCESSOR
JOINEDUP_MODERN_PROCESSOR std::uint64_t modern_equal_ones(std::span<const AnswerCode> codes, AnswerCode wanted) {
  return equal_ones(codes, wanted);
}
JOINEDUP_MODERN_PROCESSOR std::uint64_t modern_answers(std::span<const AnswerCode> codes) { return answers(codes); }
const bool modern = modern_processor();
#endif

} // namespace

std::uint64_t count_equal(std::span<const AnswerCode> codes, AnswerCode wanted) {
#ifdef JOINEDUP_MODERN_PROCESSOR
  if (modern) return modern_equal_ones(codes, wanted);
#endif
  return equal_ones(codes, wanted);
}

std::uint64_t count_answers(std::span<const AnswerCode> codes) {
#ifdef JOINEDUP_MODERN_PROCESSOR
  if (modern) return modern_answers(codes);
#endif
  return answers(codes);
}

} // namespace joinedup
