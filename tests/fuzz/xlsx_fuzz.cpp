// libFuzzer target: a small workbook made of the input. A fuzzer cannot guess checksums, so the input holds the parts
// as plain text (one a line that starts with #, then its content), which are packed here; input that starts as a zip
// file does is read as it is.
#include "support/container_bytes.hpp"
#include "support/zip_writer.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

std::string packed(std::string_view text) {
  joinedup::testing::ZipParts parts;
  while (!text.empty() && parts.size() < 16) {
    const std::size_t line = std::min(text.find('\n'), text.size());
    const std::size_t next = std::min(text.find("\n#", line), text.size());
    std::string name(text.substr(1, line - 1));
    std::erase(name, '\0');
    if (line < next) parts.emplace_back(name.empty() ? "x" : name, text.substr(line + 1, next - line - 1));
    text.remove_prefix(std::min(next + 1, text.size()));
  }
  return joinedup::testing::zip_of(parts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string fault;
  if (bytes.starts_with("PK")) {
    fault = joinedup::testing::parse_workbook_bytes(bytes);
  } else if (bytes.starts_with('#')) {
    std::string whole;
    try {
      whole = packed(bytes);
    } catch (const std::runtime_error&) {
      return 0; // a name that no zip file takes
    }
    fault = joinedup::testing::parse_workbook_bytes(whole);
  }
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
