// A score and its status as text. A score takes few values, so most of them have been written before: those met lately
// are copied.
#pragma once

#include "base/text_buffer.hpp"

#include <joinedup/score.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// `value` as a score is printed: fixed decimals, or shortest exact with -1.
void append_score_number(std::string& out, double value, int decimals);

class ScoreTexts {
public:
  /// Appends "VALUE,STATUS," of column `number` of the output.
  void append(TextBuffer& out, std::size_t number, const ScoreColumn& column, double value, ScoreStatus status) {
    if (number >= columns_.size()) columns_.resize(number + 1);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    Entry& entry = columns_[number][place(bits, status)];
    if (entry.size == 0 || entry.bits != bits || entry.status != status) {
      if (!keep(entry, bits, column, value, status)) {
        out.add(long_text_);
        return;
      }
    }
    std::memcpy(out.room(longest), entry.text.data(), longest); // of fixed length, so that it is two moves
    out.took(entry.size);
  }

private:
  static constexpr std::size_t longest = 22, places = 512;
  struct Entry {
    std::uint64_t bits = 0;
    ScoreStatus status = ScoreStatus::ok;
    std::uint8_t size = 0; ///< 0 = none yet
    std::array<char, longest> text{};
  };
  static std::size_t place(std::uint64_t bits, ScoreStatus status) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL; // Knuth's multiplicative hash, by the golden ratio
    return ((bits + static_cast<std::uint64_t>(status)) * spread) >> 55U;
  }
  /// False when the text is longer than an entry: it is in long_text_.
  bool keep(Entry& entry, std::uint64_t bits, const ScoreColumn& column, double value, ScoreStatus status);

  std::vector<std::array<Entry, places>> columns_;
  std::string long_text_;
};

} // namespace joinedup
