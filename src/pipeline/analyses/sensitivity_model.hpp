// One run of the sensitivity analysis: the index of every area under one set of choices and one draw of their means.
#pragma once

#include "pipeline/analysis.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

struct SensitivityMeans {
  std::vector<double> mean;       ///< [K]; NaN = missing
  std::vector<double> reference;  ///< [K] of the whole, or of the rest where the area is a large part of it (R1)
  std::vector<double> covariance; ///< K x K; rows and columns of missing indicators are 0
};

/// An area that takes part: shown, measured in full (or `partial: levels`), with an SE, not below the caution base.
struct SensitivityArea {
  const AreaResult* published = nullptr;
  SensitivityMeans headline; ///< crude or adjusted, as published
  SensitivityMeans beside;   ///< the other of the two; empty where nothing is adjusted
};

/// The choices of one run; as they stand here, those of the run that is published.
struct RunChoices {
  std::string normalise, aggregate;  ///< empty = as published
  std::string imputation = "levels"; ///< what stands in for a missing measure
  bool beside = false;               ///< means are the other of crude and adjusted
  std::size_t left_out = 0;          ///< 0 = none, else number of the indicator + 1
  std::vector<double> weights;       ///< [K] shares of the index; they need not sum to 1
};

struct RunOutcome {
  std::vector<double> value;       ///< [area] on the scale of the run's method
  std::vector<std::uint16_t> rank; ///< [area] 1 = highest; ties share the best
  std::vector<Band> band;          ///< [area] from z_od, as the published bands; from z with fewer than five areas
};

/// Why an index cannot be put through runs: they know straight lines and one power mean for all. Empty = it can.
std::string no_runs(const IndexFrame& frame);

/// Everything that no run changes.
class SensitivityModel {
public:
  explicit SensitivityModel(const AnalysisInput& input);

  const std::vector<SensitivityArea>& areas() const { return areas_; }
  std::size_t indicators() const { return shares_.size(); }
  const std::vector<double>& shares() const { return shares_; }
  bool seven_bands() const { return options_.scheme == "seven"; }
  bool imputes() const { return imputes_; } ///< some area lacks a measure
  bool adjusts() const { return adjusts_; } ///< there are crude and adjusted means

  /// `means`: [area][K]. Bands only on request: they take most of the time.
  RunOutcome run(const RunChoices& choices, std::span<const double> means, bool bands) const;

private:
  std::vector<double> weights_of(const RunChoices& choices) const;
  std::vector<PointsLine> lines_of(const RunChoices& choices, std::span<const double> means) const;

  const IndexFrame& frame_;
  const ComparisonOptions& options_;
  std::vector<SensitivityArea> areas_;
  std::vector<PointsLine> published_, goalposts_;
  std::vector<double> shares_;
  std::vector<std::string> regions_; ///< [area]
  bool imputes_ = false, adjusts_ = false;
};

} // namespace joinedup
