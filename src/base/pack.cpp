#include "base/pack.hpp"

#include <algorithm>

namespace joinedup {

namespace {

constexpr unsigned bits_of_a_byte = 7;
constexpr std::uint64_t low_bits = 0x7f, more = 0x80;

} // namespace

void PackWriter::whole(std::uint64_t& value) {
  std::uint64_t rest = value;
  for (; rest > low_bits; rest >>= bits_of_a_byte)
    bytes_ += static_cast<char>(static_cast<unsigned char>((rest & low_bits) | more));
  bytes_ += static_cast<char>(rest);
}

void PackWriter::word(std::uint64_t& value) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    bytes_ += static_cast<char>(static_cast<unsigned char>(value >> shift));
}

void PackWriter::text(std::string& value) {
  std::uint64_t size = value.size();
  whole(size);
  bytes_ += value;
}

std::size_t PackWriter::length(std::size_t given, std::size_t /*least*/) {
  std::uint64_t size = given;
  whole(size);
  return given;
}

void PackReader::refuse() {
  ok_ = false;
  left_ = {};
}

void PackReader::whole(std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0;; shift += bits_of_a_byte) {
    if (left_.empty() || shift > 63) break;
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    const std::uint64_t bits = byte & low_bits;
    if (shift == 63 && bits > 1) break;               // more than 64 bits
    if (shift > 0 && bits == 0 && byte < more) break; // longer than it need be: two ways to write one value
    value |= bits << shift;
    if (byte < more) return;
  }
  value = 0;
  refuse();
}

void PackReader::word(std::uint64_t& value) {
  value = 0;
  constexpr std::size_t size = 8;
  if (left_.size() < size) return refuse();
  for (std::size_t k = 0; k < size; ++k)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(left_[k])) << (8 * k);
  left_.remove_prefix(size);
}

void PackReader::text(std::string& value) {
  value.clear();
  const std::size_t size = length(0, 1);
  value = left_.substr(0, size);
  left_.remove_prefix(size);
}

std::size_t PackReader::length(std::size_t /*given*/, std::size_t least) {
  std::uint64_t size = 0;
  whole(size);
  if (size <= left_.size() / std::max<std::size_t>(least, 1)) return static_cast<std::size_t>(size);
  refuse();
  return 0;
}

} // namespace joinedup
