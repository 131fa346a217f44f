#include "estimate/scored_records.hpp"

#include "estimate/packed_numbers.hpp"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <compare>
#include <tuple>

namespace joinedup {

namespace {

template <typename T> void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Any fixed order of doubles, NaN included.
std::strong_ordering by_bits(std::span<const double> a, std::span<const double> b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
    return std::bit_cast<std::uint64_t>(x) <=> std::bit_cast<std::uint64_t>(y);
  });
}

std::strong_ordering compare(const ScoredRecord& a, const ScoredRecord& b) {
  if (const auto o = a.area <=> b.area; std::is_neq(o)) return o;
  if (const auto o = a.stratum <=> b.stratum; std::is_neq(o)) return o;
  if (const auto o = a.cluster <=> b.cluster; std::is_neq(o)) return o;
  if (const auto o = by_bits({&a.weight, 1}, {&b.weight, 1}); std::is_neq(o)) return o;
  if (const auto o = a.count <=> b.count; std::is_neq(o)) return o;
  if (const auto o = by_bits(a.scores, b.scores); std::is_neq(o)) return o;
  if (const auto o = std::lexicographical_compare_three_way(a.categories.begin(), a.categories.end(),
                                                            b.categories.begin(), b.categories.end());
      std::is_neq(o))
    return o;
  return by_bits(a.numbers, b.numbers);
}

/// A record with the keys by which most comparisons of a sort are settled.
struct Place {
  std::uint32_t area, stratum, cluster;
  std::size_t record;
};

} // namespace

void ScoredRecords::reserve(std::size_t records) {
  areas.reserve(records);
  strata.reserve(records);
  clusters.reserve(records);
  weights.reserve(records);
  counts.reserve(records);
  score_table.reserve(records * scores_);
  number_table.reserve(records * numbers_);
  category_table.reserve(records * categories_);
}

void ScoredRecords::add(const ScoredRecord& record) {
  areas.push_back(record.area);
  strata.push_back(record.stratum);
  clusters.push_back(record.cluster);
  weights.push_back(record.weight);
  counts.push_back(record.count);
  score_table.insert(score_table.end(), record.scores.begin(), record.scores.end());
  number_table.insert(number_table.end(), record.numbers.begin(), record.numbers.end());
  category_table.insert(category_table.end(), record.categories.begin(), record.categories.end());
}

void ScoredRecords::merge(ScoredRecords&& other) {
  if (size() == 0) {
    *this = std::move(other);
    return;
  }
  append(areas, other.areas);
  append(strata, other.strata);
  append(clusters, other.clusters);
  append(weights, other.weights);
  append(counts, other.counts);
  append(score_table, other.score_table);
  append(number_table, other.number_table);
  append(category_table, other.category_table);
  other = ScoredRecords(scores_, numbers_, categories_);
}

ScoredRecord ScoredRecords::operator[](std::size_t record) const {
  return {areas[record],
          strata[record],
          clusters[record],
          weights[record],
          counts[record],
          {score_table.data() + record * scores_, scores_},
          {number_table.data() + record * numbers_, numbers_},
          {category_table.data() + record * categories_, categories_}};
}

void ScoredRecords::put_in_order(const std::function<std::uint32_t(std::uint32_t)>& area,
                                 const std::function<std::uint32_t(std::uint32_t)>& stratum,
                                 const std::function<std::uint32_t(std::uint32_t)>& cluster,
                                 const std::function<std::uint32_t(std::uint32_t)>& category) {
  for (std::size_t r = 0; r < size(); ++r) {
    areas[r] = area(areas[r]);
    strata[r] = stratum(strata[r]);
    clusters[r] = cluster(clusters[r]);
  }
  for (std::uint32_t& level : category_table)
    level = category(level);
  std::vector<Place> order;
  order.reserve(size());
  for (std::size_t r = 0; r < size(); ++r)
    order.push_back({areas[r], strata[r], clusters[r], r});
  // Records that compare equal are equal in all they hold, so that the order of threads cannot show.
  tbb::parallel_sort(order.begin(), order.end(), [&](const Place& a, const Place& b) {
    const auto design = std::tie(a.area, a.stratum, a.cluster) <=> std::tie(b.area, b.stratum, b.cluster);
    return std::is_lt(std::is_eq(design) ? compare((*this)[a.record], (*this)[b.record]) : design);
  });
  ScoredRecords sorted(scores_, numbers_, categories_);
  sorted.reserve(size());
  for (const Place& place : order)
    sorted.add((*this)[place.record]);
  *this = std::move(sorted);
}

void ScoredRecords::pack(Pack& pack, const PackedNumbers& numbers) {
  constexpr std::size_t least = 12; // area, stratum, cluster, count, and 8 bytes of weight
  const std::size_t records = pack.length(size(), least);
  std::vector<double> scores(scores_), others(numbers_);
  std::vector<std::uint32_t> levels(categories_);
  for (std::size_t r = 0; r < records && pack.ok(); ++r) {
    ScoredRecord record;
    if (!pack.reading()) {
      record = (*this)[r];
      std::ranges::copy(record.scores, scores.begin());
      std::ranges::copy(record.numbers, others.begin());
      std::ranges::copy(record.categories, levels.begin());
    }
    const auto number = [&](std::uint32_t& of, const std::vector<std::uint32_t>& in) {
      if (pack.reading())
        pack_number(pack, of, in);
      else
        pack.number(of);
    };
    number(record.area, numbers.area);
    number(record.stratum, numbers.stratum);
    number(record.cluster, numbers.cluster);
    pack.real(record.weight);
    pack.whole(record.count);
    for (double& score : scores)
      pack.real(score);
    for (double& other : others)
      pack.real(other);
    for (std::uint32_t& level : levels)
      number(level, numbers.category);
    if (!pack.reading() || !pack.ok()) continue;
    if (!(record.weight >= 0) || std::isinf(record.weight)) return pack.refuse();
    record.scores = scores;
    record.numbers = others;
    record.categories = levels;
    add(record);
  }
}

} // namespace joinedup
