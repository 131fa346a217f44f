// A vector whose new elements are not cleared, for large scratch memory of which a part is written and read: clearing
// it would touch every page.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace joinedup {

template <typename T> class UninitialisedAllocator : public std::allocator<T> {
public:
  template <typename U> struct rebind { // NOLINT: the standard's name
    using other = UninitialisedAllocator<U>;
  };
  UninitialisedAllocator() = default;
  template <typename U> UninitialisedAllocator(const UninitialisedAllocator<U>&) {} // NOLINT: implicit, as it must be

  template <typename U> void construct(U* at) { ::new (static_cast<void*>(at)) U; }
  template <typename U, typename... From> void construct(U* at, From&&... from) {
    ::new (static_cast<void*>(at)) U(std::forward<From>(from)...);
  }
};

/// Of numbers only: what was never written has no value.
template <typename T> using UninitialisedVector = std::vector<T, UninitialisedAllocator<T>>;

} // namespace joinedup
