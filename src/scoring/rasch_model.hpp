// Person measures of the partial-credit model (Masters 1982, doi:10.1007/BF02296272), of which the rating-scale model
// is the case with equal steps. Theta in logits.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace joinedup {

/// One item: exp(-(sum of its first k thresholds)) for each category k, the lowest category being 1.
class RaschItem {
public:
  explicit RaschItem(std::span<const double> thresholds);
  std::size_t categories() const { return weights_.size(); }
  /// Expected category (from 0) and its variance at exp(theta).
  void moments(double exp_theta, double& expected, double& variance) const;

private:
  std::vector<double> weights_;
};

inline constexpr double rasch_limit = 15; ///< thetas are sought from -15 to 15

/// Theta at which the expected sum of categories of `items` equals `sum`, by maximum likelihood; extreme sums are moved
/// inwards by `extreme_adjustment` first. `items` must not be empty.
double rasch_theta(std::span<const RaschItem* const> items, double sum, double extreme_adjustment);

} // namespace joinedup
