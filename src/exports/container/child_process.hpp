// Work on bytes that nobody vouches for, in a process of its own with bounds on memory and time: whatever happens
// there, the caller gets bytes and then a sentence. Parsers written in C for old binary formats run behind this.
// POSIX; another platform needs child_process.cpp only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace joinedup {

struct ChildLimits {
  std::uint64_t memory = std::uint64_t{1} << 30; ///< bytes beyond what the caller holds already
  std::uint64_t processor_seconds = 60;
  int silent_seconds = 60; ///< longest wait for the next byte
};

class ChildProcess {
public:
  /// Runs in the child. Writes to the descriptor `out`; false = it failed. Anything thrown counts as failure.
  using Work = std::function<bool(int out)>;

  /// Starts `work` with no open files but `keep` and its way out. Null where no process can be started.
  static std::unique_ptr<ChildProcess> start(int keep, const Work& work, const ChildLimits& limits);
  /// False in builds whose sanitizers need all the address space there is.
  static bool limits_memory();
  /// Kills what still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// As ByteSource::read: 0 = nothing more will come. Throws std::runtime_error after limits.silent_seconds.
  std::size_t read(char* into, std::size_t room);
  /// Waits for the end. Empty when the work was done; else how the child ended.
  std::string ending();

private:
  ChildProcess(int process, int in, int silent_seconds) : process_(process), in_(in), silent_seconds_(silent_seconds) {}

  int process_, in_, silent_seconds_;
};

/// For work in the child: false when the reader has gone.
bool write_all(int out, const char* data, std::size_t size);

} // namespace joinedup
