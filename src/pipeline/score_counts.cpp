#include "pipeline/score_counts.hpp"

#include "base/pack.hpp"

#include <cmath>

namespace joinedup {

ScoreCounts::ScoreCounts(std::span<const ScoreBins> bins) {
  for (const ScoreBins& one : bins)
    cells_.emplace_back(one.bins.size());
}

void ScoreCounts::add(std::span<const ScoreBins> bins, double weight, std::uint64_t count,
                      std::span<const double> scores) {
  if (!(weight > 0) || count == 0) return;
  for (std::size_t k = 0; k < cells_.size(); ++k) {
    if (cells_[k].empty() || std::isnan(scores[k])) continue;
    Cell& cell = cells_[k][bins[k].bin_of(scores[k])];
    cell.people += count;
    cell.weight.add(weight, count);
  }
}

void ScoreCounts::merge(const ScoreCounts& other) {
  for (std::size_t k = 0; k < cells_.size(); ++k)
    for (std::size_t b = 0; b < cells_[k].size(); ++b) {
      cells_[k][b].people += other.cells_[k][b].people;
      cells_[k][b].weight.merge(other.cells_[k][b].weight);
    }
}

void ScoreCounts::pack(Pack& pack) {
  for (std::vector<Cell>& cells : cells_)
    for (Cell& cell : cells) {
      pack.whole(cell.people);
      cell.weight.pack(pack);
    }
}

} // namespace joinedup
