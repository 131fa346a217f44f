// A survey file opened for a run: hashed while it is read.
#pragma once

#include "exports/record_reader.hpp"
#include "exports/survey_file.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/sha256.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <memory>
#include <string>

namespace joinedup {

struct OpenInput {
  SurveyFile file;
  std::shared_ptr<Sha256> hash;
};

/// A file that cannot be opened is J302.
Outcome<OpenInput> open_input(const std::string& path, const ReaderOptions& options, FileStore& files);

/// The line of the run record, once the file has been read to its end.
InputInfo input_info(const std::string& path, OpenInput& input, const ReadSummary& summary);

/// Adds what a file's reading dropped and did not know to a reconciliation.
void add_reading(const ReadSummary& summary, Reconciliation& reconciliation);

} // namespace joinedup
