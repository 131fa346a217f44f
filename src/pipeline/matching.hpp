// Which instruments a run looks for, and whether what matched can be told apart.
#pragma once

#include "exports/reading_plan.hpp"
#include "pipeline/library.hpp"
#include "pipeline/survey_setup.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// Ids given by -i; else those of the maps; else every instrument in reach.
std::vector<std::string> instruments_to_look_for(const SurveyRequest& request, const SurveySetup& setup,
                                                 const Library& library);

/// Two instruments that read the same column by item id with different codes cannot both be meant: J113, asks for -i.
Diagnostics ambiguous_instruments(const std::string& file, const ReadingPlan& plan,
                                  const std::vector<const Instrument*>& instruments);

/// J114: nothing in the file was recognised, and how to go on.
Diagnostics no_instrument_found(const std::string& file);

/// WAVE.INSTRUMENT of an administration, or INSTRUMENT where there is no wave.
std::string administration_name(const AdministrationPlan& administration);

} // namespace joinedup
