// Files that exist under a temporary name: an interrupt removes them before the process ends.
#pragma once

#include <string>

namespace joinedup {

/// Takes SIGINT and SIGTERM: removes every registered path and ends the process with 130.
void remove_temporaries_on_interrupt();

/// One path registered for removal, as long as it lives. Few at a time: there are 32 places, and what finds none is
/// simply not removed by an interrupt.
class Temporary {
public:
  enum class Kind : unsigned char { file, folder };

  Temporary() = default;
  Temporary(const std::string& path, Kind kind);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  Temporary(Temporary&& other) noexcept : place_(other.place_) { other.place_ = none; }
  Temporary& operator=(Temporary&& other) noexcept;
  ~Temporary() { forget(); }

  void forget();

private:
  static constexpr int none = -1;
  int place_ = none;
};

/// Holds interrupts back while a temporary file is made and registered.
class InterruptsHeld {
public:
  InterruptsHeld();
  ~InterruptsHeld();
  InterruptsHeld(const InterruptsHeld&) = delete;
  InterruptsHeld& operator=(const InterruptsHeld&) = delete;
};

} // namespace joinedup
