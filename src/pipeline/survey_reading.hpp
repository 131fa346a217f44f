// The survey files of a run, read one after the other in order of name, and what came of them.
#pragma once

#include "exports/record_memory.hpp"
#include "pipeline/explain_lines.hpp"
#include "pipeline/survey_sums.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <memory>
#include <string>
#include <vector>

namespace joinedup {

/// What one file had to say. In a run over all files at once these are gone through in order of name; a partial holds
/// those of its files, so that a merge can do the same.
struct FileReading {
  std::string path; ///< as given: with the name it settles the order
  InputInfo info;
  Diagnostics before, after;           ///< around what is said of repeated records
  Reconciliation reading;              ///< read, dropped, unknown areas and cells without an answer of this file
  std::vector<std::uint64_t> names;    ///< of its records, by row (ReadSummary::names); only for a partial
  bool by_name = false, drops = false; ///< how repeated records are known, and whether they are dropped
};

/// Everything that the survey files gave. The setup must outlive it.
struct SurveyReading {
  explicit SurveyReading(const BenchmarkSetup& setup);

  std::unique_ptr<SurveyNames> names;
  std::unique_ptr<SurveySums> sums;
  std::vector<bool> found;        ///< by indicator: some file has it
  std::vector<FileReading> files; ///< in order of name
  std::string rejects;            ///< as in ScoreSummary
};

struct ReadingChoices {
  bool set_rejects_aside = false, show_values = false;
  bool for_a_partial = false; ///< names of records are kept, and nothing is said of repeated ones
  unsigned threads = 0;
  std::size_t block_bytes = 0;
};

/// `inputs`: those of the setup to read, in order. Faults of a file are in its FileReading, whether it could be read or
/// not.
SurveyReading read_surveys(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs,
                           const ReadingChoices& choices, FileStore& files);

/// What a run would read; `found` as in SurveyReading.
struct SurveyOutline {
  ExplainLines lines;
  std::vector<bool> found;
  Diagnostics said;
};

/// Opens the files as read_surveys does, finds their columns, and reads no record.
SurveyOutline outline_surveys(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs, FileStore& files);

/// The survey inputs of a run in the order in which they are read.
std::vector<SurveyInput> inputs_in_order(const BenchmarkSetup& setup);

} // namespace joinedup
