// The partial: what a run over some survey files added up to, in a file that can be merged with others of the run.
//
//   joinedup partial 1, 123456 bytes      format, and the size of the whole file
//   {"joinedup": ...}                     what it is, for people and scripts: derived from the body
//   body                                  base/pack: description, then names and sums of SurveyReading
//   SHA-256 of all before it              64 hexadecimal digits and a line end
//
// Source of the idea of what to keep: RULINGS R24, R25. It holds people's answers (R42).
#pragma once

#include "pipeline/partial/definition_tape.hpp"
#include "pipeline/survey_reading.hpp"

#include <joinedup/outcome.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// All but the sums: it can be read before anything is set up.
struct PartialDescription {
  std::string version;
  std::map<std::string, std::vector<std::string>> options; ///< of the command line, as given
  DefinitionTape tape;
  bool files_named = false;        ///< on the command line; else by the study
  std::uint64_t shards = 0;        ///< of how many it is one; 0 = it was not said
  std::vector<std::uint64_t> held; ///< numbers of the shards in it, from 1, in order
  std::vector<std::string> inputs; ///< with shards: paths of the files of all of them, in order of name
  std::vector<FileReading> files;  ///< in order of name
  std::vector<bool> found;         ///< by indicator
};

struct Partial {
  std::string path; ///< where it was read
  PartialDescription description;
  std::string bytes;    ///< the whole file
  std::size_t sums = 0; ///< where in it names and sums begin
};

/// The whole file. Sums are used up.
std::string partial_bytes(PartialDescription description, SurveyNames& names, SurveySums& sums);

/// Reads all but the sums. J312: no partial; J313: cut short; J314: damaged; J315: of another format.
Outcome<Partial> read_partial(const std::string& path, std::string bytes);

/// Adds names and sums; `sums` must be empty. False where the bytes are not what the setup needs.
bool read_sums(const Partial& partial, SurveyNames& names, SurveySums& sums);

/// Order of name, then path: that of one run over all files.
void put_in_order_of_name(std::vector<FileReading>& files);

} // namespace joinedup
