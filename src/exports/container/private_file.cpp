#include "exports/container/private_file.hpp"

#include "base/temporary_file.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace joinedup {

namespace {

constexpr std::size_t chunk = 256 * 1024;

[[noreturn]] void fail(const char* what) {
  throw TemporaryFileFailure(std::string(what) + ": " + std::generic_category().message(errno));
}

} // namespace

PrivateFile::PrivateFile() {
  number_ = unnamed_file(temporary_folder());
  if (number_ < 0) fail("no temporary file can be made");
}

PrivateFile::PrivateFile(PrivateFile&& other) noexcept
    : number_(std::exchange(other.number_, -1)), size_(other.size_), pending_(std::move(other.pending_)) {}

PrivateFile::~PrivateFile() {
  if (number_ >= 0) ::close(number_);
}

void PrivateFile::write_out(std::string_view text) const {
  while (!text.empty()) {
    const auto put = ::write(number_, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail("the temporary file cannot be written");
    text.remove_prefix(static_cast<std::size_t>(put));
  }
}

void PrivateFile::write(std::string_view text) {
  size_ += text.size();
  if (text.size() >= chunk) {
    flush();
    write_out(text);
    return;
  }
  pending_ += text;
  if (pending_.size() >= chunk) flush();
}

void PrivateFile::flush() {
  write_out(pending_);
  pending_.clear();
}

std::size_t PrivateFile::read_at(std::uint64_t offset, char* into, std::size_t room) const {
  std::size_t filled = 0;
  while (filled < room) {
    const auto got = ::pread(number_, into + filled, room - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("the temporary file cannot be read");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

PrivateFile drain(ByteSource& source) {
  PrivateFile out;
  std::string buffer(chunk, '\0');
  while (const std::size_t got = source.read(buffer.data(), buffer.size()))
    out.write(std::string_view(buffer).substr(0, got));
  out.flush();
  return out;
}

} // namespace joinedup
