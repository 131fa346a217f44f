// An indicator that comes as a table of figures by area, published elsewhere, instead of answers to a survey.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

enum class TableKind : std::uint8_t {
  value,             ///< a value with its interval or standard error, or known exactly
  proportion,        ///< people / people asked; Wilson limits
  rate,              ///< events / population, times `per`; exact limits below ten events, else Byar's
  ratio,             ///< events observed / events expected, times `per`; limits as of a rate
  standardised_rate, ///< events and population by group, weighted by a standard population, times `per`; Dobson's
                     ///< limits
  standardised_ratio ///< events / those expected at the rates that the whole has by group, times `per`; limits as of a
                     ///< rate
};
std::string_view words(TableKind kind); ///< as in an index definition, such as standardised_rate

/// Where the figures of an indicator stand, as an index definition says it. Columns are named by their headings.
struct AreaTable {
  std::string file; ///< path: as written, then as seen from the definition
  TableKind kind = TableKind::value;
  std::string area;
  std::string value, se, lower, upper;             ///< of kind value: columns; lower and upper are a 95 % interval
  std::string n;                                   ///< of kind value: column of the people behind each value
  bool exact = false;                              ///< of kind value: no sampling error
  std::vector<std::string> numerator, denominator; ///< columns that are added up
  std::string group;                               ///< of standardised kinds: column of the group, such as an age band
  std::string standard; ///< of kind standardised_rate: column of the standard population of a row's group
  int skip = 0;         ///< lines above the headings
  double per = 1;       ///< what rates and ratios are given per
  std::map<std::string, std::vector<std::string>> rows; ///< keep only rows with these cells
  std::vector<std::string> missing;                     ///< cells without a figure, beside the usual marks
  std::string whole;  ///< code of the row of the whole, or "areas": the plain mean of the areas; empty = find out
  std::string source; ///< who published the figures, and under which licence
  Position where;

  bool counts() const { return kind != TableKind::value; }
  bool standardised() const { return kind == TableKind::standardised_rate || kind == TableKind::standardised_ratio; }
};

/// One row of such a table as read. NaN = not given, or hidden where it was published.
struct AreaTableRow {
  std::string code;
  double value = std::numeric_limits<double>::quiet_NaN(), se = std::numeric_limits<double>::quiet_NaN();
  double numerator = std::numeric_limits<double>::quiet_NaN(), denominator = std::numeric_limits<double>::quiet_NaN();
  std::optional<std::uint64_t> n; ///< of kind value
  std::string group = {};         ///< of standardised kinds
  double standard = 0;            ///< of kind standardised_rate
  Position where;
};

} // namespace joinedup
