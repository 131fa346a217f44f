// What was found of each questionnaire, and which of several that read the same columns is meant.
#pragma once

#include "pipeline/inspect/item_finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct InstrumentFinding {
  std::string instrument;             ///< its id
  std::string name;                   ///< WAVE.INSTRUMENT
  std::string how;                    ///< "by item ids"
  std::size_t found = 0, items = 0;   ///< items with a column, and all
  std::optional<std::size_t> same_as; ///< an earlier one whose columns hold all of its own
  std::vector<ItemFinding> findings;
  bool doubtful = false;                 ///< only headings hint at it, and the answers do not bear them out
  std::uint64_t answers = 0, filled = 0; ///< cells: accepted, and not blank or missing
  /// Share of the filled cells that are answers.
  double fit() const { return filled == 0 ? 0.0 : static_cast<double>(answers) / static_cast<double>(filled); }
};

/// By administration.
struct Rivals {
  std::vector<bool> beaten;       ///< another holds more of what is there
  std::vector<bool> unclear;      ///< another holds just as much
  std::vector<std::string> notes; ///< why, a sentence each
  std::string question;           ///< what only the user can tell; empty = nothing
};

/// Of two that share columns: the one whose options (with the recodes proposed) hold more of the shared answers; else
/// the one that finds more items, unless it lacks a quarter of its own. Between two that read the very same columns
/// equally well nobody can tell.
Rivals find_rivals(const std::vector<InstrumentFinding>& instruments);

} // namespace joinedup
