// libzip in memory. Dates are given as zip holds them, since libzip would turn seconds into the local time of day.
#include "report/xlsx/book_xml.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace joinedup {
namespace {

constexpr zip_uint16_t midnight = 0, first_day = (1U << 5U) | 1U; // 1980-01-01: years from 1980, month, day
constexpr zip_uint32_t deflate_level = 9;

struct ArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct SourceFreer {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;
using Buffer = std::unique_ptr<zip_source_t, SourceFreer>;

[[noreturn]] void fail(const char* reason) {
  throw std::runtime_error(std::string("cannot make the workbook: ") + reason);
}

void add(zip_t* archive, const std::string& name, const std::string& text) {
  zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
  if (part == nullptr) fail(zip_strerror(archive));
  const zip_int64_t at = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(part);
    fail(zip_strerror(archive));
  }
  const auto place = static_cast<zip_uint64_t>(at);
  if (zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, deflate_level) != 0 ||
      zip_file_set_dostime(archive, place, midnight, first_day, 0) != 0 ||
      zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_DOS, 0) != 0)
    fail(zip_strerror(archive));
}

std::string bytes_of(zip_source_t* buffer) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(buffer, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(buffer) != 0)
    fail("it cannot be read back");
  std::string out(about.size, '\0');
  const zip_int64_t got = zip_source_read(buffer, out.data(), out.size());
  zip_source_close(buffer);
  if (got < 0 || static_cast<zip_uint64_t>(got) != about.size) fail("it cannot be read back");
  return out;
}

} // namespace

std::string zipped(const BookParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Buffer buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail("no memory is left");
  zip_source_keep(buffer.get()); // the archive takes one hold, we keep the other
  Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(buffer.get());
    fail(zip_error_strerror(&error));
  }
  for (const auto& [name, text] : parts)
    add(archive.get(), name, text);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release()); // closed
  return bytes_of(buffer.get());
}

} // namespace joinedup
