// How respondents' scores are spread: a chart a measure over the instrument's own bands, with its numbers.
#pragma once

#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

struct ReportPage;

/// From the table `distribution` alone.
void append_distributions(std::string& out, const ResultTable& table, const ReportPage& page);

} // namespace joinedup
