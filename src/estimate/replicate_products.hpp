// Covariances from replicates: products of their deviations from the full sample, about the mean of all of them.
#pragma once

#include "estimate/variates.hpp"

#include <Eigen/Dense>

#include <cstddef>
#include <span>
#include <vector>

namespace joinedup {

class ReplicateProducts {
public:
  ReplicateProducts(std::size_t domains, std::size_t indicators);

  /// `deviation`: [domain][indicator], the whole last. It stands for `times` replicates and counts `scale`.
  void add(const Eigen::MatrixXd& deviation, double scale, double times);

  /// Into covariance and covariance_with_total of every domain; what is NaN there stays so. NaN without replicates.
  void put_into(std::span<const RecordDomain> domains, std::size_t index_indicators) const;

private:
  Eigen::MatrixXd centred(const Eigen::MatrixXd& products, Eigen::Index domain, Eigen::Index other) const;

  std::vector<Eigen::MatrixXd> own_, with_whole_; ///< by domain
  Eigen::MatrixXd scaled_sum_, sum_;              ///< [domain][indicator]
  double scaled_n_ = 0, n_ = 0;
};

} // namespace joinedup
