// Which columns hold codes of areas that a shipped geography knows.
#pragma once

#include "pipeline/library.hpp"

#include <joinedup/responses.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Every area code of every geography in reach.
class KnownAreas {
public:
  explicit KnownAreas(const Library& library);
  const std::vector<std::string>& geographies() const { return ids_; }
  /// One bit per geography that knows the code; 0 = none.
  std::uint32_t known(std::string_view code) const;

private:
  std::vector<std::string> ids_;
  std::map<std::string, std::uint32_t, std::less<>> bits_;
};

/// Per kept column: filled cells, cells known per geography, distinct codes. Looks at the first records of each block,
/// which is enough to tell what a column is.
class AreaColumnCounts {
public:
  void see(const RecordBlock& block, const KnownAreas& known);
  void merge(const AreaColumnCounts& other);
  /// One sentence for each column in which at least half of the cells are known.
  std::vector<std::string> describe(const std::vector<std::string>& headings,
                                    const std::vector<std::uint32_t>& kept) const;

private:
  struct Column {
    std::uint64_t filled = 0;
    std::vector<std::uint64_t> known;
    std::set<std::string> codes;
  };
  std::vector<Column> columns_;
  std::vector<std::string> geographies_;
};

} // namespace joinedup
