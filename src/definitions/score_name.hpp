// How an index names a score.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

/// INSTRUMENT.SCORE or WAVE.INSTRUMENT.SCORE; a score may end in a value set in brackets.
struct ScoreName {
  std::string wave, instrument, score;
};
std::optional<ScoreName> split_score_name(std::string_view text);

} // namespace joinedup
