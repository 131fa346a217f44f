#include "pipeline/estimation/replicate_errors.hpp"

#include "estimate/replicates.hpp"

namespace joinedup {

void set_replicate_errors(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
                          const EstimationSpec& spec, std::uint64_t seed, Estimates& estimates) {
  const auto domains = record_domains(frame.records, frame.region_of, estimates);
  const UnitDesign units = unit_design(frame.records, design.clusters, choices);
  if (spec.uncertainty == Uncertainty::jackknife)
    set_jackknife_covariances(units, frame.records, domains, design.index_indicators);
  else
    set_bootstrap_covariances(units, frame.records, domains, design.index_indicators, spec.replicates, seed);
}

} // namespace joinedup
