#include "pipeline/score_texts.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"

#include <charconv>
#include <cmath>

namespace joinedup {

namespace {

void append_whole(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), end);
}

constexpr std::array<double, 7> powers = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

/// Digits of scaled / 10^decimals.
void append_scaled(std::string& out, std::int64_t scaled, int decimals) {
  if (scaled < 0) out += '-';
  const std::int64_t magnitude = scaled < 0 ? -scaled : scaled;
  const auto unit = static_cast<std::int64_t>(powers.at(static_cast<std::size_t>(decimals)));
  append_whole(out, magnitude / unit);
  if (decimals == 0) return;
  out += '.';
  const std::int64_t rest = magnitude % unit;
  for (std::int64_t place = unit / 10; place > 0; place /= 10)
    out += static_cast<char>('0' + rest / place % 10);
}

void append_value(std::string& out, const ScoreColumn& column, double value) {
  if (column.is_text) {
    append_csv_cell(out, column.texts[static_cast<std::size_t>(value)]);
  } else {
    append_score_number(out, value, column.decimals);
  }
}

} // namespace

void append_score_number(std::string& out, double value, int decimals) {
  // Most scores are whole, or short decimals: an exact fast way for them, the general way for the rest.
  if (std::abs(value) < 1e9) {
    const int places = decimals < 0 ? 0 : decimals;
    const double scaled = value * powers.at(static_cast<std::size_t>(places < 7 ? places : 6));
    const double nearest = std::nearbyint(scaled);
    if (places < 7 && (decimals < 0 ? scaled == nearest : std::abs(scaled - nearest) < 1e-7)) {
      append_scaled(out, static_cast<std::int64_t>(nearest), places);
      return;
    }
  }
  if (decimals < 0) {
    append_shortest(out, value);
  } else {
    out += fixed(value, decimals);
  }
}

bool ScoreTexts::keep(Entry& entry, std::uint64_t bits, const ScoreColumn& column, double value, ScoreStatus status) {
  std::string& text = long_text_;
  text.clear();
  if (has_value(status)) append_value(text, column, value);
  text += ',';
  text += words(status);
  text += ',';
  if (text.size() > longest) return false;
  entry.bits = bits;
  entry.status = status;
  entry.size = static_cast<std::uint8_t>(text.size());
  std::memcpy(entry.text.data(), text.data(), text.size());
  return true;
}

} // namespace joinedup
