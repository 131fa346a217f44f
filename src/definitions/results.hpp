// results.json -> the results of a run as they were published. What the run hid is not there; all else that a report
// needs is. Written by report/json, read here and nowhere else as a whole.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// Every fault of the text at its place: J501 (damaged), J590 (of another form than this release writes), J502 to J506
/// (members). Of study and index only what results.json holds is filled in.
Outcome<RunResults> read_results(std::string_view text, const std::string& file);

} // namespace joinedup
