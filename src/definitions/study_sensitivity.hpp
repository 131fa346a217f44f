// `sensitivity` of a study: draws and factors of the joint Monte Carlo over sampling and choices of method.
#pragma once

#include "definitions/fields.hpp"

#include <joinedup/spec.hpp>

#include <optional>

namespace joinedup {

/// Nothing where the study does not ask for it.
std::optional<SensitivitySpec> read_sensitivity(Fields& fields);

} // namespace joinedup
