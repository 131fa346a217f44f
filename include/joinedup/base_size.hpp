// The base of figures that were published without one.
#pragma once

#include <cstdint>

namespace joinedup {

/// Stands for "not counted" where a number of respondents is asked for: above every limit of the rules on small numbers
/// (the figure is public already), and never printed. The whole and regions have `uncounted_whole`, so that no area is
/// taken for all of it.
inline constexpr std::uint64_t uncounted = 1'000'000'000'000ULL;
inline constexpr std::uint64_t uncounted_whole = 1000 * uncounted;

constexpr bool counted(std::uint64_t n) { return n < uncounted; }

} // namespace joinedup
