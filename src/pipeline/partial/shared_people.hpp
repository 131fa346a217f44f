// Which people's sums go into a shared partial, and what is withheld.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/scored_records.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace joinedup {

struct WithheldPeople {
  std::uint64_t people = 0;
  std::set<std::string> areas;                           ///< codes of those of which nobody is shared
  std::map<std::string, std::set<std::string>> measures; ///< companion -> areas in which it alone is withheld
};

struct SharedPeople {
  IndicatorSums sums;
  std::uint64_t full = 0, part = 0, none = 0; ///< people by how many index measures they have
  WithheldPeople withheld;
};

/// People fall into groups of one stratum, area, weight and set of index measures that they have; a group is shared
/// whole or not at all (share_fault). Companions, which have no products with others, are looked at one by one.
SharedPeople shared_people(const ScoredRecords& records, const SumsDesign& design, std::uint64_t minimum,
                           const std::function<std::string(std::uint32_t)>& code_of);

} // namespace joinedup
