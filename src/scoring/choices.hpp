// What is in force for one instrument: choices of the user checked, defaults of the definition for the rest.
#pragma once

#include "scoring/missing.hpp"
#include "scoring/parameters.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <vector>

namespace joinedup {

struct InForce {
  MissingPolicy missing;
  ChosenValues choices; ///< choices without value are absent
  std::vector<const ValueSet*> sets;
  const LookupTable* table = nullptr; ///< the user's
  std::vector<Setting> settings;      ///< named INSTRUMENT.CHOICE, for the run record
  bool sets_named = false;            ///< by the user, even if in vain
  bool catch_all_scores = true;

  /// `table`, a choice, or a choice's value (CHOICE=VALUE) that the score needs is in force.
  bool has(const std::string& need) const;
};

/// Faults: J131 missing rule, J132 value set, J133 choice, J134 value of a choice, J415 table; J414 warns of a set
/// whose coefficients are disputed.
InForce choose(const Instrument& instrument, const ScoringChoices& choices, std::span<const ValueSet> value_sets,
               Diagnostics& diagnostics);

/// Ids of the sets of an instrument, suggested ones first.
std::vector<std::string> value_set_ids(const Instrument& instrument, std::span<const ValueSet> value_sets);

} // namespace joinedup
