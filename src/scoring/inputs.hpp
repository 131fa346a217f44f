// What a score reads: items through tables from code to value, or derived items; and the sums over them.
#pragma once

#include "scoring/missing.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/score.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace joinedup {

inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// Value of each code of an item, from the lowest to the highest code; NaN where there is no such code.
struct ItemTable {
  int low = 0;
  std::vector<double> values;
  std::optional<double> catch_all; ///< value of the catch-all words; empty = they count as missing
  std::vector<int> left_out;       ///< codes that a recode step takes for "not applicable"

  bool plain() const; ///< every code between the ends stands for itself
  double lowest() const;
  double highest() const;
  /// NaN where the code has no value.
  double value(AnswerCode code) const {
    const int at = static_cast<int>(code) - low;
    if (at >= 0 && static_cast<std::size_t>(at) < values.size()) return values[static_cast<std::size_t>(at)];
    return code == answer::catch_all && catch_all ? *catch_all : no_value;
  }
  bool same(const ItemTable& other) const;
  /// Why a code that has no value here has none, as a bit of `lack`.
  std::uint8_t reason(AnswerCode code) const;
};

ItemTable item_table(const Item& item, bool catch_all_scores);
/// Why a code that has no value has none, as a bit of `lack`.
std::uint8_t reason(AnswerCode code);

/// One item of a score: a column of the answers, or an earlier column of the plan.
struct Input {
  std::size_t column = 0; ///< number of the item, or of the derived column
  bool derived = false;
  ItemTable table; ///< of an item

  double lowest() const { return table.lowest(); }
  double highest() const { return table.highest(); }
  bool same(const Input& other) const;
};

/// A column that the plan makes: a derived item or a score. `marks` are bits that a gate leaves for flags.
struct PlanColumn {
  ScoreValues scores;
  std::vector<std::uint8_t> marks;
  void resize(std::size_t records);
};

/// Sums over the answered items of each record.
struct Tally {
  std::vector<double> sum;
  std::vector<std::uint16_t> answered;
  std::vector<std::uint8_t> lacks; ///< bits of `lack`
};

/// States of each record: levels read as the digits of one number, the first item first; -1 where an item lacks.
struct States {
  std::vector<std::int32_t> state;
  std::vector<std::uint8_t> lacks;
};

Tally tally(std::span<const Input> inputs, const AnswerBlock& answers, std::span<const PlanColumn> columns,
            std::size_t records);
/// Items only; `levels` codes each, from the item's lowest.
States states(std::span<const Input> inputs, std::size_t levels, const AnswerBlock& answers, std::size_t records);

} // namespace joinedup
