// Missing rules: how many items a score needs, and what status it has without them (RULINGS R15, R32).
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/score.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Why items of a record lack, as bits; `estimated` marks an answer that itself came about under a missing rule.
namespace lack {
inline constexpr std::uint8_t missing = 1;
inline constexpr std::uint8_t invalid = 2;
inline constexpr std::uint8_t not_applicable = 4;
inline constexpr std::uint8_t estimated = 8;
} // namespace lack

/// Status of a score that stays empty: `invalid` if any item was, else `not_applicable` if all that lacks was, else
/// `missing`.
constexpr ScoreStatus empty_status(std::uint8_t bits) {
  if ((bits & lack::invalid) != 0) return ScoreStatus::invalid;
  if ((bits & (lack::missing | lack::not_applicable)) == lack::not_applicable) return ScoreStatus::not_applicable;
  return ScoreStatus::missing;
}

/// A rule in force. Items that lack are stood for by the mean of those answered.
struct MissingPolicy {
  std::string name = "complete";
  std::optional<double> share;        ///< of items needed, rounded up
  std::optional<std::size_t> answers; ///< items needed, at most all
  std::size_t may_lack = 0;           ///< where neither is given
  bool strict_invalid = false;        ///< one invalid code leaves the score empty
  std::string lookup = "none";        ///< fractional sums in tables: none, round or interpolate
  std::string confidence;

  std::size_t minimum(std::size_t items) const;
  bool scores(std::size_t answered, std::size_t items, std::uint8_t bits) const {
    return answered >= minimum(items) && answered > 0 && !(strict_invalid && (bits & lack::invalid) != 0);
  }
};

/// The rule called `name` (with or without `_strict`), the default for an empty name; nothing if there is none.
std::optional<MissingPolicy> missing_policy(const Instrument& instrument, std::string_view name);
/// Names for messages; patterns by their default number.
std::vector<std::string> missing_rule_names(const Instrument& instrument);

} // namespace joinedup
