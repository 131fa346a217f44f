#include "exports/byte_source.hpp"

#include "exports/gzip.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace joinedup {

namespace {

class Descriptor : public ByteSource {
public:
  Descriptor(int number, bool owned) : number_(number), owned_(owned) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() override {
    if (owned_) ::close(number_);
  }

  std::size_t read(char* into, std::size_t room) override {
    for (;;) {
      const auto got = ::read(number_, into, room);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw std::runtime_error(std::generic_category().message(errno));
    }
  }

private:
  int number_;
  bool owned_;
};

class Text : public ByteSource {
public:
  explicit Text(std::string text) : text_(std::move(text)) {}

  std::size_t read(char* into, std::size_t room) override {
    const std::size_t count = std::min(room, text_.size() - at_);
    std::memcpy(into, text_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  std::string text_;
  std::size_t at_ = 0;
};

/// Looks at the first two bytes, once, and then passes bytes on or inflates them.
class Decompressed : public ByteSource {
public:
  explicit Decompressed(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  std::size_t read(char* into, std::size_t room) override {
    if (!begun_) begin();
    if (gzip_) return gzip_->read(into, room);
    if (at_ == head_.size()) return inner_->read(into, room);
    const std::size_t count = std::min(room, head_.size() - at_);
    std::memcpy(into, head_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  void begin() {
    begun_ = true;
    head_.resize(2);
    std::size_t filled = 0;
    while (filled < head_.size()) {
      const std::size_t got = inner_->read(head_.data() + filled, head_.size() - filled);
      if (got == 0) break;
      filled += got;
    }
    head_.resize(filled);
    if (head_ == "\x1f\x8b") gzip_ = std::make_unique<GzipReader>(*inner_, std::move(head_));
  }

  std::unique_ptr<ByteSource> inner_;
  std::unique_ptr<GzipReader> gzip_;
  std::string head_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

} // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC); // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (number < 0) return nullptr;
  return std::make_unique<Descriptor>(number, true);
}

std::unique_ptr<ByteSource> standard_input() { return std::make_unique<Descriptor>(STDIN_FILENO, false); }

std::unique_ptr<ByteSource> text_source(std::string text) { return std::make_unique<Text>(std::move(text)); }

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> inner) {
  return std::make_unique<Decompressed>(std::move(inner));
}

} // namespace joinedup
