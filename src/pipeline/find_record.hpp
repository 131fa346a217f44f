// One record of a survey file: its answers and where they stand.
#pragma once

#include "exports/reading_plan.hpp"
#include "exports/survey_file.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/responses.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct RecordSought {
  std::optional<std::uint32_t> column; ///< of the record's name
  std::string name;
  std::optional<std::uint64_t> line; ///< instead of the name
};

struct FoundRecord {
  std::uint64_t line = 0;
  DropReason drop = DropReason::none;
  std::vector<AnswerBlock> answers;                ///< per administration, of one record
  std::vector<std::vector<std::uint32_t>> columns; ///< [administration][item]: field that was answered, or the first
  std::vector<std::vector<std::string>> numbers;   ///< the same: its cell where that is a plain number, else empty
};

/// Every record that fits, at most ten, in order. Reads the whole file on one thread, for lines must be counted.
Outcome<std::vector<FoundRecord>> find_records(SurveyFile& file, ReadingPlan plan, const RecordSought& sought);

} // namespace joinedup
