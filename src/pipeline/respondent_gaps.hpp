// Records whose age or sex is not known where the value set chosen needs them: they answered, and get no value.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/scorers.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/responses.hpp>

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

class RespondentGaps {
public:
  RespondentGaps(const ReadingPlan& plan, const Scorers& scorers);
  /// From any thread.
  void see(const RecordBlock& block);
  /// J438 for each instrument with such records.
  Diagnostics warnings(const std::string& file) const;

private:
  struct Asked {
    std::string instrument;
    std::size_t administration = 0;
    std::vector<std::size_t> of_respondent, others; ///< numbers of items
    std::vector<std::string> names;                 ///< of those of the respondent
  };
  std::vector<Asked> asked_;
  std::vector<std::atomic<std::uint64_t>> records_; ///< as asked_
};

} // namespace joinedup
