// Unpacks Zstandard (RFC 8878): one frame after another, skippable ones too.
#pragma once

#include "exports/byte_source.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace joinedup {

/// As GzipReader: reads from `inner`, which must outlive it, after the bytes of `head`. Throws std::runtime_error when
/// the data are damaged, end too soon, or ask for a window of more than 128 MB.
class ZstdReader {
public:
  ZstdReader(ByteSource& inner, std::string head);
  ~ZstdReader();
  std::size_t read(char* into, std::size_t room);

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
