// Whether sums over a group of people may leave the house that asked them: what nobody can work an answer out of.
// docs/decisions/0010-shared-partials.md says why each rule is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Scores of one measure of a group; every person has one.
struct SharedMeasure {
  std::vector<double> scores;                ///< by record
  const std::vector<double>* seen = nullptr; ///< values of the measure that occur anywhere in the survey, ascending
};

enum class ShareFault : std::uint8_t {
  none,
  few,        ///< fewer people than the minimum
  alike,      ///< fewer than the minimum differ from the commonest answer, or from two answers together
  rare,       ///< of a measure with few answers, an answer (or a set of answers of several such) is given by few
  determined, ///< the sums leave too few sets of answers that fit them
};

/// Most answers that a measure "with few answers" has in a group.
constexpr std::size_t few_answers = 5;

/// The group's n, and of every measure the sums of y and y^2, and of each pair of measures the sum of the products.
/// `counts`: people by record.
ShareFault share_fault(std::span<const SharedMeasure> measures, std::span<const std::uint64_t> counts,
                       std::uint64_t minimum);

} // namespace joinedup
