// A signal handler can only reach what has static storage: the table below is the one exception to "no global state".
#include "cli/temporaries.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace joinedup {

namespace {

enum class Use : unsigned char { free, filling, file, folder };

struct Place {
  std::atomic<Use> use = Use::free;
  std::array<char, 4096> path{};
};
static_assert(std::atomic<Use>::is_always_lock_free, "a signal handler reads it");

std::array<Place, 32>& places() {
  static std::array<Place, 32> table;
  return table;
}

// Set before the handler is installed: a handler must not run the initialisation of a local static.
std::array<Place, 32>* table_of_handler = nullptr;

extern "C" void interrupted(int /*signal*/) {
  for (Place& place : *table_of_handler) {
    if (place.use.load() == Use::file) unlink(place.path.data());
  }
  for (Place& place : *table_of_handler) {
    if (place.use.load() == Use::folder) rmdir(place.path.data());
  }
  _exit(130);
}

sigset_t interrupts() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

} // namespace

void remove_temporaries_on_interrupt() {
  table_of_handler = &places();
  struct sigaction action = {};
  action.sa_handler = interrupted;
  action.sa_mask = interrupts();
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

Temporary::Temporary(const std::string& path, Kind kind) {
  std::array<Place, 32>& table = places();
  for (std::size_t i = 0; i < table.size(); ++i) {
    Use expected = Use::free;
    if (path.size() >= table[i].path.size() || !table[i].use.compare_exchange_strong(expected, Use::filling)) continue;
    std::memcpy(table[i].path.data(), path.c_str(), path.size() + 1);
    table[i].use.store(kind == Kind::file ? Use::file : Use::folder);
    place_ = static_cast<int>(i);
    return;
  }
}

Temporary& Temporary::operator=(Temporary&& other) noexcept {
  if (this != &other) {
    forget();
    place_ = other.place_;
    other.place_ = none;
  }
  return *this;
}

void Temporary::forget() {
  if (place_ != none) places()[static_cast<std::size_t>(place_)].use.store(Use::free);
  place_ = none;
}

InterruptsHeld::InterruptsHeld() {
  const sigset_t set = interrupts();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

InterruptsHeld::~InterruptsHeld() {
  const sigset_t set = interrupts();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace joinedup
