// How areas are held against their target and against each other: what a study may choose. Stored in the run record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// Words as a study writes them; the readers let no others through.
struct ComparisonOptions {
  std::string scheme = "five";             ///< five; three: beyond the first limit or not (the stars of CAHPS); seven
  double somewhat = 90;                    ///< seven: the limit before the first
  double inner = 95, outer = 99.8;         ///< per cent of areas within the limits by chance alone
  std::string overdispersion = "additive"; ///< additive, multiplicative, none
  std::string trim = "winsorise";          ///< of z before the spread is measured: winsorise, truncate, none
  double trim_share = 0.1;                 ///< at each end
  std::string shrinkage = "paule_mandel";  ///< variance between areas: paule_mandel, dersimonian_laird, reml, none
  std::string multiple_testing = "bh";     ///< bh, by, holm, hochberg, bonferroni, none
  double level = 0.05;                     ///< below which an adjusted p is flagged
  std::string rank_intervals = "holm";     ///< holm: over all pairs; marginal: over the pairs of each area
  std::uint64_t rank_draws = 0;            ///< for chances of the top and bottom fifth; 0 = no such table
  bool fifths = false;                     ///< table of the fifths of ranked areas

  /// What is beyond it is not as expected.
  double first_limit() const { return scheme == "seven" ? somewhat : inner; }
};

/// A row of the table of context: an area's values of the columns asked for; NaN = not given.
struct PeerRow {
  std::string area;
  std::vector<double> values;
};

/// Areas like an area, by what a table says of them.
struct PeersSpec {
  std::string file, area;           ///< path, and its column of codes
  std::vector<std::string> columns; ///< that likeness is judged by
  std::vector<double> weights;      ///< of columns; empty = equal
  std::uint64_t k = 10;
  std::vector<PeerRow> rows = {}; ///< what the table holds, once read
};

} // namespace joinedup
