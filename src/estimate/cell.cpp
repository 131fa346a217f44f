#include "estimate/cell.hpp"

#include "base/pack.hpp"

#include <cmath>

namespace joinedup {

namespace {

/// Places in Cell::unit_: `linear` sums an indicator, then `pair` sums a pair.
namespace unit {
constexpr std::size_t linear = 2, pair = 3;
constexpr std::size_t y = 0, y2 = 1;                    // of an indicator
constexpr std::size_t ab = 0, a_alone = 1, b_alone = 2; // of a pair
} // namespace unit

/// Places in Cell::weighted_: two sums over all records, then by indicator and by pair. Without squares an indicator
/// has its first four only.
namespace weighted {
constexpr std::size_t all = 2, pair = 4;
constexpr std::size_t w = 0, w2 = 1;                                               // over all records
constexpr std::size_t lack_w = 0, wy = 1, wy2 = 2, lack_w2 = 3, w2y = 4, w2y2 = 5; // of an indicator
constexpr std::size_t ab = 0, a_w2 = 1, a_w2y = 2, b_w2y = 3;                      // of a pair
std::size_t linear(const CellLayout& layout) { return layout.squares() ? 6 : 4; }
} // namespace weighted

template <typename T> void add_all(std::vector<T>& to, const std::vector<T>& from) {
  if (to.size() < from.size()) to.resize(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    if constexpr (std::is_same_v<T, ExactSum>) {
      to[i].merge(from[i]);
    } else {
      to[i] += from[i];
    }
  }
}

/// n as an exact sum.
ExactSum counted(std::uint64_t n) {
  ExactSum sum;
  sum.add(1.0, n);
  return sum;
}

} // namespace

CellLayout::CellLayout(std::size_t indicators, std::size_t index_indicators, bool squares)
    : indicators_(indicators), index_indicators_(index_indicators), squares_(squares) {}

void Cell::add(const CellLayout& layout, double weight, std::uint64_t count, std::span<const double> y) {
  rows_ += count;
  if (!(weight > 0)) return;
  weighted_rows_ += count;
  n_.resize(layout.indicators());
  bool any = false;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const bool has = !std::isnan(y[i]);
    n_[i] += has ? count : 0;
    any = any || (has && i < layout.index_indicators());
  }
  n_index_ += any ? count : 0;
  if (weight == 1) {
    add_unit(layout, count, y);
  } else {
    add_weighted(layout, weight, count, y);
  }
}

void Cell::add_unit(const CellLayout& layout, std::uint64_t count, std::span<const double> y) {
  const std::size_t k = layout.indicators();
  unit_.resize(unit::linear * k + unit::pair * layout.pairs());
  unit_n_.resize(k + layout.pairs());
  for (std::size_t i = 0; i < k; ++i) {
    if (std::isnan(y[i])) continue;
    unit_n_[i] += count;
    unit_[unit::linear * i + unit::y].add(y[i], count);
    unit_[unit::linear * i + unit::y2].add(y[i] * y[i], count);
  }
  if (!layout.squares()) return;
  ExactSum* sums = unit_.data() + unit::linear * k;
  std::uint64_t* alone = unit_n_.data() + k;
  for (std::size_t i = 0; i < layout.index_indicators(); ++i) {
    for (std::size_t j = i + 1; j < layout.index_indicators(); ++j, sums += unit::pair, ++alone) {
      const bool a = !std::isnan(y[i]), b = !std::isnan(y[j]);
      if (a && b) {
        sums[unit::ab].add(y[i] * y[j], count);
      } else if (a) {
        *alone += count;
        sums[unit::a_alone].add(y[i], count);
      } else if (b) {
        sums[unit::b_alone].add(y[j], count);
      }
    }
  }
}

