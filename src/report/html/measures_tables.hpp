// Tables and charts of what people answered, beside the measures.
#pragma once

#include <string>

namespace joinedup {

struct ReportPage;

/// How scores are spread and how they changed.
void append_measures_tables(std::string& out, const ReportPage& page);

} // namespace joinedup
