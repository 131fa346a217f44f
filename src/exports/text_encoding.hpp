// Which bytes stand for which letters: found out before anything else is guessed, then all text is UTF-8.
#pragma once

#include "exports/byte_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

enum class Encoding : std::uint8_t { utf8, windows_1252, utf16le, utf16be };

std::string_view words(Encoding encoding); ///< "UTF-8", "UTF-16LE" ...
/// As --encoding names it; none = no such name.
std::optional<Encoding> encoding_named(std::string_view name);

struct FoundEncoding {
  Encoding encoding = Encoding::utf8;
  bool marked = false; ///< by a byte order mark
  std::string evidence;
};

/// By byte order mark, else by NUL bytes at every other place, else Windows-1252 where bytes are no UTF-8.
/// `beginning` holds the first bytes of the file.
FoundEncoding find_encoding(std::string_view beginning);

/// Text of another encoding as UTF-8. UTF-16 without a partner (a lone surrogate, an odd last byte) becomes bytes that
/// are no UTF-8, so that the record that holds it is found at fault. A byte order mark at the start of UTF-16 is gone.
std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> source, Encoding encoding);

/// Undecodable bytes met and replaced so far.
struct ReplacedBytes {
  std::uint64_t count = 0;
  std::uint64_t first_line = 0; ///< counted by line feeds
};

/// UTF-8 where every byte that is no part of a character is U+FFFD. NUL passes.
std::unique_ptr<ByteSource> with_replacements(std::unique_ptr<ByteSource> source,
                                              std::shared_ptr<ReplacedBytes> replaced);

} // namespace joinedup
