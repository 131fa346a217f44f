// An instrument definition in words, for `instruments show`.
#pragma once

#include <joinedup/instrument.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// `value_sets`: all known; those of this instrument are listed.
std::string instrument_text(const Instrument& instrument, const std::vector<ValueSet>& value_sets);

} // namespace joinedup
