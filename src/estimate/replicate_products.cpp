#include "estimate/replicate_products.hpp"

namespace joinedup {

namespace {

using Index = Eigen::Index;

Eigen::MatrixXd zeros(std::size_t rows, std::size_t columns) {
  return Eigen::MatrixXd::Zero(static_cast<Index>(rows), static_cast<Index>(columns));
}

} // namespace

ReplicateProducts::ReplicateProducts(std::size_t domains, std::size_t indicators)
    : own_(domains, zeros(indicators, indicators)), with_whole_(own_), scaled_sum_(zeros(domains, indicators)),
      sum_(scaled_sum_) {}

void ReplicateProducts::add(const Eigen::MatrixXd& deviation, double scale, double times) {
  const Index whole = deviation.rows() - 1;
  for (Index d = 0; d < deviation.rows(); ++d) {
    own_[static_cast<std::size_t>(d)] += scale * times * deviation.row(d).transpose() * deviation.row(d);
    with_whole_[static_cast<std::size_t>(d)] += scale * times * deviation.row(d).transpose() * deviation.row(whole);
  }
  scaled_sum_ += scale * times * deviation;
  sum_ += times * deviation;
  scaled_n_ += scale * times;
  n_ += times;
}

Eigen::MatrixXd ReplicateProducts::centred(const Eigen::MatrixXd& products, Index domain, Index other) const {
  const Eigen::VectorXd a = sum_.row(domain).transpose() / n_, b = sum_.row(other).transpose() / n_;
  return products - scaled_sum_.row(domain).transpose() * b.transpose() - a * scaled_sum_.row(other) +
         scaled_n_ * a * b.transpose();
}

void ReplicateProducts::put_into(std::span<const RecordDomain> domains, std::size_t index_indicators) const {
  const auto whole = static_cast<Index>(domains.size()) - 1;
  for (std::size_t d = 0; d < domains.size(); ++d) {
    const auto row = static_cast<Index>(d);
    put_covariances(centred(own_[d], row, row), index_indicators, true, domains[d].estimate->covariance);
    put_covariances(centred(with_whole_[d], row, whole), index_indicators, row == whole,
                    domains[d].estimate->covariance_with_total);
  }
}

} // namespace joinedup
