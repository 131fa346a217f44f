#include "cli/spool.hpp"

#include "base/temporary_file.hpp"
#include "cli/faults.hpp"

#include <cerrno>
#include <unistd.h>

namespace joinedup {

namespace {
constexpr std::size_t held_bytes = 8 * 1024 * 1024;
constexpr std::size_t piece_bytes = 256 * 1024;
constexpr const char* file_words = "temporary file for standard output";

std::FILE* new_file() {
  const int number = unnamed_file(temporary_folder());
  std::FILE* file = number < 0 ? nullptr : ::fdopen(number, "w+");
  if (file == nullptr && number >= 0) ::close(number);
  return file;
}
} // namespace

void Spool::write(std::string_view text) {
  held_ += text;
  if (held_.size() >= held_bytes) flush();
}

void Spool::flush() {
  if (!file_) file_.reset(new_file());
  if (!file_ || std::fwrite(held_.data(), 1, held_.size(), file_.get()) != held_.size())
    throw OutputFault(file_words, errno);
  held_.clear();
}

void Spool::release(const std::function<void(std::string_view)>& out) {
  if (file_) {
    if (std::fflush(file_.get()) != 0) throw OutputFault(file_words, errno);
    std::rewind(file_.get());
    std::string piece(piece_bytes, '\0');
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file_.get()))
      out(std::string_view(piece).substr(0, got));
    if (std::ferror(file_.get()) != 0) throw OutputFault(file_words, EIO);
  }
  out(held_);
}

} // namespace joinedup
