// The two ways of case mix, over kept records.
#pragma once

#include "estimate/variates.hpp"
#include "pipeline/estimation/case_mix.hpp"
#include "pipeline/estimation/replicate_errors.hpp"

namespace joinedup {

struct AdjustmentInput {
  const KeptFrame& frame;
  const CaseMixSpec& spec;
  UnitDesign design;
  std::size_t index_indicators = 0;
  const Replication* replication = nullptr; ///< errors by replicates, each adjusted anew
};

/// Both turn the means and covariances of out.adjusted from crude to adjusted.
void adjust_by_regression(const AdjustmentInput& input, CaseMixFindings& out);
void standardise_directly(const AdjustmentInput& input, CaseMixFindings& out);

/// Weight x count by record, 0 where the record has no score `k`.
std::vector<double> taking_part(const ScoredRecords& records, const std::vector<double>& weights, std::size_t k);

} // namespace joinedup
