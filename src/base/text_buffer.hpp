// Text that grows at its end, for output written a few bytes at a time: room is asked for once, then filled.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace joinedup {

class TextBuffer {
public:
  /// Where the next bytes go; at least `bytes` of them may be written before `took` says how many were.
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return bytes_.get() + size_;
  }
  void took(std::size_t bytes) { size_ += bytes; }

  void add(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(room(text.size()), text.data(), text.size());
    took(text.size());
  }
  void add(char c) {
    *room(1) = c;
    took(1);
  }

  void replace_last(char c) { bytes_[size_ - 1] = c; }

  std::string_view view() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }

private:
  void grow(std::size_t bytes) {
    constexpr std::size_t first = 4096;
    const std::size_t wanted = size_ + bytes;
    const std::size_t capacity = wanted > 2 * capacity_ ? (wanted > first ? wanted : first) : 2 * capacity_;
    std::unique_ptr<char[]> larger(new char[capacity]); // not cleared: only what was written is read
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
};

} // namespace joinedup
