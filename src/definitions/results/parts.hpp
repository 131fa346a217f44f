// Parts of results.json and run.json, and the forms of value that only they have: texts that may be empty, counts,
// numbers that may be null.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/results.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// J590 unless member `format` of the root is `expected`; a text that is no object says so too.
bool has_format(const JsonSource& source, int expected, const char* what, Faults& faults);

std::string said(Fields& fields, const std::string& name); ///< required, may be empty
std::string said_or_null(Fields& fields, const std::string& name);
std::vector<std::string> said_list(const Value& value);
std::vector<std::string> said_list(Fields& fields, const std::string& name); ///< required
Number number_or_null(Fields& fields, const std::string& name);
double number_or_nan(Fields& fields, const std::string& name);   ///< null is NaN, as the writer has it
std::uint64_t whole_count(const Value& value);                   ///< J504 unless a whole number of 0 or more
std::uint64_t count_of(Fields& fields, const std::string& name); ///< required
/// The place of a text in `words`, 0 where it is none of them (J506) or lacks.
std::size_t place_of_word(Fields& fields, const std::string& name, std::span<const std::string_view> words);
std::map<std::string, std::uint64_t> counts_of(Fields& fields, const std::string& name);         ///< {TEXT: COUNT}
std::vector<std::pair<std::string, Number>> numbers_of(Fields& fields, const std::string& name); ///< in order

std::vector<Setting> read_settings(Fields& fields); ///< member "settings"
std::vector<InputInfo> read_inputs(Fields& fields); ///< member "inputs"
Reconciliation read_reconciliation(Fields& fields);
AreaResult read_area(Fields& row);
std::vector<ResultTable> read_tables(Fields& fields); ///< member "tables"
std::vector<CatchAllResult> read_catch_all(Fields& fields);

} // namespace joinedup
