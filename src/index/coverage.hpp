// How much of an index an area has, and what the rest then weighs (RULINGS R3).
#pragma once

#include "index/frame.hpp"

#include <string>
#include <vector>

namespace joinedup {

/// Which indicators an area has: not hidden there and with a mean. [indicator]
using Presence = std::vector<bool>;

struct Coverage {
  std::vector<double> weights;   ///< [indicator] shares of what is there, summing to 1; 0 where missing
  std::vector<double> in_domain; ///< [indicator] shares within the domain of what is there; 0 where missing
  std::vector<double> domains;   ///< [domain] share of the domain's weight that is there, 0 to 1
  double total = 0;              ///< share of the index's weight that is there
  bool complete = false;         ///< nothing that weighs is missing
  bool enough = false;           ///< the thresholds of the definition are met
  std::string reason;            ///< why not enough, in words
};

Coverage cover(const IndexFrame& frame, const Presence& present);

} // namespace joinedup
