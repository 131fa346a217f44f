// Tables of the sensitivity analysis.
#pragma once

#include "pipeline/analyses/sensitivity_draws.hpp"

#include <cstddef>
#include <vector>

namespace joinedup {

/// Samples in the order A, B, then A with each factor from B.
struct SensitivityFindings {
  RunOutcome nominal;                                         ///< as published
  std::vector<std::vector<std::vector<std::uint16_t>>> ranks; ///< [sample][run][area]
  std::vector<std::vector<Band>> bands;                       ///< [run of A][area]
  std::vector<std::vector<double>> shifts;                    ///< [sample][run] mean |rank - nominal rank|
};

struct DropOne {
  std::size_t indicator = 0;
  double mean_shift = 0;
  int largest = 0;
  std::size_t bands_changed = 0;
};

/// Median rank, 5 to 95 % interval and the share of runs in each band, by area, best median first.
/// The report says lower and higher where the run has crude outcomes (RULINGS R9); names of columns stay.
ResultTable sensitivity_ranks_table(const SensitivityModel& model, const SensitivityFindings& found,
                                    bool crude_outcomes);
/// First-order and total Sobol indices by factor: of all areas' ranks together (sums over areas of numerators and of
/// variances: Gamboa, Janon, Klein and Lagnoux 2014, doi 10.1214/14-EJS895) and of the mean shift in rank.
ResultTable sensitivity_sobol_table(const std::vector<Factor>& factors, const SensitivityFindings& found);
ResultTable sensitivity_drop_table(const std::vector<DropOne>& dropped, const SensitivityFindings& found,
                                   const RunResults& results);

} // namespace joinedup
