// The kept records of a run with what their numbers mean, in an order that no thread and no file decides.
#pragma once

#include "estimate/scored_records.hpp"

#include <joinedup/estimates.hpp>

#include <functional>
#include <string>
#include <vector>

namespace joinedup {

class Dictionary;

/// Columns that records are kept with.
struct KeptColumns {
  std::vector<std::string> categories, numbers;
  /// The place of a category; it is there.
  std::size_t category(const std::string& column) const;
  std::size_t number(const std::string& column) const;
};

struct KeptFrame {
  ScoredRecords records;
  KeptColumns columns;
  std::vector<std::string> areas;     ///< codes, by number: those of the estimates
  std::vector<std::size_t> region_of; ///< by area: place among the regions of the estimates, or their number for none
  std::vector<std::string> strata;    ///< texts, by number
  std::vector<std::string> levels;    ///< texts, by number
};

/// Texts of whole numbers in front come by number, so that 5-9 stands before 10-14; else by text.
bool level_before(const std::string& a, const std::string& b);

KeptFrame kept_frame(ScoredRecords records, KeptColumns columns, const Estimates& estimates,
                     const std::function<std::string(std::uint32_t)>& code_of,
                     const std::function<std::string(const std::string&)>& region_of, const Dictionary& strata,
                     const Dictionary& clusters, const Dictionary& levels);

/// One category of the records with the levels that occur only, in order.
struct CategoryColumn {
  std::vector<std::uint32_t> level; ///< by record
  std::vector<std::string> names;   ///< by level; empty text = missing
};
CategoryColumn category_column(const KeptFrame& frame, const std::string& column);

} // namespace joinedup
