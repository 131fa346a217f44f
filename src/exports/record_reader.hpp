// Records of a file, block by block on all cores, in input order where order matters.
#pragma once

#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/responses.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace joinedup {

/// What the caller makes of a block on some thread, handed back to it in input order.
struct BlockProduct {
  virtual ~BlockProduct() = default;
};

/// Every record of a file, once. Numbers count people where the plan has a count column.
struct ReadSummary {
  std::uint64_t records = 0; ///< read, dropped ones included
  std::uint64_t rows = 0;    ///< rows of the file (differs from records with a count column)
  std::uint64_t lines = 0;
  std::array<std::uint64_t, drop_reasons> dropped{};
  std::map<std::string, std::uint64_t> unknown_areas; ///< cell text -> records
  std::map<std::string, std::map<std::string, std::uint64_t>>
      invalid_cells; ///< INSTRUMENT.item -> (cell text when it is a number, else "other text") -> cells
  std::map<std::string, std::map<std::string, std::uint64_t>> no_answer; ///< instrument -> reason -> item cells
  std::string rejects;              ///< CSV: record,line,column,code and item cells, when set aside
  std::vector<std::uint64_t> names; ///< by row, as far as repeated records are looked for, with ReadingPlan::keep_names
};

struct ReadingThreads {
  unsigned threads = 0;        ///< 0 = all cores
  std::size_t block_bytes = 0; ///< 0 = the default, about 256 KiB
};

/// `work` runs on any thread; `finish` runs one at a time in input order. Structural faults are errors, all of them
/// (the first ten of each code with positions); with `set_rejects_aside` those records are DropReason::rejected and
/// listed. The outcome holds a summary even when there are errors, unless the file could not be read to its end.
/// Results do not depend on threads or block size.
Outcome<ReadSummary> read_records(SurveyFile& file, const ReadingPlan& plan, const ReadingThreads& threads,
                                  const std::function<std::unique_ptr<BlockProduct>(RecordBlock&)>& work,
                                  const std::function<void(std::unique_ptr<BlockProduct>)>& finish);

} // namespace joinedup
