// Random numbers for simulated surveys, from streams that no thread decides.
#pragma once

#include "simulate/draws.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace joinedup::validation {

/// Which survey: `scenario` is its place in the plan.
struct SurveyId {
  std::uint64_t seed = 1, scenario = 0, number = 0;
};

class Randomness {
public:
  /// One sequence for each survey, stream and area.
  Randomness(const SurveyId& survey, Stream stream, std::uint64_t area)
      : draws_(survey.seed, stream, survey.scenario << 48 | survey.number << 16 | area) {}

  double uniform() { return (draws_.word() + 0.5) * 0x1p-32; } ///< strictly between 0 and 1
  bool happens(double chance) { return uniform() < chance; }
  /// Mean 0 and standard deviation 1.
  double normal() {
    const double radius = std::sqrt(-2 * std::log(uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
  }
  double even() { return (uniform() - 0.5) * std::sqrt(12.0); }
  /// The highest of `n` uniform draws, Beta(n, 1), moved and stretched to mean 0 and standard deviation 1.
  double highest_of(int n) {
    if (n == 1) return even();
    const double mean = n / (n + 1.0), variance = n / ((n + 1.0) * (n + 1.0) * (n + 2.0));
    return (std::pow(uniform(), 1.0 / n) - mean) / std::sqrt(variance);
  }

private:
  Draws draws_;
};

} // namespace joinedup::validation
