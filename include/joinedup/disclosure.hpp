// A preset of rules for small numbers, as data: who publishes so, and what is hidden.
#pragma once

#include <joinedup/spec.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace joinedup {

/// Rules for published counts of answers; a count of 0 is never starred.
struct CountRules {
  std::uint64_t below = 5;                         ///< counts from 1 up to below this are starred
  bool next_lowest = false;                        ///< where only one is starred, the next lowest too
  bool cascade = false;                            ///< the two lowest units of a starred parent are starred
  std::optional<std::uint64_t> population_at_most; ///< options are starred only where so few could have answered
  std::uint64_t round_to = 0;                      ///< other counts to the nearest multiple; 0 = as they are
  bool whole_shown = false;                        ///< counts of the whole are neither starred nor rounded
  bool totals_shown = false;                       ///< the total of a starred unit stays
  bool only_small_shares = false;                  ///< shares of units starred for others' sake stay
};

struct DisclosureRules {
  std::string id, title, source, confidence;
  DisclosureSpec figures;
  CountRules counts;
  std::string file, sha256, origin;
};

} // namespace joinedup
