#include "definitions/score_name.hpp"

namespace joinedup {

std::optional<ScoreName> split_score_name(std::string_view text) {
  const std::string_view plain = text.substr(0, text.find('['));
  const std::size_t dot = plain.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == plain.size() || dot == 0) return std::nullopt;
  const std::string_view before = text.substr(0, dot);
  const std::size_t wave_dot = before.rfind('.');
  ScoreName out;
  out.score = text.substr(dot + 1);
  out.instrument = wave_dot == std::string_view::npos ? before : before.substr(wave_dot + 1);
  if (wave_dot != std::string_view::npos) out.wave = before.substr(0, wave_dot);
  if (out.instrument.empty() || wave_dot == 0) return std::nullopt;
  return out;
}

} // namespace joinedup
