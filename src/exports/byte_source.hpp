// Bytes of a survey file, from wherever they come.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace joinedup {

class ByteSource {
public:
  virtual ~ByteSource() = default;
  /// Fills up to `room` bytes and says how many; 0 = the end. Throws std::runtime_error when reading fails.
  virtual std::size_t read(char* into, std::size_t room) = 0;
};

/// A file on the disk. Null when it cannot be opened; errno says why.
std::unique_ptr<ByteSource> open_file(const std::string& path);
/// Standard input.
std::unique_ptr<ByteSource> standard_input();
/// A text in memory.
std::unique_ptr<ByteSource> text_source(std::string text);
/// `head`, which was read from `inner` already, and then the rest of it.
std::unique_ptr<ByteSource> with_head(std::string head, std::unique_ptr<ByteSource> inner);
/// Passes plain bytes on, and unpacks what starts as gzip or Zstandard do, several members or frames too. Past 1 GiB,
/// more than 1000 times the packed size counts as a fault.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> inner);

} // namespace joinedup
