// A survey file opened for a run; hashed while it is read where a run record will name its bytes.
#pragma once

#include "exports/record_reader.hpp"
#include "exports/survey_file.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/sha256.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

struct OpenInput {
  SurveyFile file;
  std::shared_ptr<Sha256> hash; ///< null = the run does not ask for it
};

enum class Hashing : bool { no, yes };

/// A file that cannot be opened is J302. Hashing takes about as long as finding the cells: only for those who show it.
Outcome<OpenInput> open_input(const std::string& path, const ReaderOptions& options, FileStore& files, Hashing hashing);

/// The line of the run record, once the file has been read to its end; no SHA-256 where it was not hashed.
InputInfo input_info(const std::string& path, OpenInput& input, const ReadSummary& summary);

/// J125 when two survey inputs hold the same bytes: their people would be counted twice.
Diagnostics repeated_inputs(const std::vector<InputInfo>& inputs);

/// Adds one file's rejects to those of the files before, whose heading line they repeat unless the items differ.
void append_rejects(std::string& so_far, const std::string& of_file);

/// J611: areas that have ended, whose records were placed in the area that each went into whole.
Diagnostics placed_in_successors(const AreaDictionary& areas, const Geography* geography);

/// Codes that may be shown: those of a known form, and any that at least `minimum` records share. The rest, which could
/// be names or numbers of people, are counted together.
std::map<std::string, std::uint64_t> nameable_areas(const std::map<std::string, std::uint64_t>& unknown,
                                                    const AreaDictionary& areas, std::uint64_t minimum);
/// Codes met in fewer records than `minimum` and not of a known form: they could be anybody's words. J454 counts them.
std::set<std::string> areas_not_to_name(const std::map<std::string, std::uint64_t>& records,
                                        const AreaDictionary& areas, std::uint64_t minimum, Diagnostics& diagnostics);

/// Adds what a file's reading dropped and did not know to a reconciliation.
void add_reading(const ReadSummary& summary, Reconciliation& reconciliation);

} // namespace joinedup
