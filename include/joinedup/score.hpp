// Scores by column, a block of records at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Why a score is there or is not. A score has a value exactly when its status is `ok` or `prorated`.
enum class ScoreStatus : std::uint8_t { ok, prorated, missing, invalid, not_applicable, unsupported };
std::string_view words(ScoreStatus status); ///< ok, prorated, missing, invalid, not_applicable, unsupported
constexpr bool has_value(ScoreStatus status) { return status <= ScoreStatus::prorated; }

enum class Direction : std::uint8_t { higher, lower, none }; ///< which way is good

/// What a score column holds, the same for all blocks of a run.
struct ScoreColumn {
  std::string id; ///< within its instrument: `total`, `index[5L-CW-UK]`
  std::string label;
  bool is_text = false;            ///< value is a number in `texts` (profile, band, flags)
  std::vector<std::string> texts;  ///< for text columns: text of value v is texts[v]
  int decimals = -1;               ///< fixed decimals on output, -1 = shortest exact
  std::optional<double> low, high; ///< range, where the definition states one (goalposts)
  Direction direction = Direction::higher;
  std::string unsupported; ///< why no record can have it (no value set or table chosen); empty = it can be had
  std::string value_set;   ///< id of the value set behind it, where there is one
  std::string notice;      ///< limits to print wherever the score is used
};

/// One column of scores: `value` is NaN where the status has none; texts are numbers into ScoreColumn::texts.
struct ScoreValues {
  std::vector<double> value;
  std::vector<ScoreStatus> status;
};

/// All score columns of one administration for one block; order is that of ScoringPlan::columns().
struct ScoreBlock {
  std::vector<ScoreValues> scores;
};

} // namespace joinedup
