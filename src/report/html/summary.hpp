// Counts behind the sentences of the report: what is said is counted from the rows that are shown.
#pragma once

#include "report/html/wording.hpp"

#include <joinedup/results.hpp>

#include <array>
#include <string>

namespace joinedup {

/// Areas by position: [0] much lower ... [6] much higher.
using LevelCounts = std::array<std::size_t, 7>;

struct ComparisonCounts {
  std::size_t compared = 0;     ///< areas with a sampling band
  LevelCounts sampling{};       ///< against the target
  LevelCounts spread{};         ///< against the usual spread
  std::size_t spread_known = 0; ///< areas with a band of the usual spread
  std::size_t after_fdr = 0;    ///< of those that differ, how many remain once p values are adjusted

  std::size_t higher() const { return sampling[4] + sampling[5] + sampling[6]; }
  std::size_t lower() const { return sampling[0] + sampling[1] + sampling[2]; }
  std::size_t differ() const { return higher() + lower(); }
  std::size_t same() const { return sampling[3]; }
  std::size_t outside() const { return spread_known - spread[3]; }
};

struct MarkCounts {
  std::size_t hidden = 0, caution = 0, partial = 0, coverage = 0;
  std::size_t secondary = 0; ///< of the hidden, those that protect another area
};

struct RankSummary {
  std::size_t ranked = 0;
  std::size_t median_places = 0; ///< half of the ranked areas could hold so many places or more
};

ComparisonCounts count_index(const RunResults& results, const Wording& wording);
/// `number` is the indicator's position in RunResults::indicators.
ComparisonCounts count_indicator(const RunResults& results, const Wording& wording, std::size_t number);
MarkCounts count_marks(const RunResults& results);
RankSummary summarise_ranks(const RunResults& results);

/// "about 2": how many of `compared` would pass the first limit by chance alone.
std::string by_chance(std::size_t compared, const ComparisonOptions& options);
/// tau2 is known and 0: areas vary no more than sampling chance makes them.
bool no_spread(const RunResults& results);
/// The short name where there is one, else the name, else the code: what lists and tables print.
const std::string& list_name(const AreaResult& area);
/// The index's value that rows are compared with, as printed for this row: value less difference.
Number reference_of(const RunResults& results, const AreaResult& row);
/// The indicator of `row` at position `number`, or nothing.
const IndicatorResult* indicator_at(const AreaResult& row, std::size_t number);
/// Label of an indicator by id; empty id is "Measures missing here" (RULINGS R35).
std::string indicator_label(const RunResults& results, const std::string& id);

} // namespace joinedup
