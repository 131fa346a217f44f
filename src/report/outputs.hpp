// The files of a results folder: one list, for the run that writes them first, for `report` that makes them again and
// for `verify` that compares them.
#pragma once

#include "model/command_record.hpp"

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

struct OutputText {
  std::string name, text;
};

/// What follows from results.json alone: the CSVs with their schema, the report and the workbook, as report RUN makes
/// them.
std::vector<OutputText> rendered_outputs(const RunResults& results);
/// All files of a run, those of rendered_outputs among them.
std::vector<OutputText> run_outputs(const RunResults& results, const CommandRecord& command);
/// area-CODE.html for each area, as `report --areas` writes them.
std::vector<OutputText> area_files(const RunResults& results);
/// Names of all these files, `*` for any text: whatever else lies in a folder, no run wrote it.
const std::vector<std::string>& output_names();

} // namespace joinedup
