// Sums over one scale -> its figures: missingness, floor and ceiling, mean, internal consistency, with a flag in words
// where one is remarkable. Nothing is hidden yet.
#pragma once

#include "evaluate/scale_sums.hpp"
#include "model/quality.hpp"

#include <cstdint>
#include <vector>

namespace joinedup {

/// Whose answers a figure is made of: it is hidden where these are too few.
enum class QualityBase : std::uint8_t { respondents, scored, complete, answered };

struct MeasuredStatistic {
  QualityStatistic statistic;
  QualityBase base = QualityBase::respondents;
};

struct MeasuredScale {
  std::vector<MeasuredStatistic> statistics;
  std::vector<std::vector<MeasuredStatistic>> items; ///< base `answered` is that of the item
};

MeasuredScale measure(const ScaleSums& sums, const ScaleShape& shape);

} // namespace joinedup
