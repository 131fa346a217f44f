// One input of the container fuzzers, read to its end in this process. What the child process contains in the product
// - crashes of libreadstat - is not contained here: that is what the fuzzer is for.
#pragma once

#include "exports/container/container.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/statistics_parse.hpp"
#include "exports/container/statistics_wire.hpp"
#include "exports/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace joinedup::testing {

/// Checks what is promised of the text whatever the file holds: UTF-8, as many cells in every record as there are
/// columns, a description that survives the pipe.
class LawfulSink : public StatisticsSink {
public:
  bool description(const StatisticsDescription& description) override {
    columns_ = description.names.size();
    const auto back = decode(encode(description));
    if (!back || back->names != description.names || back->columns.size() != columns_)
      broken_ = "the description does not survive";
    return true;
  }

  bool records(std::string_view text) override {
    if (first_bad_byte(text) != std::string_view::npos) broken_ = "the text is no UTF-8";
    std::size_t cells = 1;
    bool quoted = false;
    for (const char c : text) {
      if (c == '"') quoted = !quoted;
      if (c == ',' && !quoted) ++cells;
      if (c != record_end) continue;
      if (quoted || cells != columns_) broken_ = "a record has too many or too few cells";
      cells = 1;
    }
    given_ += text.size();
    return given_ < (std::size_t{64} << 20); // a fuzzer has better to do than to count rows
  }

  const std::string& broken() const { return broken_; }

private:
  std::size_t columns_ = 0, given_ = 0;
  std::string broken_;
};

/// Empty, or the promise that was broken.
inline std::string parse_statistics_bytes(std::string_view bytes, ContainerKind kind) {
  const int file = ::memfd_create("fuzz", MFD_CLOEXEC); // a disk would cost most of the time
  if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  LawfulSink sink;
  parse_statistics_file(file, kind, sink);
  ::close(file);
  return sink.broken();
}

/// The same for a workbook, which the product reads in its own process too.
inline std::string parse_workbook_bytes(std::string_view bytes) {
  auto opened = open_container(ContainerKind::workbook, text_source(std::string(bytes)), "fuzz", "");
  if (!opened) return opened.diagnostics.has_errors() ? "" : "no table, and no reason";
  std::string part(65536, '\0'), text;
  while (const std::size_t got = opened->text->read(part.data(), part.size())) {
    text.append(part, 0, got);
    if (text.size() > (std::size_t{16} << 20)) return "";
  }
  return first_bad_byte(text) == std::string_view::npos ? "" : "the text is no UTF-8";
}

} // namespace joinedup::testing
