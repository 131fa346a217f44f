// Means of many bootstrap replicates, some at a time.
#pragma once

#include "estimate/drawn_sums.hpp"
#include "estimate/replicate_factors.hpp"
#include "estimate/variates.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// What a replicate's domain totals are made of: a row for each unit's part in an area, with the sums of weights and of
/// weighted scores by indicator. Rows lie by stratum and area, so that a replicate is so many plain sums of rows.
class BootstrapMeans {
public:
  BootstrapMeans(const BootstrapFactors& factors, const UnitDesign& design, const ScoredRecords& records,
                 std::span<const RecordDomain> domains);

  /// Of replicates first to first + n: means less those of the full sample, [domain][indicator]; 0 where a replicate
  /// holds nobody. Safe on all threads.
  std::vector<Eigen::MatrixXd> deviations(std::uint64_t first, std::size_t n) const;

private:
  /// Rows of one stratum and area.
  struct Run {
    std::uint32_t area = 0;
    std::size_t first = 0, rows = 0, place = 0; ///< place: of the first row's unit among the stratum's
    bool plain = true;                          ///< units follow one another and none stands for several records
  };
  std::vector<std::uint32_t> records_in_order() const;
  void set_centres();
  void make_rows(const std::vector<std::uint32_t>& order);
  void weigh_strata();
  void add_drawn(const Run& run, std::span<const std::uint8_t* const> counts, double* totals) const;
  Eigen::MatrixXd deviation(const double* totals, std::size_t replicate, std::size_t replicates) const;

  const BootstrapFactors& factors_;
  const UnitDesign& design_;
  const ScoredRecords& records_;
  std::span<const RecordDomain> domains_;
  std::size_t areas_ = 0;
  std::vector<std::vector<std::uint32_t>> areas_of_; ///< by domain
  std::vector<double> centres_;                      ///< [area][indicator]: a score's row holds what is above this
  std::vector<std::size_t> places_;                  ///< by unit: its first copy among those of its stratum
  std::vector<std::size_t> row_places_;              ///< by row
  std::vector<std::uint32_t> row_units_;
  NumberRows rows_, always_;           ///< always_: by area, what every replicate has
  std::vector<std::vector<Run>> runs_; ///< by stratum
};

} // namespace joinedup
