// What one survey file had to say, on its way to a partial and back.
#pragma once

#include "base/pack.hpp"
#include "pipeline/survey_reading.hpp"

namespace joinedup {

void pack_file(Pack& pack, FileReading& file);

} // namespace joinedup
