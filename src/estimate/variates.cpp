#include "estimate/variates.hpp"

#include <cmath>

namespace joinedup {

void put_covariances(const Eigen::MatrixXd& found, std::size_t index_indicators, bool symmetric,
                     std::vector<double>& out) {
  const auto size = static_cast<std::size_t>(found.rows());
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < size; ++k) {
      double& cell = out[i * size + k];
      if (std::isnan(cell) || (i != k && (i >= index_indicators || k >= index_indicators))) continue;
      const auto row = static_cast<Eigen::Index>(i), column = static_cast<Eigen::Index>(k);
      cell = symmetric ? (found(row, column) + found(column, row)) / 2 : found(row, column);
      if (symmetric && i == k && cell < 0) cell = 0; // by rounding
    }
  }
}

std::vector<RecordDomain> record_domains(const ScoredRecords& records, const std::vector<std::size_t>& region_of,
                                         Estimates& estimates) {
  const std::size_t areas = estimates.areas.size(), regions = estimates.regions.size();
  std::vector<RecordDomain> out(areas + regions + 1);
  for (std::size_t a = 0; a < areas; ++a)
    out[a].estimate = &estimates.areas[a];
  for (std::size_t r = 0; r < regions; ++r)
    out[areas + r].estimate = &estimates.regions[r];
  out.back().estimate = &estimates.total;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const auto record = static_cast<std::uint32_t>(r);
    const std::uint32_t area = records.areas[r];
    out[area].records.push_back(record);
    if (region_of[area] < regions) out[areas + region_of[area]].records.push_back(record);
    out.back().records.push_back(record);
  }
  return out;
}

Eigen::MatrixXd set_covariances(const UnitDesign& design, std::span<const RecordDomain> domains,
                                std::size_t index_indicators, const UnitTotals& shared,
                                const std::function<DomainVariates(const RecordDomain&)>& variates) {
  const RecordDomain& whole = domains.back();
  const DomainVariates all = variates(whole);
  const Eigen::MatrixXd shared_shared = covariance(design, shared, shared);
  const Eigen::MatrixXd total_shared = covariance(design, all.local, shared);
  for (const RecordDomain& domain : domains) {
    const DomainVariates own = &domain == &whole ? all : variates(domain);
    const Eigen::MatrixXd local_shared = covariance(design, own.local, shared);
    const auto with = [&](const UnitTotals& other, const Eigen::MatrixXd& other_shared,
                          const Eigen::MatrixXd& other_shares) -> Eigen::MatrixXd {
      return covariance(design, own.local, other) - local_shared * other_shares.transpose() -
             own.shares * other_shared.transpose() + own.shares * shared_shared * other_shares.transpose();
    };
    put_covariances(with(own.local, local_shared, own.shares), index_indicators, true, domain.estimate->covariance);
    put_covariances(with(all.local, total_shared, all.shares), index_indicators, &domain == &whole,
                    domain.estimate->covariance_with_total);
  }
  return shared_shared;
}

} // namespace joinedup
