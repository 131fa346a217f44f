// Words of options that a cell could mean twice.
#pragma once

#include "definitions/json_source.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

namespace joinedup {

/// J540: labels of two codes that differ in marks only, a label that is another option's code, and a label that is also
/// a word for no answer or a catch-all. `source` is the text that `instrument` was read from.
void option_doubts(const Instrument& instrument, const JsonSource& source, Diagnostics& out);

} // namespace joinedup
