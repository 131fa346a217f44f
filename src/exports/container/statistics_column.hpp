// One variable of an SPSS, Stata or SAS file: how its values become text, and which of them mean that nobody answered.
#pragma once

#include "exports/columns.hpp"
#include "exports/container/container.hpp"
#include "exports/container/number_text.hpp"

#include <readstat.h>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// What a value in a declared range of missing values is written as when the range cannot be listed code by code.
inline constexpr const char* unlisted_missing = "user_missing";

class StatisticsColumn {
public:
  /// `variable` is read at once and not kept.
  StatisticsColumn(ContainerKind kind, readstat_variable_t* variable);

  /// The value's text, unquoted, appended to `out`; nothing for system-missing. `converted` as in utf8_or_windows_1252.
  void append(std::string& out, readstat_value_t value, bool& converted) const;
  /// The text that names the value among labels and missing codes.
  static std::string key(readstat_value_t value);

  /// Reasons for missing, by cell text, from the ranges that the file declares and the labels it gives the codes.
  void name_missing(ColumnInfo& info) const;

private:
  void append_number(std::string& out, readstat_value_t value) const;
  bool in_unlisted_range(readstat_value_t value) const;

  ContainerKind kind_;
  bool text_;
  TimeScale scale_;
  std::vector<std::pair<double, double>> ranges_; ///< both ends belong to it; equal ends are one code
  std::vector<std::string> missing_texts_;
  bool unlisted_ = false; ///< some range is longer than its list
};

} // namespace joinedup
