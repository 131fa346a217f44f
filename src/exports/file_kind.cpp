// Files that are no delimited text, told by their first bytes.
#include "exports/dialect.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace joinedup {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view save_as = "open it in a spreadsheet and save it as \"CSV UTF-8 (comma delimited)\"";

struct Kind {
  std::string_view start, what, hint;
};

constexpr std::array<Kind, 4> kinds = {{
    {"\xD0\xCF\x11\xE0", "this is an old workbook (.xls), whatever its name says", save_as},
    {"\x28\xB5\x2F\xFD", "this is compressed with Zstandard", "unpack it with zstd -d first"},
    {"BZh", "this is compressed with bzip2", "unpack it with bunzip2 first"},
    {"%PDF", "this is a PDF document", "ask for the data as CSV"},
}};

bool starts_like_html(std::string_view text) {
  constexpr std::array<std::string_view, 5> starts = {"<html", "<!doctype html", "<table", "<head", "<?xml"};
  const std::string beginning = lower(trim(text.substr(0, 64)));
  for (const std::string_view start : starts) {
    if (beginning.starts_with(start)) return true;
  }
  return false;
}

/// Text has line ends and tabs, and hardly another control character. One or two NUL bytes are damage to a text.
bool looks_binary(std::string_view text) {
  constexpr std::size_t look = 64 * 1024, fewest = 16, one_in = 20;
  text = text.substr(0, look);
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < '\t' || (byte > '\r' && byte < ' ') || byte == 0x7F;
  });
  return static_cast<std::size_t>(controls) >= std::max(fewest, text.size() / one_in);
}

} // namespace

bool is_readable_text(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  const Position where{name, 0, 0, ""};
  const bool marked = text.starts_with(byte_order_mark);
  if (marked) text.remove_prefix(byte_order_mark.size());
  if (text.empty()) {
    diagnostics.error("J201", where,
                      marked ? "nothing but a byte order mark, a line of headings was expected"
                             : "the file is empty, a line of headings was expected");
    return false;
  }
  for (const Kind& kind : kinds) {
    if (!text.starts_with(kind.start)) continue;
    diagnostics.error("J202", where, std::string(kind.what), std::string(kind.hint));
    return false;
  }
  if (starts_like_html(text)) {
    diagnostics.error("J202", where, "this is a web page (HTML or XML), whatever its name says", std::string(save_as));
    return false;
  }
  if (looks_binary(text)) {
    diagnostics.error(
        "J257", where, "this is no text, and no kind of file that joinedup reads",
        "export the data as CSV, or as .xlsx, .sav, .dta or .xpt; an encrypted file must be decrypted first");
    return false;
  }
  return true;
}

} // namespace joinedup
