// What the reading process sends: frames of a type, a length and bytes. Whoever reads them trusts none of it.
#pragma once

#include "exports/container/statistics_parse.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

enum class FrameType : std::uint8_t { description = 1, records, fault, end };

inline constexpr std::size_t frame_head = 5;                       ///< bytes before the payload
inline constexpr std::uint32_t longest_frame = 512U * 1024 * 1024; ///< a longer one is no frame

std::string frame_start(FrameType type, std::size_t length);
struct FrameStart {
  FrameType type;
  std::uint32_t length;
};
std::optional<FrameStart> read_frame_start(std::string_view head);

std::string encode(const StatisticsDescription& description);
/// Nothing when the bytes are no description.
std::optional<StatisticsDescription> decode(std::string_view bytes);

} // namespace joinedup
