// The drawings above the tables of the sensitivity analysis.
#pragma once

#include "report/html/page.hpp"

#include <joinedup/table.hpp>

#include <string>

namespace joinedup {

/// For each area the ranks that it takes over all runs, and the share of runs that put it into each band.
void append_sensitivity_ranks(std::string& out, const ResultTable& table, const ReportPage& page);
/// For each factor the share of the variance of ranks that it explains, alone and with its interactions.
void append_sensitivity_sobol(std::string& out, const ResultTable& table);

} // namespace joinedup
