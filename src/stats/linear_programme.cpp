#include "stats/linear_programme.hpp"

#include <cmath>
#include <cstddef>

namespace joinedup {

namespace {

constexpr double negligible = 1e-11; // of coefficients about 1: rounding

/// Rows: a limit each, its slack in the basis; the last row is the function, with signs turned. The last column: right
/// hand sides.
class Tableau {
public:
  Tableau(const std::vector<double>& c, const std::vector<std::vector<double>>& limits, const std::vector<double>& most)
      : variables_(c.size()), limits_(limits.size()) {
    for (std::size_t row = 0; row < limits_; ++row) {
      cells_.emplace_back(width(), 0.0);
      for (std::size_t j = 0; j < variables_; ++j)
        cells_[row][j] = limits[row][j];
      cells_[row][variables_ + row] = 1;
      cells_[row].back() = most[row];
      basis_.push_back(variables_ + row);
    }
    cells_.emplace_back(width(), 0.0);
    for (std::size_t j = 0; j < variables_; ++j)
      cells_.back()[j] = -c[j];
  }

  /// False where the function grows without end.
  bool solve() {
    for (std::size_t column = entering(); column < width() - 1; column = entering()) {
      const std::size_t row = leaving(column);
      if (row == limits_) return false;
      pivot(row, column);
    }
    return true;
  }

  LinearOptimum optimum() const {
    LinearOptimum out{cells_.back().back(), std::vector<double>(variables_, 0.0)};
    for (std::size_t row = 0; row < limits_; ++row)
      if (basis_[row] < variables_) out.x[basis_[row]] = cells_[row].back();
    return out;
  }

private:
  std::size_t width() const { return variables_ + limits_ + 1; }

  /// Bland: the first column that helps; width() - 1 when none does.
  std::size_t entering() const {
    std::size_t column = 0;
    while (column < width() - 1 && cells_.back()[column] >= -negligible)
      ++column;
    return column;
  }

  /// The row that limits the column first, of equal ones that of the first variable; limits_ when none does.
  std::size_t leaving(std::size_t column) const {
    std::size_t out = limits_;
    double least = 0;
    for (std::size_t row = 0; row < limits_; ++row) {
      if (!(cells_[row][column] > negligible)) continue;
      const double ratio = cells_[row].back() / cells_[row][column];
      const bool first = out == limits_ || ratio < least - negligible;
      if (first || (ratio <= least + negligible && basis_[row] < basis_[out])) {
        out = row;
        least = ratio;
      }
    }
    return out;
  }

  void pivot(std::size_t row, std::size_t column) {
    const double by = cells_[row][column];
    for (double& cell : cells_[row])
      cell /= by;
    for (std::size_t other = 0; other < cells_.size(); ++other) {
      const double times = cells_[other][column];
      if (other == row || times == 0) continue;
      for (std::size_t j = 0; j < width(); ++j)
        cells_[other][j] -= times * cells_[row][j];
    }
    basis_[row] = column;
  }

  std::size_t variables_, limits_;
  std::vector<std::vector<double>> cells_;
  std::vector<std::size_t> basis_; ///< by row
};

} // namespace

std::optional<LinearOptimum> linear_optimum(const std::vector<double>& c,
                                            const std::vector<std::vector<double>>& limits,
                                            const std::vector<double>& most) {
  Tableau tableau(c, limits, most);
  if (!tableau.solve()) return std::nullopt;
  return tableau.optimum();
}

} // namespace joinedup
