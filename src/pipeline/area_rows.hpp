// Rows of the published tables: values of areas, regions and the whole as far as they may be shown.
#pragma once

#include "index/composite.hpp"
#include "pipeline/area_imputation.hpp"
#include "pipeline/assemble_cells.hpp"
#include "publish/intervals.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// One row before it is published: the estimate, what of it is hidden, and the index made of the rest.
struct DraftRow {
  const DomainEstimate* estimate = nullptr;
  Level level = Level::area;
  Hiding index = Hiding::shown;
  std::vector<Hiding> indicators; ///< [K]
  Composite composite;            ///< of what is shown; where the index is hidden: of all with enough respondents
  std::size_t imputed = 0;        ///< index indicators whose place another value takes
  std::string imputed_from = {};  ///< what values, in words
};

struct DraftTable {
  std::vector<DraftRow> areas, regions;
  DraftRow total;
  Presence whole_present; ///< index indicators of the whole that may be used
};

DraftTable draft_rows(const Estimates& estimates, const PublishedCells& cells, const IndexFrame& frame,
                      const AreaImputation& imputation, std::uint64_t minimum);

/// What confidence limits rest on, as the study chooses.
IntervalBasis interval_basis(const Estimates& estimates, const EstimationSpec& chosen);

/// The published row; what is hidden stays empty. `indicators`: as in `results`. Comparison, rank and reliability are
/// filled in later.
AreaResult publish_row(const DraftRow& row, const DraftTable& table, const IndexFrame& frame,
                       const std::vector<IndicatorInfo>& indicators, const DisclosureSpec& disclosure,
                       const IntervalBasis& intervals);

/// Names, region and tile from the geography, which may be null; codes stand for names then.
void name_row(AreaResult& row, const Geography* geography, const RunResults& results);

} // namespace joinedup
