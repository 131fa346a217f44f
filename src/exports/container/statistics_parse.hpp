// SPSS, Stata and SAS transport files, parsed by libreadstat. Meant to run in a process of its own (statistics_file).
#pragma once

#include "exports/columns.hpp"
#include "exports/container/container.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// What such a file says of itself before its first record.
struct StatisticsDescription {
  std::vector<std::string> names;
  std::vector<ColumnInfo> columns; ///< one a name
  std::vector<std::string> evidence;
};

class StatisticsSink {
public:
  virtual ~StatisticsSink() = default;
  /// Once, first. False = stop.
  virtual bool description(const StatisticsDescription& description) = 0;
  /// Whole records as record_text writes them. False = stop.
  virtual bool records(std::string_view text) = 0;
};

/// `file` can be read from any place. Empty when all records were passed on; else what is wrong with the file.
std::string parse_statistics_file(int file, ContainerKind kind, StatisticsSink& sink);

} // namespace joinedup
