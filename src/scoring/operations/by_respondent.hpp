// value_set where the value depends on the respondent as well: age band and sex.
#pragma once

#include "scoring/operations/states.hpp"

namespace joinedup {

/// J430 unless the instrument holds the respondent's items of the chosen set; J525 where the table has other states.
std::unique_ptr<Operation> build_by_respondent(Chain& chain, const StateItems& shape);

} // namespace joinedup
