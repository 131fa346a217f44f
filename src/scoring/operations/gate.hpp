// Marks that a gate leaves beside each record, for flags.
#pragma once

#include <cstdint>

namespace joinedup::gate_mark {

inline constexpr std::uint8_t gate_missing = 1;  ///< follow-ups cannot be read without it
inline constexpr std::uint8_t partial = 2;       ///< open gate, some follow-up lacks
inline constexpr std::uint8_t contradiction = 4; ///< closed gate, some follow-up was answered
inline constexpr std::uint8_t differs = 8;       ///< the direct answer is another value than the one made here

} // namespace joinedup::gate_mark
