// How far a run has read, for whoever watches from another thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>

namespace joinedup {

class ReadingProgress {
public:
  struct Seen {
    std::uint64_t records = 0, bytes = 0;        ///< of all files so far; bytes as they lie on the disk
    std::string file;                            ///< being read
    std::uint64_t file_bytes = 0, file_size = 0; ///< 0 = not known
  };

  void begin_file(std::string name, std::uint64_t size) {
    const std::lock_guard lock(mutex_);
    seen_.file = std::move(name);
    seen_.file_bytes = 0;
    seen_.file_size = size;
  }
  void add_bytes(std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    seen_.bytes += bytes;
    seen_.file_bytes += bytes;
  }
  void add_records(std::uint64_t records) {
    const std::lock_guard lock(mutex_);
    seen_.records += records;
  }
  Seen look() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

private:
  mutable std::mutex mutex_; ///< taken once a block
  Seen seen_;
};

} // namespace joinedup
