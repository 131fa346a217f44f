#include "adjust/direct_standardisation.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace joinedup {

namespace {

using Groups = std::vector<std::size_t>; ///< by level of the first adjuster: number of its group, ascending

/// Numbers the cells that occur, with groups in place of the levels of the first adjuster.
void number_cells(StandardCells& out, std::span<const CellAdjuster> adjusters, const Groups& groups,
                  std::span<const double> weights, std::vector<std::size_t>& group_of_cell) {
  std::map<std::vector<std::size_t>, std::uint32_t> known;
  out.cell.assign(weights.size(), 0);
  group_of_cell.clear();
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (!(weights[r] > 0)) continue;
    std::vector<std::size_t> key;
    for (std::size_t a = 0; a < adjusters.size(); ++a)
      key.push_back(a == 0 ? groups[adjusters[a].level[r]] : adjusters[a].level[r]);
    const auto [at, is_new] = known.emplace(key, static_cast<std::uint32_t>(known.size()));
    out.cell[r] = at->second;
    if (is_new) group_of_cell.push_back(key.front());
  }
  out.cells = known.size();
}

/// The lowest group one of whose cells some area with anybody lacks; groups.size() when none does.
std::size_t lacking_group(const StandardCells& cells, std::span<const double> weights,
                          std::span<const std::uint32_t> area, std::size_t areas,
                          const std::vector<std::size_t>& group_of_cell, std::size_t none) {
  std::vector<bool> there(areas * cells.cells, false), anybody(areas, false);
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (!(weights[r] > 0)) continue;
    there[area[r] * cells.cells + cells.cell[r]] = true;
    anybody[area[r]] = true;
  }
  std::size_t out = none;
  for (std::size_t a = 0; a < areas; ++a) {
    for (std::size_t c = 0; anybody[a] && c < cells.cells; ++c)
      if (!there[a * cells.cells + c]) out = std::min(out, group_of_cell[c]);
  }
  return out;
}

std::string named(const Groups& groups, const CellAdjuster& adjuster, std::size_t group) {
  std::string out;
  for (std::size_t l = 0; l < groups.size(); ++l) {
    if (groups[l] != group) continue;
    out += (out.empty() ? "" : " and ") + (adjuster.names[l].empty() ? std::string("missing") : adjuster.names[l]);
  }
  return out;
}

} // namespace

StandardCells standard_cells(std::span<const CellAdjuster> adjusters, std::span<const double> weights,
                             std::span<const std::uint32_t> area, std::size_t areas) {
  StandardCells out;
  Groups groups(adjusters.front().names.size());
  std::iota(groups.begin(), groups.end(), std::size_t{0});
  std::vector<std::size_t> group_of_cell;
  for (std::size_t left = groups.size();; --left) {
    number_cells(out, adjusters, groups, weights, group_of_cell);
    const std::size_t empty = lacking_group(out, weights, area, areas, group_of_cell, left);
    if (empty == left) break;
    if (left == 1) {
      out.complete = false;
      break;
    }
    // Towards the middle: the lower half joins the next, the upper half the one before.
    const std::size_t neighbour = 2 * empty + 1 < left ? empty + 1 : empty - 1;
    const std::size_t low = std::min(empty, neighbour);
    out.joined.push_back(named(groups, adjusters.front(), empty) + " with " +
                         named(groups, adjusters.front(), neighbour));
    for (std::size_t& group : groups)
      group -= group > low ? 1 : 0;
  }
  out.groups = groups;
  return out;
}

std::vector<double> standard_factors(const StandardCells& cells, std::span<const double> weights,
                                     std::span<const std::uint32_t> domain, double cap) {
  std::vector<double> all(cells.cells, 0.0), here(cells.cells, 0.0);
  double all_sum = 0, here_sum = 0;
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (!(weights[r] > 0)) continue;
    all[cells.cell[r]] += weights[r];
    all_sum += weights[r];
  }
  for (const std::uint32_t r : domain) {
    if (!(weights[r] > 0)) continue;
    here[cells.cell[r]] += weights[r];
    here_sum += weights[r];
  }
  std::vector<double> out;
  for (const std::uint32_t r : domain) {
    const std::uint32_t c = cells.cell[r];
    out.push_back(weights[r] > 0 ? std::min(cap, all[c] / all_sum / (here[c] / here_sum)) : 0);
  }
  return out;
}

} // namespace joinedup
