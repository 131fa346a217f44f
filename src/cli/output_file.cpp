#include "cli/faults.hpp"
#include "cli/file_descriptor.hpp"
#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace joinedup {

namespace {

constexpr std::size_t buffer_bytes = 256 * 1024;

bool is_device_or_pipe(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
}

} // namespace

OutputFile::OutputFile(const std::string& path, Privacy privacy) : path_(resolved(path)), privacy_(privacy) {
  if (is_device_or_pipe(path_)) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) throw OutputFault(path, errno);
    return;
  }
  const InterruptsHeld held;
  aside_ = aside_template(path_);
  descriptor_ = mkostemp(aside_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int error = errno;
    aside_.clear();
    throw OutputFault(path, error);
  }
  temporary_ = Temporary(aside_, Temporary::Kind::file);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), aside_(std::move(other.aside_)), privacy_(other.privacy_),
      descriptor_(other.descriptor_), buffer_(std::move(other.buffer_)), temporary_(std::move(other.temporary_)) {
  other.descriptor_ = -1;
  other.aside_.clear();
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!aside_.empty()) unlink(aside_.c_str());
}

void OutputFile::flush() {
  write_all(descriptor_, buffer_, path_);
  buffer_.clear();
}

void OutputFile::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_bytes) flush();
}

void OutputFile::commit() {
  flush();
  if (aside_.empty()) return;
  const mode_t mode = privacy_ == Privacy::own ? 0600 : 0666 & ~file_mode_mask();
  if (fchmod(descriptor_, mode) != 0 || fsync(descriptor_) != 0) throw OutputFault(path_, errno);
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) throw OutputFault(path_, errno);
  if (rename(aside_.c_str(), path_.c_str()) != 0) throw OutputFault(path_, errno);
  aside_.clear();
  temporary_.forget();
  sync_folder(parent_of(path_));
}

} // namespace joinedup
