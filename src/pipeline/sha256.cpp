#include "pipeline/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace joinedup {

namespace {
EVP_MD_CTX* handle(void* context) { return static_cast<EVP_MD_CTX*>(context); }
} // namespace

void Sha256::Free::operator()(void* context) const { EVP_MD_CTX_free(handle(context)); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (context_ == nullptr || EVP_DigestInit_ex(handle(context_.get()), EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available");
}

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(handle(context_.get()), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(handle(context_.get()), digest.data(), &size);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned i = 0; i < size; ++i) {
    out += digits[digest[i] >> 4U];
    out += digits[digest[i] & 15U];
  }
  return out;
}

std::string sha256_of(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.hex();
}

std::size_t HashingSource::read(char* into, std::size_t room) {
  const std::size_t got = inner_->read(into, room);
  hash_->add({into, got});
  return got;
}

} // namespace joinedup
