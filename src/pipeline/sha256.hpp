// SHA-256 of inputs, by which a run record names what it read.
#pragma once

#include "exports/byte_source.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace joinedup {

class Sha256 {
public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex(); ///< of all bytes added; call once

private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;
};

std::string sha256_of(std::string_view text);

/// Passes bytes on and hashes them on the way.
class HashingSource final : public ByteSource {
public:
  explicit HashingSource(ByteSource& inner) : inner_(inner) {}
  std::size_t read(char* into, std::size_t room) override;
  std::string hex() { return hash_.hex(); }

private:
  ByteSource& inner_;
  Sha256 hash_;
};

} // namespace joinedup
