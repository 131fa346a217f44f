#include "exports/text_encoding.hpp"

#include "base/text.hpp"
#include "exports/utf16.hpp"
#include "exports/utf8.hpp"
#include "exports/windows_1252.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace joinedup {

namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;

/// Turns the bytes of another source, a piece at a time, into other bytes.
class Converted : public ByteSource {
public:
  explicit Converted(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  std::size_t read(char* into, std::size_t room) override {
    while (at_ == ready_.size()) {
      if (ended_) return 0;
      raw_.resize(chunk);
      raw_.resize(inner_->read(raw_.data(), raw_.size()));
      ended_ = raw_.empty();
      ready_.clear();
      at_ = 0;
      convert(raw_, ended_, ready_);
    }
    const std::size_t count = std::min(room, ready_.size() - at_);
    std::memcpy(into, ready_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  virtual void convert(std::string_view bytes, bool last, std::string& out) = 0;

  std::unique_ptr<ByteSource> inner_;
  std::string raw_, ready_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

class FromUtf16 : public Converted {
public:
  FromUtf16(std::unique_ptr<ByteSource> inner, bool big_endian) : Converted(std::move(inner)), decoder_(big_endian) {}

private:
  void convert(std::string_view bytes, bool last, std::string& out) override {
    decoder_.add(bytes, out);
    if (last) decoder_.finish(out);
  }
  Utf16Decoder decoder_;
};

class Replacing : public Converted {
public:
  Replacing(std::unique_ptr<ByteSource> inner, std::shared_ptr<ReplacedBytes> replaced)
      : Converted(std::move(inner)), replaced_(std::move(replaced)) {}

private:
  void convert(std::string_view bytes, bool last, std::string& out) override {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    constexpr std::size_t longest = 4;
    carry_ += bytes;
    std::string_view rest = carry_;
    while (!rest.empty()) {
      const std::size_t bad = first_bad_byte(rest);
      const std::string_view good = rest.substr(0, bad);
      out += good;
      lines_ += static_cast<std::uint64_t>(std::count(good.begin(), good.end(), '\n'));
      if (bad == std::string_view::npos) break;
      rest.remove_prefix(bad);
      if (rest.front() == '\0') {
        out += '\0';
      } else {
        if (!last && rest.size() < longest && may_go_on(rest)) { // a character that the piece's end cuts in two
          carry_ = std::string(rest);
          return;
        }
        out += replacement;
        if (replaced_->count++ == 0) replaced_->first_line = lines_ + 1;
      }
      rest.remove_prefix(1);
    }
    carry_.clear();
  }

  /// A first byte of several, with nothing but later bytes after it.
  static bool may_go_on(std::string_view rest) {
    const auto lead = static_cast<unsigned char>(rest.front());
    return lead >= 0xC2U && lead <= 0xF4U && std::all_of(rest.begin() + 1, rest.end(), [](char c) {
             return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
           });
  }

  std::shared_ptr<ReplacedBytes> replaced_;
  std::string carry_;
  std::uint64_t lines_ = 0;
};

/// NUL at every other place of the first bytes, as ASCII in UTF-16 has it.
std::optional<Encoding> by_nul_pattern(std::string_view text) {
  const std::string_view head = text.substr(0, 256);
  std::size_t even = 0, odd = 0;
  for (std::size_t at = 0; at < head.size(); ++at)
    (at % 2 == 0 ? even : odd) += head[at] == '\0' ? 1U : 0U;
  if (head.size() < 8) return std::nullopt;
  constexpr std::size_t far_more = 8; // the other places have few: letters whose code ends in 00
  if (odd * 4 > head.size() && odd >= far_more * even) return Encoding::utf16le;
  if (even * 4 > head.size() && even >= far_more * odd) return Encoding::utf16be;
  return std::nullopt;
}

} // namespace

std::string_view words(Encoding encoding) {
  constexpr std::array<std::string_view, 4> all = {"UTF-8", "Windows-1252", "UTF-16LE", "UTF-16BE"};
  return all.at(static_cast<std::size_t>(encoding));
}

std::optional<Encoding> encoding_named(std::string_view name) {
  const std::string word = lower(name);
  if (word == "utf-8" || word == "utf8") return Encoding::utf8;
  if (word == "windows-1252" || word == "cp1252") return Encoding::windows_1252;
  if (word == "utf-16le" || word == "utf16le") return Encoding::utf16le;
  if (word == "utf-16be" || word == "utf16be") return Encoding::utf16be;
  return std::nullopt;
}

FoundEncoding find_encoding(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE")) return {Encoding::utf16le, true, "a UTF-16LE byte order mark"};
  if (beginning.starts_with("\xFE\xFF")) return {Encoding::utf16be, true, "a UTF-16BE byte order mark"};
  if (const auto found = by_nul_pattern(beginning))
    return {*found, false, "every other byte is NUL, as in UTF-16 without its mark"};
  if (looks_like_windows_1252(beginning)) return {Encoding::windows_1252, false, "bytes above ASCII that are no UTF-8"};
  return {};
}

std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> source, Encoding encoding) {
  switch (encoding) {
  case Encoding::utf8:
    return source;
  case Encoding::windows_1252:
    return windows_1252_source(std::move(source));
  case Encoding::utf16le:
  case Encoding::utf16be:
    return std::make_unique<FromUtf16>(std::move(source), encoding == Encoding::utf16be);
  }
  return source;
}

std::unique_ptr<ByteSource> with_replacements(std::unique_ptr<ByteSource> source,
                                              std::shared_ptr<ReplacedBytes> replaced) {
  return std::make_unique<Replacing>(std::move(source), std::move(replaced));
}

} // namespace joinedup
