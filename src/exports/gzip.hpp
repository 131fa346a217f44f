// Inflates gzip (RFC 1952): one member after another, as `cat a.gz b.gz` makes them.
#pragma once

#include "exports/byte_source.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace joinedup {

/// Reads from `inner`, which must outlive it, after the bytes of `head` that were taken from it already. Throws
/// std::runtime_error when the data are damaged or end too soon.
class GzipReader {
public:
  GzipReader(ByteSource& inner, std::string head);
  ~GzipReader();
  std::size_t read(char* into, std::size_t room);

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
