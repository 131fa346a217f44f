// The factors of the sensitivity analysis and their draws: run r of sample A or B depends on the seed and r alone.
#pragma once

#include "pipeline/analyses/sensitivity_model.hpp"
#include "stats/joint_normal.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace joinedup {

enum class Factor : std::uint8_t { sampling, normalise, aggregate, weights, leave_out, imputation, case_mix };
std::string_view words(Factor factor);

/// One run: its choices and the areas' means.
struct SensitivityRun {
  RunChoices choices;
  std::vector<double> means;  ///< [area][K] of the headline
  std::vector<double> beside; ///< [area][K] of the other of crude and adjusted; empty where nothing is adjusted
  const std::vector<double>& used() const { return choices.beside ? beside : means; }
};

class SensitivityDraws {
public:
  SensitivityDraws(const SensitivityModel& model, const SensitivitySpec& spec, std::uint64_t seed);

  /// Those with more than one alternative in this run.
  const std::vector<Factor>& factors() const { return factors_; }
  /// As published: no draw.
  SensitivityRun nominal() const;
  /// `sample`: 0 = A, 1 = B.
  SensitivityRun draw(std::uint64_t run, std::uint32_t sample) const;
  /// A with one factor taken from B.
  static SensitivityRun mixed(const SensitivityRun& a, const SensitivityRun& b, Factor factor);

private:
  const SensitivityModel& model_;
  const SensitivitySpec& spec_;
  std::uint64_t seed_;
  std::vector<Factor> factors_;
  std::vector<JointNormal> sampling_, sampling_beside_; ///< [area]; empty where means are not drawn
};

} // namespace joinedup
