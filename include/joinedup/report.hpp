// Results -> the files of a results folder. Pure: each returns the whole text of one file, UTF-8 with \n line ends.
// The same bytes as `joinedup benchmark` writes; what is hidden is gone from
// the results already, so no text can leak it.
#pragma once

#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

std::string index_csv(const RunResults& results);      ///< index.csv
std::string indicators_csv(const RunResults& results); ///< indicators.csv
std::string results_json(const RunResults& results);   ///< results.json: every published number
std::string run_json(const RunResults& results);       ///< run.json: the run record
std::string table_csv(const ResultTable& table);       ///< table_ID.csv
std::string report_html(const RunResults& results);    ///< report.html: one self-contained page
/// workbook.xlsx: cover, contents, notes and one marked-up table a sheet, after the guidance of the Government Analysis
/// Function for accessible spreadsheets. The same results give the same bytes. Throws std::runtime_error when memory is
/// out.
std::string workbook_xlsx(const RunResults& results);
/// datapackage.json: Data Package 2.0 with a Table Schema for each CSV that the run writes.
std::string datapackage_json(const RunResults& results);

} // namespace joinedup
