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
  HashingSource(std::unique_ptr<ByteSource> inner, std::shared_ptr<Sha256> hash)
      : inner_(std::move(inner)), hash_(std::move(hash)) {}
  std::size_t read(char* into, std::size_t room) override;

private:
  std::unique_ptr<ByteSource> inner_;
  std::shared_ptr<Sha256> hash_;
};

} // namespace joinedup
