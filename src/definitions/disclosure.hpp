// Reads a preset of disclosure rules.
#pragma once

#include <joinedup/disclosure.hpp>
#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// All faults at once; what was read is null when there are errors.
Outcome<DisclosureRules> read_disclosure_rules(std::string_view text, const std::string& file);

} // namespace joinedup
