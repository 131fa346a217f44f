// The parts of a zip file, read as streams, with bounds that no honest workbook meets.
#pragma once

#include "exports/byte_source.hpp"
#include "exports/container/private_file.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace joinedup {

/// A zip file that unpacks to far more than it is: a bomb, or damage.
struct ZipBomb : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ZipPackage {
public:
  /// `file` is read through a descriptor of its own. Throws std::runtime_error when it is no sound zip file.
  explicit ZipPackage(const PrivateFile& file);
  ~ZipPackage();
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;

  /// Names are compared without case, with / for \ and without a first /.
  bool has(std::string_view name) const;
  /// Throws std::runtime_error; so does its read(), ZipBomb among them.
  std::unique_ptr<ByteSource> open(std::string_view name) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
