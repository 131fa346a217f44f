#include "exports/byte_source.hpp"

#include "exports/gzip.hpp"
#include "exports/zstd.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
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

class WithHead : public ByteSource {
public:
  WithHead(std::string head, std::unique_ptr<ByteSource> inner) : head_(std::move(head)), inner_(std::move(inner)) {}

  std::size_t read(char* into, std::size_t room) override {
    if (at_ == head_.size()) return inner_->read(into, room);
    const std::size_t count = std::min(room, head_.size() - at_);
    std::memcpy(into, head_.data() + at_, count);
    at_ += count;
    if (at_ == head_.size()) {
      head_ = std::string();
      at_ = 0;
    }
    return count;
  }

private:
  std::string head_;
  std::unique_ptr<ByteSource> inner_;
  std::size_t at_ = 0;
};

constexpr std::uint64_t free_bytes = std::uint64_t{1} << 30;
constexpr std::uint64_t most_times = 1000; ///< empty cells by the thousand pack to a five-hundredth

/// Counts what goes in, for the bound on what comes out.
class Counted : public ByteSource {
public:
  explicit Counted(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}
  std::size_t read(char* into, std::size_t room) override {
    const std::size_t got = inner_->read(into, room);
    count_ += got;
    return got;
  }
  std::uint64_t count() const { return count_; }

private:
  std::unique_ptr<ByteSource> inner_;
  std::uint64_t count_ = 0;
};

/// Looks at the first four bytes, once, and then passes bytes on or unpacks them. Memory does not grow with the file;
/// the bound on its growth saves the time that a bomb would cost.
class Decompressed : public ByteSource {
public:
  explicit Decompressed(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  std::size_t read(char* into, std::size_t room) override {
    if (!begun_) begin();
    if (gzip_) return bounded(gzip_->read(into, room));
    if (zstd_) return bounded(zstd_->read(into, room));
    if (at_ == head_.size()) return inner_.read(into, room);
    const std::size_t count = std::min(room, head_.size() - at_);
    std::memcpy(into, head_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  void begin() {
    begun_ = true;
    head_.resize(4);
    std::size_t filled = 0;
    while (filled < head_.size()) {
      const std::size_t got = inner_.read(head_.data() + filled, head_.size() - filled);
      if (got == 0) break;
      filled += got;
    }
    head_.resize(filled);
    if (head_.starts_with("\x1f\x8b"))
      gzip_ = std::make_unique<GzipReader>(inner_, std::move(head_));
    else if (is_zstd())
      zstd_ = std::make_unique<ZstdReader>(inner_, std::move(head_));
  }

  /// A frame of data, or one of those that are to be skipped.
  bool is_zstd() const {
    if (head_ == "\x28\xB5\x2F\xFD") return true;
    return head_.size() == 4 && (static_cast<unsigned char>(head_[0]) & 0xF0U) == 0x50U &&
           head_.ends_with("\x2A\x4D\x18");
  }

  std::size_t bounded(std::size_t got) {
    given_ += got;
    if (given_ > free_bytes && given_ / most_times > inner_.count())
      throw std::runtime_error("the packed file unpacks to more than 1000 times its size");
    return got;
  }

  Counted inner_;
  std::unique_ptr<GzipReader> gzip_;
  std::unique_ptr<ZstdReader> zstd_;
  std::string head_;
  std::size_t at_ = 0;
  std::uint64_t given_ = 0;
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

std::unique_ptr<ByteSource> with_head(std::string head, std::unique_ptr<ByteSource> inner) {
  return std::make_unique<WithHead>(std::move(head), std::move(inner));
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> inner) {
  return std::make_unique<Decompressed>(std::move(inner));
}

} // namespace joinedup
