// Lines of a name and a text, as a terminal shows them.
#pragma once

#include "pipeline/explain_lines.hpp"

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// Names in one column, deeper ones indented; an empty line before each of the first depth.
std::string lines_text(const ExplainLines& lines);
/// Settings as such lines, below one named `heading`.
ExplainLines setting_lines(std::string heading, const std::vector<Setting>& settings);

} // namespace joinedup
