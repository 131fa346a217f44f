// Direct standardisation: an area's respondents weighted to everybody's mix of cells.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// A category crossed with others into cells.
struct CellAdjuster {
  std::vector<std::uint32_t> level; ///< by record
  std::vector<std::string> names;   ///< by level, in order
};

/// Cells with nobody in an area that needs them, joined for all areas alike (RULINGS R10).
struct StandardCells {
  std::vector<std::uint32_t> cell; ///< by record
  std::size_t cells = 0;
  std::vector<std::size_t> groups; ///< by level of the first adjuster: the joined level that it is in
  std::vector<std::string> joined; ///< what was joined, "16-24 with 25-34"
  bool complete = true;            ///< false: even with one level of the first adjuster a cell stays empty
};

/// `weights`: with counts, 0 where the record takes no part; `area` below `areas`. Levels of the first adjuster are
/// joined with their neighbour towards the middle until no area lacks a cell that occurs anywhere.
StandardCells standard_cells(std::span<const CellAdjuster> adjusters, std::span<const double> weights,
                             std::span<const std::uint32_t> area, std::size_t areas);

/// By record of a domain: share of its cell among all / share in the domain, `cap` at most.
std::vector<double> standard_factors(const StandardCells& cells, std::span<const double> weights,
                                     std::span<const std::uint32_t> domain, double cap);

} // namespace joinedup
