// The study and the index definition as the run record stores them: whole, without folders.
#pragma once

#include "report/json/values.hpp"

namespace joinedup {

OrderedJson json_study(const StudySpec& study);
OrderedJson json_index(const IndexSpec& index);

} // namespace joinedup
