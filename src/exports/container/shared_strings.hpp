// The texts that cells of a workbook refer to by number, kept in a file without a name: sheets of free text are long.
#pragma once

#include "exports/container/private_file.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Texts are added in order, then finished once, then read.
class SharedStrings {
public:
  SharedStrings() = default;
  SharedStrings(const SharedStrings&) = delete;
  SharedStrings& operator=(const SharedStrings&) = delete;
  ~SharedStrings();

  void add(std::string_view text);
  /// Throws TemporaryFileFailure.
  void finish();
  std::size_t size() const { return starts_.size() - 1; }
  /// `number` below size().
  std::string_view at(std::size_t number) const;

private:
  PrivateFile file_;
  std::vector<std::uint64_t> starts_ = {0};
  const char* bytes_ = nullptr; ///< the file, mapped
};

/// Fills `out` from a part of shared strings. Throws std::runtime_error.
void read_shared_strings(ByteSource& source, SharedStrings& out);

/// Excel writes characters that XML cannot hold as _x000D_: undone in place.
void undo_escapes(std::string& text);

} // namespace joinedup