void Cell::add_weighted(const CellLayout& layout, double weight, std::uint64_t count, std::span<const double> y) {
  const std::size_t k = layout.indicators(), per = weighted::linear(layout);
  const bool squares = layout.squares();
  weighted_.resize(weighted::all + per * k + weighted::pair * layout.pairs());
  const double weight2 = weight * weight;
  weighted_[weighted::w].add(weight, count);
  weighted_[weighted::w2].add(weight2, count);
  ExactSum* sums = weighted_.data() + weighted::all;
  for (std::size_t i = 0; i < k; ++i, sums += per) {
    if (std::isnan(y[i])) {
      sums[weighted::lack_w].add(weight, count);
      sums[weighted::lack_w2].add(weight2, count);
      continue;
    }
    const double wy = weight * y[i];
    sums[weighted::wy].add(wy, count);
    sums[weighted::wy2].add(wy * y[i], count);
    if (!squares) continue;
    sums[weighted::w2y].add(weight * wy, count);
    sums[weighted::w2y2].add(wy * wy, count);
  }
  if (!squares) return;
  for (std::size_t i = 0; i < layout.index_indicators(); ++i) {
    for (std::size_t j = i + 1; j < layout.index_indicators(); ++j, sums += weighted::pair) {
      const bool has_a = !std::isnan(y[i]), has_b = !std::isnan(y[j]);
      const double a = weight * y[i], b = weight * y[j];
      if (has_a && has_b) {
        sums[weighted::ab].add(a * b, count);
      } else if (has_a) {
        sums[weighted::a_w2].add(weight2, count);
        sums[weighted::a_w2y].add(weight * a, count);
      } else if (has_b) {
        sums[weighted::b_w2y].add(weight * b, count);
      }
    }
  }
}

void Cell::merge(const Cell& other) {
  rows_ += other.rows_;
  weighted_rows_ += other.weighted_rows_;
  n_index_ += other.n_index_;
  add_all(n_, other.n_);
  add_all(unit_n_, other.unit_n_);
  add_all(unit_, other.unit_);
  add_all(weighted_, other.weighted_);
}

void Cell::pack(const CellLayout& layout, Pack& pack) {
  const std::size_t k = layout.indicators(), pairs = layout.pairs();
  const auto sum = [&](ExactSum& one) { one.pack(pack); };
  pack.whole(rows_);
  pack.whole(weighted_rows_);
  pack.whole(n_index_);
  pack.numbers(n_);
  pack.numbers(unit_n_);
  pack.list(unit_, ExactSum::packed_bytes, sum);
  pack.list(weighted_, ExactSum::packed_bytes, sum);
  // Nothing of a kind was added, or there is one sum for each place.
  const auto fits = [](std::size_t size, std::size_t whole) { return size == 0 || size == whole; };
  const bool sound = fits(n_.size(), k) && fits(unit_n_.size(), k + pairs) &&
                     fits(unit_.size(), unit::linear * k + unit::pair * pairs) && unit_n_.empty() == unit_.empty() &&
                     fits(weighted_.size(), weighted::all + weighted::linear(layout) * k + weighted::pair * pairs);
  if (!sound) {
    *this = Cell();
    pack.refuse();
  }
}

LinearSums Cell::linear(const CellLayout& layout, std::size_t indicator) const {
  LinearSums out;
  if (!n_.empty()) out.n = n_[indicator];
  if (!unit_.empty()) {
    out.w = out.w2 = counted(unit_n_[indicator]);
    out.wy = unit_[unit::linear * indicator + unit::y];
    out.wy2 = unit_[unit::linear * indicator + unit::y2];
  }
  if (!weighted_.empty()) {
    const ExactSum* sums = weighted_.data() + weighted::all + weighted::linear(layout) * indicator;
    out.w.merge(weighted_[weighted::w]);
    out.w.subtract(sums[weighted::lack_w]);
    out.w2.merge(weighted_[weighted::w2]);
    out.w2.subtract(sums[weighted::lack_w2]);
    out.wy.merge(sums[weighted::wy]);
    out.wy2.merge(sums[weighted::wy2]);
  }
  return out;
}

SquareSums Cell::square(const CellLayout& layout, std::size_t i, std::size_t k) const {
  SquareSums out;
  if (!unit_.empty()) unit_square(layout, i, k, out);
  if (!weighted_.empty()) weighted_square(layout, i, k, out);
  return out;
}

