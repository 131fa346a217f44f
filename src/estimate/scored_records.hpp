// Records as far as estimation needs them again: no answers, no ids, no text (RULINGS R25). Kept only for methods that
// weight or adjust each person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace joinedup {

class Pack;
struct PackedNumbers;

/// One record of ScoredRecords; spans have the widths given there.
struct ScoredRecord {
  std::uint32_t area = 0, stratum = 0, cluster = 0;
  double weight = 1;
  std::uint64_t count = 1;
  std::span<const double> scores, numbers; ///< NaN = none
  std::span<const std::uint32_t> categories;
};

/// By column, appended by one thread and merged at the end.
class ScoredRecords {
public:
  ScoredRecords(std::size_t scores, std::size_t numbers, std::size_t categories)
      : scores_(scores), numbers_(numbers), categories_(categories) {}

  void add(const ScoredRecord& record);
  void merge(ScoredRecords&& other);
  void reserve(std::size_t records);

  std::size_t size() const { return areas.size(); }
  std::size_t scores() const { return scores_; }
  std::size_t numbers() const { return numbers_; }
  std::size_t categories() const { return categories_; }
  double score(std::size_t record, std::size_t k) const { return score_table[record * scores_ + k]; }
  double number(std::size_t record, std::size_t j) const { return number_table[record * numbers_ + j]; }
  std::uint32_t category(std::size_t record, std::size_t c) const { return category_table[record * categories_ + c]; }
  ScoredRecord operator[](std::size_t record) const;

  /// Renumbers areas, strata, clusters and categories (old number -> new) and sorts by all that a record holds: what
  /// is computed afterwards depends neither on threads nor on the order of files.
  void put_in_order(const std::function<std::uint32_t(std::uint32_t)>& area,
                    const std::function<std::uint32_t(std::uint32_t)>& stratum,
                    const std::function<std::uint32_t(std::uint32_t)>& cluster,
                    const std::function<std::uint32_t(std::uint32_t)>& category);

  /// When writing they must be in the order of the file: put_in_order() by its numbers, and `numbers` then empty.
  void pack(Pack& pack, const PackedNumbers& numbers);

  std::vector<std::uint32_t> areas, strata, clusters;
  std::vector<double> weights;
  std::vector<std::uint64_t> counts;

private:
  std::size_t scores_, numbers_, categories_;
  std::vector<double> score_table, number_table;
  std::vector<std::uint32_t> category_table;
};

} // namespace joinedup
