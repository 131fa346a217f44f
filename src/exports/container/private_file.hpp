// A file without a name that only this process can see and that is gone when it is closed: respondents' answers never
// lie about in a temporary folder.
#pragma once

#include "exports/byte_source.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace joinedup {

/// No room or no folder for temporary files.
struct TemporaryFileFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class PrivateFile {
public:
  /// Throws TemporaryFileFailure when there is no folder for it.
  PrivateFile();
  PrivateFile(PrivateFile&& other) noexcept;
  PrivateFile& operator=(PrivateFile&&) = delete;
  PrivateFile(const PrivateFile&) = delete;
  ~PrivateFile();

  /// Buffered. Throws TemporaryFileFailure when the disk is full.
  void write(std::string_view text);
  void flush();
  /// From any place, after flush(); fewer bytes only at the end.
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t room) const;
  std::uint64_t size() const { return size_; }
  int descriptor() const { return number_; }

private:
  void write_out(std::string_view text) const;

  int number_ = -1;
  std::uint64_t size_ = 0;
  std::string pending_;
};

/// All of `source`. Throws what the source throws, and TemporaryFileFailure.
PrivateFile drain(ByteSource& source);

} // namespace joinedup
