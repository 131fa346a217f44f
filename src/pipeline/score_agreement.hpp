// Scores that a file holds already, computed elsewhere, beside those computed here: how many records agree.
#pragma once

#include "exports/decimal_sign.hpp"
#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"
#include "pipeline/score_rows.hpp"
#include "pipeline/scorers.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/score.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace joinedup {

/// One score and the file's column of it.
struct ComparedColumn {
  ScoreColumnRef score;
  std::string name;                              ///< WAVE.INSTRUMENT.SCORE
  std::uint32_t column = 0;                      ///< field from 0
  std::size_t kept = 0;                          ///< among the plan's kept columns
  bool is_text = false;                          ///< profiles and bands are the same or not
  int decimals = -1;                             ///< of the score, where its definition fixes them
  std::unordered_map<std::string, double> texts; ///< normal label -> value
};

/// Columns that the map names (`compare`), else those headed as the definition or INSTRUMENT SCORE says. Each is added
/// to the plan's kept columns, behind those of the output. `compiled` plans are those of the administrations.
std::vector<ComparedColumn> compared_columns(const SurveyHeader& header, const Scorers& scorers, ReadingPlan& plan);

/// Counts of one column. Numbers agree when ours, rounded to the decimals that the column has, is theirs; merging keeps
/// the order of the file.
class ScoreAgreement {
public:
  /// `theirs` is the cell; `line` counts from 0 in the block.
  void see(const ComparedColumn& of, double ours, ScoreStatus status, std::string_view theirs, std::uint64_t line,
           std::uint64_t count, const NumberStyle& style);
  void merge(const ScoreAgreement& later, std::uint64_t first_line);
  /// J452 where all agree, J453 where some differ; nothing where the column holds nothing.
  void say(const ComparedColumn& of, const SurveyHeader& header, const std::string& file,
           Diagnostics& diagnostics) const;

private:
  static constexpr std::size_t most_decimals = 6, most_lines = 3;
  /// Records that agree with their scores rounded to so many decimals, and not to one more.
  struct Level {
    std::uint64_t records = 0;
    double largest = 0; ///< difference
    std::vector<std::uint64_t> lines;
  };
  static void add(Level& level, std::uint64_t line, std::uint64_t count, double difference);
  static void merge(Level& level, const Level& later, std::uint64_t first_line);
  void see_number(double ours, double theirs, std::uint64_t line, std::uint64_t count);

  std::array<Level, most_decimals + 2> levels_{}; ///< 0: not even to whole numbers; k + 1: to k decimals
  std::size_t decimals_ = 0;                      ///< most that a cell has
  std::uint64_t only_theirs_ = 0, only_ours_ = 0;
  Level unread_; ///< cells that are no such score
};

} // namespace joinedup
