// Codings of answers and the headings of tables of counts, as a definition states them.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/instrument.hpp>

namespace joinedup {

/// `codings` and `counts` of a definition whose items and choices have been read.
void read_codings(Fields& root, Instrument& instrument);

} // namespace joinedup
