// What stands in each column of a file: its texts and how often, as long as they are few. One pass, bounded memory.
#pragma once

#include <joinedup/responses.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

/// One column, over the records that take part. Texts are trimmed.
struct ColumnProfile {
  std::uint64_t filled = 0, blank = 0;
  bool many = false; ///< more texts than are kept, or a long one: `texts` is empty
  std::map<std::string, std::uint64_t> texts;
  std::set<std::string> left_out; ///< short texts of previews, partial and repeated records, unless they are many
  bool many_left_out = false;
};

/// Whether a column has `many` texts depends on the file alone, never on blocks or threads.
class ColumnProfiles {
public:
  explicit ColumnProfiles(std::size_t columns);
  void see(const RecordBlock& block); ///< all columns of the file are kept ones
  void merge(const ColumnProfiles& later);
  const std::vector<ColumnProfile>& all() const { return columns_; }

private:
  std::size_t most_texts_;
  std::vector<ColumnProfile> columns_;
};

/// Different texts kept of each of so many columns: fewer in a wide file.
std::size_t texts_kept(std::size_t columns);

} // namespace joinedup
