// The waves of an interrupted series: means of each, and the segmented regression through them, as rows.
#pragma once

#include "base/exact_sum.hpp"
#include "model/comparison.hpp"
#include "pipeline/compare_records.hpp"

#include <joinedup/outcome.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct CompareRequest;

/// What is asked for: waves in order, evenly spaced.
struct SeriesFrame {
  std::vector<std::string> waves;
  std::size_t first_after = 0;    ///< the first wave with the change
  std::optional<std::size_t> lag; ///< none: the usual one
};

/// From the request, which names waves; `of_maps`: those that the maps have, where they name any. J104.
Outcome<SeriesFrame> series_frame(const CompareRequest& request, const std::vector<std::string>* of_maps);

/// Where a file has the scores of each wave.
struct SeriesPlaces {
  std::vector<std::vector<ScorePlace>> waves; ///< [wave][score]
  std::size_t side = nowhere;                 ///< kept column that holds the wave; nowhere: a row holds all
};

struct SeriesCell {
  std::uint64_t n = 0;
  ExactSum sum;
};

/// Exact sums by wave and score: order and threads never show.
class SeriesSums {
public:
  void see(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans, const SeriesFrame& frame,
           const SeriesPlaces& places);
  void merge(const SeriesSums& other);
  bool empty(std::size_t wave) const; ///< no score of anybody
  std::uint64_t elsewhere = 0;        ///< records of none of the waves
  RecordTally tally;

  /// For the whole, of each score that is a number: wave by wave `mean`, then, as wave `interrupted_series`, what the
  /// regression says. A wave of fewer than `minimum` people is hidden, and then the regression too.
  std::vector<ComparisonRow> rows(const std::vector<ComparedScore>& scores, const SeriesFrame& frame,
                                  std::uint64_t minimum) const;

private:
  std::vector<std::vector<SeriesCell>> cells_; ///< [wave][score]
};

} // namespace joinedup
