#include "exports/container/child_process.hpp"
#include "support/catch.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace joinedup;

namespace {

std::string all_of(ChildProcess& child) {
  std::string out, part(1000, '\0');
  while (const std::size_t got = child.read(part.data(), part.size()))
    out.append(part, 0, got);
  return out;
}

std::unique_ptr<ChildProcess> start(const ChildProcess::Work& work, const ChildLimits& limits = {}) {
  auto out = ChildProcess::start(STDIN_FILENO, work, limits);
  REQUIRE(out != nullptr);
  return out;
}

} // namespace

TEST_CASE("what a child writes arrives whole, and its ending is told") {
  const auto child = start([](int out) {
    const std::string text(300'000, 'x');
    return write_all(out, text.data(), text.size());
  });
  const bool whole = all_of(*child) == std::string(300'000, 'x');
  CHECK(whole);
  CHECK(child->ending().empty());
}

TEST_CASE("a child ends when its caller is killed") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const auto caller = ::fork();
  REQUIRE(caller >= 0);
  if (caller == 0) { // its child keeps a way to us open for as long as it lives
    const auto child = ChildProcess::start(ends[1],
                                           [&](int) {
                                             const bool said = write_all(ends[1], "x", 1);
                                             ::sleep(60);
                                             return said;
                                           },
                                           {});
    ::close(ends[1]);
    ::sleep(60);
    ::_exit(0);
  }
  ::close(ends[1]);
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 1); // the child runs
  ::kill(caller, SIGKILL);
  ::waitpid(caller, nullptr, 0);
  pollfd waiting{ends[0], POLLIN, 0};
  CHECK(::poll(&waiting, 1, 20'000) == 1);
  CHECK(::read(ends[0], &byte, 1) == 0);
  ::close(ends[0]);
}

TEST_CASE("a child that fails, throws or crashes ends with a sentence") {
  const auto ending = [](const ChildProcess::Work& work) {
    const auto child = start(work);
    CHECK(all_of(*child).empty());
    return child->ending();
  };
  CHECK(ending([](int) { return false; }) == "it failed");
  CHECK(ending([](int) -> bool { throw std::bad_alloc(); }) == "it ran out of memory");
  CHECK(ending([](int) { return std::raise(SIGKILL) == 0; }) == "it took too long or too much memory");
  CHECK(ending([](int) { return std::raise(SIGBUS) == 0; }) == "it was ended by signal 7");
}

TEST_CASE("a child that says nothing is given up, and killed") {
  ChildLimits limits;
  limits.silent_seconds = 1;
  const auto begun = std::chrono::steady_clock::now();
  {
    const auto child = start([](int) { return ::pause() == 0; }, limits);
    CHECK_THROWS_AS(all_of(*child), std::runtime_error);
  }
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}

TEST_CASE("a child that uses up its processor time is ended") {
  ChildLimits limits;
  limits.processor_seconds = 1;
  const auto child = start(
      [](int) {
        volatile unsigned long count = 0;
        for (;;)
          count = count + 1;
        return true;
      },
      limits);
  CHECK(all_of(*child).empty());
  CHECK(child->ending() == "it took too long or too much memory");
}

TEST_CASE("a child that takes memory without end is refused it") {
  if (!ChildProcess::limits_memory()) return;
  ChildLimits limits;
  limits.memory = 64U << 20;
  const auto child = start(
      [](int) {
        std::string hoard;
        for (;;)
          hoard.resize(hoard.size() + (1U << 20), 'x');
        return true;
      },
      limits);
  CHECK(all_of(*child).empty());
  CHECK(child->ending() == "it ran out of memory");
}

TEST_CASE("a child that writes without end stops when its reader does") {
  const auto begun = std::chrono::steady_clock::now();
  {
    const auto child = start([](int out) {
      const std::string text(4096, 'y');
      while (write_all(out, text.data(), text.size()))
        continue;
      return true;
    });
    char byte = 0;
    CHECK(child->read(&byte, 1) == 1);
  }
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}

TEST_CASE("a child has no files but its own") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const int other = ends[0];
  const auto child = start([other](int out) {
    char byte = 0;
    const char answer = ::read(other, &byte, 0) < 0 ? 'n' : 'y';
    return write_all(out, &answer, 1);
  });
  CHECK(all_of(*child) == "n");
  ::close(ends[0]);
  ::close(ends[1]);
}
