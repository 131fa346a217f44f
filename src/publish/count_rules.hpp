// Small counts of answers in published tables: which units and options are starred, and how the rest is rounded. After
// NHS England's fft_pipeline (first level, second level, cascade) and the GP Patient Survey's rule for options.
#pragma once

#include <joinedup/disclosure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// One unit (organisation, site, ward) inside its parent.
struct UnitCount {
  std::string code, parent;
  std::uint64_t total = 0;
  bool parent_starred = false;
};

struct UnitHiding {
  std::uint64_t rank = 0; ///< by total inside the parent from 1, equal totals by code; 0 = nobody answered
  bool first = false;     ///< small itself
  bool second = false;    ///< the next lowest beside a small one
  bool cascade = false;   ///< one of the two lowest of a starred parent
  bool starred() const { return first || second || cascade; }
  /// Whether its shares are starred too: from shares and a total that is shown, counts follow.
  bool shares_starred(const CountRules& rules) const { return first || (starred() && !rules.only_small_shares); }
};

/// In the order given. A unit of nobody is neither ranked nor starred.
std::vector<UnitHiding> hide_units(const std::vector<UnitCount>& units, const CountRules& rules);

/// Options of one question. `population`: people who could have answered, where the rule asks.
std::vector<bool> hide_options(const std::vector<std::uint64_t>& counts, std::optional<std::uint64_t> population,
                               const CountRules& rules);

/// A count as it is shown, nothing where it is starred: halves are rounded up.
std::optional<std::uint64_t> shown_count(std::uint64_t count, bool whole, const CountRules& rules);

/// To the nearest multiple, halves up; 0 = as it is.
std::uint64_t to_nearest(std::uint64_t count, std::uint64_t multiple);

} // namespace joinedup
