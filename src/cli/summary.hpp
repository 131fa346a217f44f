// The results of `benchmark` in a few lines: headline, counts, the first areas, what weighs.
#pragma once

#include <joinedup/results.hpp>

#include <cstddef>
#include <string>

namespace joinedup {

/// `width` of the terminal; `where` names the file that holds every area.
std::string summary_text(const RunResults& results, std::size_t width, const std::string& where);
/// `much better` as `much higher` where levels have not been adjusted (R9), else as it is; "-" for none.
std::string band_words(Band band, bool crude_outcomes);

} // namespace joinedup
