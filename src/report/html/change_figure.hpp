// Change between waves: a chart of areas with their intervals against no change, its numbers beside it.
#pragma once

#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

struct ReportPage;

/// A chart for each measure that is a person's own change from one wave to another.
void append_measured_changes(std::string& out, const ReportPage& page);
/// Of the index, from the table `wave_change`; nothing where it has no row of it.
void append_wave_change(std::string& out, const ResultTable& table, const ReportPage& page);

} // namespace joinedup
