// A table of values by health state, age band and sex, as the developers of such mappings publish them.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Two forms of CSV are read. Long: `state`, a column for each of the mapping's items (by id or role) and the set's
/// value column, a row for every combination. Wide: `state` and a column for every combination of codes, headed
/// CODE_CODE (1_2 is code 1 of the first item and 2 of the second). The result is ValueSet::by_respondent; states are
/// in lexicographic order. J533: a state or combination missing or given twice, a cell that is no number or no option.
Outcome<std::vector<double>> read_respondent_table(std::string_view text, const std::string& file, const ValueSet& set);

} // namespace joinedup
