// Crude and adjusted side by side in finished results, and tables of what adjusts and whom it moves.
#pragma once

#include "pipeline/estimation/case_mix.hpp"

#include <joinedup/results.hpp>

namespace joinedup {

/// `results` are those of the headline and `beside` those of the other of crude and adjusted, of the same run: fills in
/// crude and adjusted of every indicator and adds the tables. What either hides stays out.
void add_case_mix(const CaseMixFindings& findings, const RunResults& beside, RunResults& results);

} // namespace joinedup
