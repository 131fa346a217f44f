// The results of an earlier release, as far as small numbers ask: how many people stood behind each shown figure.
#pragma once

#include "publish/earlier.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct EarlierRelease {
  using Column = std::map<std::string, std::uint64_t>; ///< code of an area, region or the whole -> n
  std::string index, geography;                        ///< ids
  std::map<std::string, Column> columns;               ///< "index", else what is scored
  std::set<std::string> hidden;                        ///< codes whose index was hidden
  /// People from one score to another, both included, as a histogram told.
  struct Bar {
    double low = 0, high = 0;
    std::uint64_t n = 0;
  };
  std::map<std::string, std::vector<Bar>> bars = {}; ///< what is scored -> its histogram, in order
};

/// What is measured: indicators of two indexes are one column where they score the same.
std::string measured(const IndicatorInfo& info);

/// Reads a results.json; anything else is J617.
Outcome<EarlierRelease> read_earlier_release(std::string_view text, const std::string& file);

/// The earlier cells of each column of this run, matched by code across geographies: areas that have merged are sums,
/// areas that have come from others are made of parts.
class EarlierColumns {
public:
  /// `release` null: nothing was published before.
  EarlierColumns(const EarlierRelease* release, const Geography* geography, const RunResults& results)
      : release_(release), geography_(geography), results_(results) {}

  /// Hidden cells of the index, or of indicator `k`; with `other` as in hide_small_cells.
  HiddenCells hide_index(const Margins& margins, const CellCounts& counts, std::uint64_t minimum) const;
  HiddenCells hide_indicator(std::size_t k, const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                             const OtherColumn& other) const;

private:
  HiddenCells hide(const std::string& column, const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                   const OtherColumn& other) const;
  EarlierCells cells_of(const EarlierRelease::Column& column, const Margins& margins) const;

  const EarlierRelease* release_;
  const Geography* geography_;
  const RunResults& results_;
};

/// J619: how many figures are hidden for the difference; J627 where the two releases have no column in common.
Diagnostics compared_with_earlier(const EarlierRelease& release, const RunResults& results);

} // namespace joinedup
