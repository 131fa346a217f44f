// Which area of a run a code in a side table means.
#pragma once

#include "pipeline/analysis.hpp"

#include <map>
#include <string>

namespace joinedup {

/// Codes that a geography knows by any name, and codes of the run -> the area's own code; without a geography, codes
/// as found.
std::map<std::string, std::string> own_codes(const AnalysisInput& input);

/// A hint for a code that is none of them.
std::string near_code(const std::map<std::string, std::string>& codes, const std::string& code);

} // namespace joinedup
