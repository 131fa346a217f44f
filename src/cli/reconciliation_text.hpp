// Every record of the inputs, once, in words: read = scored in full + ... + dropped, by reason.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// The lines of the talk, without indentation: the sum first (parts that are zero left out), then reasons of those not
/// scored, then unknown area codes with counts.
std::vector<std::string> reconciliation_lines(const Reconciliation& reconciliation);
/// The same as one JSON object and a line end.
std::string reconciliation_json(const Reconciliation& reconciliation);

} // namespace joinedup
