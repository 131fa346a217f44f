// What is legal in a definition and yet suspicious, as far as the text alone tells: asked for by those who check a
// definition, never by a run.
#pragma once

#include "definitions/json_source.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <string_view>

namespace joinedup {

/// J537 item in no score, J538 gap in a table, J540 ambiguous words, J541 item reversed twice, J542 missing rule that
/// never applies. `source` is the text that `instrument` was read from.
Diagnostics instrument_doubts(const Instrument& instrument, const JsonSource& source);

} // namespace joinedup
