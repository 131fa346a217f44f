#include "exports/windows_1252.hpp"

#include "exports/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace joinedup {

namespace {

/// Code points of the bytes 0x80 to 0x9F; the rest are their own.
constexpr std::array<std::uint16_t, 32> upper = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  const unsigned point = byte >= 0x80U && byte < 0xA0U ? upper.at(byte - 0x80U) : byte;
  append_utf8(point, out);
}

class Converted : public ByteSource {
public:
  explicit Converted(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  std::size_t read(char* into, std::size_t room) override {
    if (at_ == ready_.size()) {
      raw_.resize(std::size_t{64} * 1024);
      raw_.resize(inner_->read(raw_.data(), raw_.size()));
      ready_ = from_windows_1252(raw_);
      at_ = 0;
    }
    const std::size_t count = std::min(room, ready_.size() - at_);
    std::memcpy(into, ready_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  std::unique_ptr<ByteSource> inner_;
  std::string raw_, ready_;
  std::size_t at_ = 0;
};

} // namespace

std::string from_windows_1252(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    append(out, c);
  return out;
}

std::unique_ptr<ByteSource> windows_1252_source(std::unique_ptr<ByteSource> inner) {
  return std::make_unique<Converted>(std::move(inner));
}

bool looks_like_windows_1252(std::string_view text) {
  const std::size_t high = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }));
  std::size_t bad = 0;
  while (true) {
    const std::size_t at = first_bad_byte(text);
    if (at == std::string_view::npos) break;
    if (text[at] == '\0') return false;
    if (text.size() - at < 4 && bad == 0) return false; // a sequence that the end of this look cuts short
    ++bad;
    text.remove_prefix(at + 1);
  }
  // two letters of a western text may happen to be one character of UTF-8
  constexpr std::size_t far_more = 20;
  return bad > 0 && bad >= far_more * (high - bad);
}

} // namespace joinedup
