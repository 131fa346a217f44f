// Scored items of a questionnaire that a file has no column for.
#pragma once

#include "exports/reading_plan.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

namespace joinedup {

/// J112, unless there is none.
void announce_absent(const Instrument& instrument, const AdministrationPlan& plan, const Position& file,
                     Diagnostics& diagnostics);

} // namespace joinedup
