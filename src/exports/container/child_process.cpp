#include "exports/container/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <stdexcept>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

namespace joinedup {

namespace {

// The sanitizers reserve terabytes of address space, which no limit on it survives.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool can_limit_memory = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool can_limit_memory = false;
#else
constexpr bool can_limit_memory = true;
#endif
#else
constexpr bool can_limit_memory = true;
#endif

constexpr int failed_status = 1, broken_status = 2;

/// Bytes of address space in use, from the kernel; 0 where it does not say.
std::uint64_t address_space() {
  std::array<char, 64> text{};
  const int number = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC); // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (number < 0) return 0;
  const auto got = ::read(number, text.data(), text.size() - 1);
  ::close(number);
  if (got <= 0) return 0;
  const long page = ::sysconf(_SC_PAGESIZE);
  return std::strtoull(text.data(), nullptr, 10) * static_cast<std::uint64_t>(page > 0 ? page : 4096);
}

void limit(int what, std::uint64_t most) {
  rlimit bounds{};
  if (::getrlimit(static_cast<__rlimit_resource_t>(what), &bounds) != 0) return;
  const auto wanted = static_cast<rlim_t>(most);
  bounds.rlim_max = bounds.rlim_max == RLIM_INFINITY ? wanted : std::min(bounds.rlim_max, wanted);
  bounds.rlim_cur = bounds.rlim_max;
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &bounds);
}

void close_all_but(int first, int second) {
  rlimit bounds{};
  const bool known = ::getrlimit(RLIMIT_NOFILE, &bounds) == 0 && bounds.rlim_cur != RLIM_INFINITY;
  // What stands below 3 are the standard streams, which lead nowhere by now.
  const unsigned low = static_cast<unsigned>(std::max(2, std::min(first, second)));
  const unsigned high = static_cast<unsigned>(std::max(2, std::max(first, second)));
#ifdef __linux__
  const auto close_between = [](unsigned from, unsigned to) { return from > to || ::close_range(from, to, 0) == 0; };
  if (close_between(3, low - 1) && close_between(low + 1, high - 1) && close_between(high + 1, ~0U)) return;
#endif
  const auto most = static_cast<unsigned>(known ? std::min<rlim_t>(bounds.rlim_cur, 65536) : 65536);
  for (unsigned number = 3; number < most; ++number)
    if (number != low && number != high) ::close(static_cast<int>(number));
}

/// A reader whose caller is gone, even killed, has nobody to read for.
void end_with(pid_t parent) {
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL); // NOLINT(cppcoreguidelines-pro-type-vararg)
#endif
  if (::getppid() != parent) ::_exit(broken_status); // gone before the line above
}

void confine(int keep, int out, const ChildLimits& limits) {
  for (const int signal : {SIGPIPE, SIGXCPU, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGHUP})
    std::signal(signal, SIG_DFL);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC); // NOLINT(cppcoreguidelines-pro-type-vararg)
  for (int number = 0; number < 3 && nothing >= 0; ++number)
    ::dup2(nothing, number);
  close_all_but(keep, out);
  if (const std::uint64_t held = address_space(); can_limit_memory && held > 0) limit(RLIMIT_AS, held + limits.memory);
  limit(RLIMIT_CPU, limits.processor_seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
}

} // namespace

std::unique_ptr<ChildProcess> ChildProcess::start(int keep, const Work& work, const ChildLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return nullptr;
  if (ends[1] < 3) { // the child puts nothing-to-read in the places of the standard streams
    const int moved = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 3); // NOLINT(cppcoreguidelines-pro-type-vararg)
    ::close(ends[1]);
    ends[1] = moved;
  }
  const pid_t parent = ::getpid();
  const auto process = ends[1] < 0 ? -1 : ::fork();
  if (process < 0) {
    ::close(ends[0]);
    ::close(ends[1]);
    return nullptr;
  }
  if (process == 0) {
    end_with(parent);
    confine(keep, ends[1], limits);
    int status = broken_status;
    try {
      status = work(ends[1]) ? 0 : failed_status;
    } catch (...) {
      status = broken_status;
    }
    ::_exit(status); // no destructors: they belong to the caller
  }
  ::close(ends[1]);
  return std::unique_ptr<ChildProcess>(new ChildProcess(process, ends[0], limits.silent_seconds));
}

bool ChildProcess::limits_memory() { return can_limit_memory; }

ChildProcess::~ChildProcess() {
  ::close(in_);
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR)
    continue;
}

std::size_t ChildProcess::read(char* into, std::size_t room) {
  for (;;) {
    pollfd waiting{in_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, silent_seconds_ * 1000);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) throw std::runtime_error(fmt::format("nothing came for {} seconds", silent_seconds_));
    const auto got = ready < 0 ? -1 : ::read(in_, into, room);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw std::runtime_error("the reading process cannot be heard");
  }
}

std::string ChildProcess::ending() {
  int status = 0;
  while (process_ > 0 && ::waitpid(process_, &status, 0) < 0)
    if (errno != EINTR) return "it cannot be told how it ended";
  process_ = 0;
  if (WIFEXITED(status)) {
    const int code = WEXITSTATUS(status);
    return code == 0 ? "" : code == broken_status ? "it ran out of memory" : "it failed";
  }
  if (!WIFSIGNALED(status)) return "it stopped";
  const int signal = WTERMSIG(status);
  if (signal == SIGXCPU || signal == SIGKILL) return "it took too long or too much memory";
  return fmt::format("it was ended by signal {}", signal);
}

bool write_all(int out, const char* data, std::size_t size) {
  while (size > 0) {
    const auto put = ::write(out, data, size);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    data += put;
    size -= static_cast<std::size_t>(put);
  }
  return true;
}

} // namespace joinedup
