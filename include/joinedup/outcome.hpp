// A value, or none, with everything that was noticed on the way.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <optional>
#include <utility>

namespace joinedup {

/// What a reader returns. A success may carry warnings; a failure carries every fault found, not only the first.
template <typename T> struct Outcome {
  std::optional<T> value;
  Diagnostics diagnostics;

  Outcome() = default;
  Outcome(T v, Diagnostics d = {}) : value(std::move(v)), diagnostics(std::move(d)) {}
  static Outcome failure(Diagnostics d) {
    Outcome out;
    out.diagnostics = std::move(d);
    return out;
  }

  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return *value; }
  const T& operator*() const { return *value; }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

} // namespace joinedup