void Cell::unit_square(const CellLayout& layout, std::size_t i, std::size_t k, SquareSums& out) const {
  out.w2.merge(counted(unit_n_[i]));
  out.w2a.merge(unit_[unit::linear * i + unit::y]);
  out.w2b.merge(unit_[unit::linear * k + unit::y]);
  if (i == k) {
    out.w2ab.merge(unit_[unit::linear * i + unit::y2]);
    return;
  }
  const std::size_t pair = layout.pair(i, k);
  const ExactSum* sums = unit_.data() + unit::linear * layout.indicators() + unit::pair * pair;
  out.w2.subtract(counted(unit_n_[layout.indicators() + pair]));
  out.w2a.subtract(sums[unit::a_alone]);
  out.w2b.subtract(sums[unit::b_alone]);
  out.w2ab.merge(sums[unit::ab]);
}

void Cell::weighted_square(const CellLayout& layout, std::size_t i, std::size_t k, SquareSums& out) const {
  const std::size_t per = weighted::linear(layout);
  const ExactSum* own = weighted_.data() + weighted::all + per * i;
  const ExactSum* other = weighted_.data() + weighted::all + per * k;
  out.w2.merge(weighted_[weighted::w2]);
  out.w2.subtract(own[weighted::lack_w2]);
  out.w2a.merge(own[weighted::w2y]);
  out.w2b.merge(other[weighted::w2y]);
  if (i == k) {
    out.w2ab.merge(own[weighted::w2y2]);
    return;
  }
  const ExactSum* sums =
      weighted_.data() + weighted::all + per * layout.indicators() + weighted::pair * layout.pair(i, k);
  out.w2.subtract(sums[weighted::a_w2]);
  out.w2a.subtract(sums[weighted::a_w2y]);
  out.w2b.subtract(sums[weighted::b_w2y]);
  out.w2ab.merge(sums[weighted::ab]);
}

CellFigures Cell::figures(const CellLayout& layout) const {
  CellFigures out{rows_, weighted_rows_, n_index_, {}, {}};
  for (std::size_t i = 0; i < layout.indicators(); ++i) {
    const LinearSums sums = linear(layout, i);
    const SquareSums squares = square(layout, i, i);
    out.measures.push_back({sums.n, sums.w.value(), sums.w2.value(), sums.wy.value(), sums.wy2.value(),
                            squares.w2a.value(), squares.w2ab.value()});
  }
  for (std::size_t i = 0; i < layout.index_indicators(); ++i)
    for (std::size_t k = i + 1; k < layout.index_indicators(); ++k) {
      const SquareSums sums = square(layout, i, k);
      out.pairs.push_back({sums.w2.value(), sums.w2a.value(), sums.w2b.value(), sums.w2ab.value()});
    }
  return out;
}

/// In the form of weighted records. What is kept as "all less those who lack it" is told of nobody less a negative sum.
Cell Cell::of_figures(const CellLayout& layout, const CellFigures& figures) {
  const std::size_t k = layout.indicators(), per = weighted::linear(layout);
  Cell out;
  out.rows_ = figures.rows;
  out.weighted_rows_ = figures.weighted_rows;
  out.n_index_ = figures.n_index;
  for (const CellFigures::Measure& m : figures.measures)
    out.n_.push_back(m.n);
  out.weighted_.resize(weighted::all + per * k + weighted::pair * layout.pairs());
  ExactSum* sums = out.weighted_.data() + weighted::all;
  for (const CellFigures::Measure& m : figures.measures) {
    sums[weighted::lack_w].add(-m.w);
    sums[weighted::lack_w2].add(-m.w2);
    sums[weighted::wy].add(m.wy);
    sums[weighted::wy2].add(m.wy2);
    sums[weighted::w2y].add(m.w2y);
    sums[weighted::w2y2].add(m.w2y2);
    sums += per;
  }
  std::size_t pair = 0;
  for (std::size_t i = 0; i < layout.index_indicators(); ++i)
    for (std::size_t j = i + 1; j < layout.index_indicators(); ++j, ++pair, sums += weighted::pair) {
      const CellFigures::Measure& a = figures.measures[i];
      const CellFigures::Pair& both = figures.pairs[pair];
      sums[weighted::ab].add(both.w2ab);
      sums[weighted::a_w2].add(a.w2);
      sums[weighted::a_w2].add(-both.w2);
      sums[weighted::a_w2y].add(a.w2y);
      sums[weighted::a_w2y].add(-both.w2a);
      sums[weighted::b_w2y].add(figures.measures[j].w2y);
      sums[weighted::b_w2y].add(-both.w2b);
    }
  return out;
}

} // namespace joinedup
