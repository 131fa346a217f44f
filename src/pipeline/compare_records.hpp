// Scored records of two waves or groups, kept in compact form: change needs both answers of a person at hand.
#pragma once

#include "evaluate/profile_counts.hpp"
#include "pipeline/record_tally.hpp"
#include "scoring/scoring_plan.hpp"

#include <joinedup/responses.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace joinedup {

/// A score that is compared: a number, or the profile of a health state.
struct ComparedScore {
  std::string id;                      ///< INSTRUMENT.SCORE
  std::vector<std::string> dimensions; ///< item ids of a profile; empty = a number
  ProfileShape shape;
  bool low_is_good = false;
  std::optional<double> reliability = {}; ///< given by the user
};

/// Where a file has the scores of one side: administration and column of its plan, or nothing.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
struct ScorePlace {
  std::size_t administration = nowhere, column = nowhere;
};
inline constexpr std::size_t overlap_side = 2, compared_sides = 3; ///< after the two: where both questionnaires are
struct ComparePlaces {
  std::array<std::vector<ScorePlace>, compared_sides> sides; ///< [before, after, overlap][score]
  std::size_t id = nowhere, side = nowhere;                  ///< among the kept columns; side: holds the wave or group
  std::size_t arm = nowhere;                                 ///< the same: holds the arm
  std::array<std::string, 2> arms;                           ///< cells of the arm column: untreated, treated
  std::array<std::string, compared_sides> names;             ///< cells of the side column; no overlap: empty
  bool by_area = false;
};

enum class Arm : std::uint8_t { untreated, treated, neither };

/// Records of one side in input order: 8 bytes a score, 8 for area and person.
struct ComparedSide {
  std::vector<std::uint32_t> person, area;
  std::vector<std::vector<double>> values; ///< [score][record]: NaN = none; a profile is the number of its state
  std::vector<Arm> arm;                    ///< empty = no arms were asked for
};

/// What a block gave; ids are copied, for the block's text goes.
struct ComparedBlock {
  std::array<ComparedSide, compared_sides> sides;
  std::vector<std::string> ids; ///< per person of the block; empty = not known
  std::uint64_t elsewhere = 0;  ///< records of neither side
  std::uint64_t first = 0;      ///< records of the first side
  RecordTally tally;
};
ComparedBlock compared_block(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans,
                             const ComparePlaces& places, std::size_t scores);

class ComparedRecords {
public:
  /// Blocks in input order.
  void add(const ComparedBlock& block, std::size_t scores);
  const ComparedSide& side(std::size_t number) const { return sides_[number]; }
  /// Records before and after of the people who have exactly one of each, in the order in which people were met.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs() const;

  std::uint64_t without_id = 0;      ///< records
  std::uint64_t elsewhere = 0;       ///< the same: of neither side
  std::uint64_t first = 0;           ///< the same: of the first side, with a score or without
  std::uint64_t repeated() const;    ///< people who answered more than once on a side: in no pair
  std::uint64_t on_one_side() const; ///< people met on one side only

private:
  struct Person {
    std::array<std::uint32_t, 2> record{no_number, no_number};
    bool repeated = false;
  };
  std::array<ComparedSide, compared_sides> sides_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Person> people_;
};

} // namespace joinedup
