#include "evaluate/scale_sums.hpp"

#include <cmath>

namespace joinedup {

namespace {

__extension__ using Wide = __int128;

constexpr std::size_t fewest_for_straight = 3; ///< two like answers are no pattern

/// One and the same code in every item that is asked.
bool is_straight(const ItemAnswer* answers, std::size_t items) {
  AnswerCode first = answer::missing;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < items; ++i) {
    const AnswerCode code = answers[i].code;
    if (!is_answer(code)) continue;
    if (seen++ > 0 && code != first) return false;
    first = code;
  }
  return seen >= fewest_for_straight;
}

} // namespace

std::size_t lack_reason(AnswerCode code) {
  if (is_answer(code)) return static_cast<std::size_t>(answer::invalid - answer::missing);
  return static_cast<std::size_t>(code - answer::missing);
}

std::string_view lack_words(std::size_t reason) {
  constexpr std::array<std::string_view, lack_reasons> all{"missing",    "not_shown",    "unanswered", "not_applicable",
                                                           "suppressed", "user_missing", "invalid",    "catch_all"};
  return all.at(reason);
}

ScaleSums::ScaleSums(const ScaleShape& shape)
    : items(shape.items), sums(shape.items), cross(shape.items * (shape.items + 1) / 2) {}

void ScaleSums::add(const ScaleShape& shape, const ItemAnswer* answers, double score, std::uint64_t count) {
  records += count;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < shape.items; ++i)
    answered += answers[i].value != ItemAnswer::none ? 1U : 0U;
  if (answered == 0) return;
  respondents += count;
  const auto times = static_cast<std::int64_t>(count);
  for (std::size_t i = 0; i < shape.items; ++i) {
    ItemSums& item = items[i];
    const std::int32_t value = answers[i].value;
    if (value == ItemAnswer::none) {
      item.lacks[answers[i].lack] += count;
      continue;
    }
    item.answered += count;
    item.sum += times * value;
    item.squares += times * value * value;
    item.at_low += value == shape.low[i] ? count : 0;
    item.at_high += value == shape.high[i] ? count : 0;
  }
  if (answered == shape.items) {
    add_complete(answers, count);
    if (is_straight(answers, shape.items)) straight += count;
  }
  if (std::isnan(score)) return;
  scored += count;
  score_sum.add(score, count);
  score_squares.add(score * score, count);
  at_low += score == shape.score_low ? count : 0;
  at_high += score == shape.score_high ? count : 0;
}

void ScaleSums::add_complete(const ItemAnswer* answers, std::uint64_t count) {
  complete += count;
  std::int64_t* product = cross.data();
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const std::int64_t value = static_cast<std::int64_t>(count) * answers[i].value;
    sums[i] += value;
    for (std::size_t j = 0; j <= i; ++j)
      *product++ += value * answers[j].value;
  }
}

void ScaleSums::merge(const ScaleSums& other) {
  records += other.records;
  respondents += other.respondents;
  complete += other.complete;
  straight += other.straight;
  scored += other.scored;
  at_low += other.at_low;
  at_high += other.at_high;
  score_sum.merge(other.score_sum);
  score_squares.merge(other.score_squares);
  for (std::size_t i = 0; i < items.size(); ++i) {
    ItemSums& mine = items[i];
    const ItemSums& theirs = other.items[i];
    mine.answered += theirs.answered;
    mine.at_low += theirs.at_low;
    mine.at_high += theirs.at_high;
    mine.sum += theirs.sum;
    mine.squares += theirs.squares;
    for (std::size_t r = 0; r < lack_reasons; ++r)
      mine.lacks[r] += theirs.lacks[r];
    sums[i] += other.sums[i];
  }
  for (std::size_t p = 0; p < cross.size(); ++p)
    cross[p] += other.cross[p];
}

std::vector<double> covariances(const ScaleSums& sums, const ScaleShape& shape) {
  if (sums.complete < 2) return {};
  const std::size_t k = shape.items;
  const auto n = static_cast<Wide>(sums.complete);
  const double below = static_cast<double>(sums.complete) * static_cast<double>(sums.complete - 1) *
                       static_cast<double>(shape.unit) * static_cast<double>(shape.unit);
  std::vector<double> out(k * k);
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      // Exact up to here, so that nothing cancels.
      const Wide above = n * sums.cross[i * (i + 1) / 2 + j] - static_cast<Wide>(sums.sums[i]) * sums.sums[j];
      out[i * k + j] = out[j * k + i] = static_cast<double>(above) / below;
    }
  }
  return out;
}

} // namespace joinedup
