// The cells of the published tables: which column (the index, each indicator) shows which area, region and whole.
#pragma once

#include "pipeline/earlier_release.hpp"
#include "publish/disclosure.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <vector>

namespace joinedup {

struct PublishedCells {
  Margins margins; ///< in the order of Estimates
  HiddenCells index;
  std::vector<HiddenCells> indicators; ///< index indicators, then companions
};

/// The index by its own respondents; each indicator by its own, and an index indicator also wherever the index is
/// hidden, since the index could be worked out from its parts. Where a companion needs another hidden cell, areas whose
/// index is hidden go first, since companions often share answers with the index. `earlier`: what is known already.
PublishedCells published_cells(const Estimates& estimates, const Geography* geography, const DisclosureSpec& disclosure,
                               const EarlierColumns& earlier);

/// What was hidden by which rule, a line per cell; never a value or a count.
std::vector<std::string> suppression_log(const PublishedCells& cells, const Estimates& estimates,
                                         std::uint64_t minimum);

/// Why a cell is hidden, in words; empty where it is shown.
std::string hiding_reason(Hiding hiding, std::uint64_t minimum);

} // namespace joinedup
