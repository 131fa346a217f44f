// UTF-16, as spreadsheets save "Unicode text", to UTF-8 (RFC 2781).
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// Takes UTF-16 in pieces cut anywhere.
class Utf16Decoder {
public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

  void add(std::string_view bytes, std::string& out);
  /// What an odd byte or half a pair at the end stands for: bytes that are no UTF-8.
  void finish(std::string& out);

private:
  void unit(unsigned value, std::string& out);

  bool big_endian_, begun_ = false, half_ = false;
  unsigned char first_ = 0;
  unsigned high_ = 0; ///< first half of a surrogate pair, 0 = none
};

} // namespace joinedup
