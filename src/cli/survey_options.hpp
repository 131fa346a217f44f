// Options of every command that reads surveys, as data and as the request they make.
#pragma once

#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <span>

namespace joinedup {

std::span<const OptionSpec> reader_options();  ///< what the file looks like
std::span<const OptionSpec> column_options();  ///< which column is what
std::span<const OptionSpec> scoring_options(); ///< how answers become scores

/// Files and options -> request; all faults at once (J108).
Outcome<SurveyRequest> survey_request(const Arguments& arguments);

} // namespace joinedup
