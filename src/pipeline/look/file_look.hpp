// A file read once to see what it is: headings, columns, answers, repeats; what inspect and map stand on.
#pragma once

#include "exports/record_reader.hpp"
#include "exports/survey_file.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/look/column_profile.hpp"
#include "pipeline/look/digit_counts.hpp"
#include "pipeline/look/item_pairs.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct FileLook {
  std::string name; ///< as messages show it
  SurveyHeader header;
  ReadingPlan plan;
  ReadSummary summary;
  std::uint64_t taken = 0;             ///< records that take part
  std::vector<ColumnProfile> columns;  ///< one a heading
  std::vector<ItemPairs> pairs;        ///< one an administration
  std::vector<DigitCounts> digits;     ///< likewise
  std::optional<std::uint32_t> record; ///< column that names the record
  std::uint64_t repeated_ids = 0;      ///< records whose id an earlier one has
  bool all_ids_seen = true;            ///< false: only the first `most_ids` were compared
};

inline constexpr std::size_t most_ids = 4'000'000; ///< 32 MB of hashes

/// What to look for, once the headings are known.
using AskFor = std::function<ReadingRequest(const SurveyFile&)>;

/// Records with a fault of structure are set aside and listed, the rest is still looked at.
Outcome<FileLook> look_at(const std::string& path, const ReaderOptions& reader, const ReadingThreads& threads,
                          const AskFor& ask, FileStore& files);

/// The column that names the record: the map's, else the tool's, else one headed as such.
std::optional<std::uint32_t> record_column(const SurveyHeader& header, const std::string& named);

} // namespace joinedup
