#include "exports/utf16.hpp"

#include "exports/utf8.hpp"

namespace joinedup {

namespace {
constexpr unsigned byte_order_mark = 0xFEFF;
} // namespace

void Utf16Decoder::add(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!half_) {
      first_ = byte;
      half_ = true;
      continue;
    }
    half_ = false;
    unit(big_endian_ ? first_ * 256U + byte : byte * 256U + first_, out);
  }
}

void Utf16Decoder::unit(unsigned value, std::string& out) {
  const bool first = !begun_;
  begun_ = true;
  if (first && value == byte_order_mark) return;
  const bool low = value >= 0xDC00U && value <= 0xDFFFU;
  if (high_ != 0) {
    const unsigned high = high_;
    high_ = 0;
    if (low) {
      append_utf8(0x10000U + ((high - 0xD800U) << 10) + (value - 0xDC00U), out);
      return;
    }
    append_utf8(high, out); // half a pair: three bytes that are no UTF-8
  }
  if (value >= 0xD800U && value <= 0xDBFFU)
    high_ = value;
  else
    append_utf8(value, out);
}

void Utf16Decoder::finish(std::string& out) {
  if (high_ != 0) append_utf8(high_, out);
  if (half_) out += '\xFF';
  high_ = 0;
  half_ = false;
}

} // namespace joinedup
