// What a study says of sampling error, raking and case mix, and the tables that it names for them.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// `uncertainty`, `df`, `rake`, `case_mix` and `headline`.
void read_estimation(Fields& fields, StudySpec& out);

/// The table that `uncertainty` names under `fpc`: a stratum once, units above 0 (J580).
Outcome<std::vector<StratumPopulation>> read_populations(std::string_view text, const std::string& file,
                                                         const StratumPopulations& columns);

/// Margins: `column,level,total`; a level once, totals of 0 or more, and all columns of one sum (J581).
Outcome<std::vector<MarginLevel>> read_margins(std::string_view text, const std::string& file);

} // namespace joinedup
