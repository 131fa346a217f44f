// Many surveys together: each figure with its Monte Carlo standard error.
#pragma once

#include "outcomes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup::validation {

/// The ratio of two sums over independent surveys. Areas of one survey need not be independent of each other, so the
/// standard error is that of a ratio with surveys as the units: sqrt(S/(S-1) x sum of (part - ratio x base)^2) / base.
class Ratio {
public:
  void add(const Share& share);
  std::uint64_t surveys() const { return surveys_; } ///< with a base
  double base() const { return base_; }
  double value() const { return part_ / base_; }
  double mc_se() const;

private:
  std::uint64_t surveys_ = 0;
  double part_ = 0, base_ = 0, part2_ = 0, cross_ = 0, base2_ = 0;
};

struct Finding {
  std::string scenario, analysis, quantity, areas, figure;
  double value = 0, mc_se = 0;
  double base = 0;           ///< areas, or surveys, behind the figure
  std::uint64_t surveys = 0; ///< with such areas
};

/// One analysis of one scenario. add() in the order of surveys, so that no thread shows in a digit.
class Findings {
public:
  Findings(const Plan& plan, const Scenario& scenario, const Analysis& analysis, std::size_t areas);
  void add(const SurveyOutcomes& outcomes);
  /// Questions without a base are left out; so are false alarms where areas differ, and ranks where they do not.
  std::vector<Finding> rows() const;

private:
  struct AreaErrors {
    double n = 0, sum = 0, squares = 0;
  };
  std::size_t place(std::size_t question, std::size_t quantity, std::size_t area_class) const;
  Finding row(std::size_t question, std::size_t quantity, std::size_t area_class) const;
  Finding spread_of_bias() const;

  const Plan& plan_;
  const Scenario& scenario_;
  const Analysis& analysis_;
  std::size_t quantities_, classes_; ///< the last two classes are the whole and all areas together
  std::vector<Ratio> ratios_;
  std::vector<AreaErrors> areas_;
};

} // namespace joinedup::validation
