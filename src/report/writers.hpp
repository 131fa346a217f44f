// Results -> the files of a results folder. Pure: each returns the whole text of one file.
#pragma once

#include "model/command_record.hpp"

#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

std::string index_csv(const RunResults& results);      ///< index.csv
std::string indicators_csv(const RunResults& results); ///< indicators.csv
std::string results_json(const RunResults& results);   ///< results.json: every published number
/// run.json: the run record.
std::string run_json(const RunResults& results, const CommandRecord& command = {});
std::string table_csv(const ResultTable& table);    ///< table_ID.csv
std::string report_html(const RunResults& results); ///< report.html

} // namespace joinedup
