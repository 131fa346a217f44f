// Headings by which files call the items of an instrument, and the column that holds several of them at once.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/instrument.hpp>

namespace joinedup {

/// `headings` and `profile` of an instrument whose items are read. Items must be known; a profile takes those whose
/// codes are single digits.
void read_headings(Fields& root, Instrument& out);

} // namespace joinedup
