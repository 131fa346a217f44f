// The coding of answers that a choice puts in force.
#pragma once

#include <joinedup/instrument.hpp>

#include <map>
#include <string>

namespace joinedup {

/// Puts into each item the cells of the coding in force (`given`, else the defaults of the definition), and the words
/// that only another value of the same choice would read.
void apply_codings(Instrument& instrument, const std::map<std::string, std::string>& given);

} // namespace joinedup
