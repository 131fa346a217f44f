// The shared partial: what a survey adds up to, in a text file that may leave the house (`aggregate --share`).
// docs/batch.md says what is in it, docs/decisions/0010-shared-partials.md why nothing else is.
#pragma once

#include "estimate/cell_figures.hpp"
#include "pipeline/partial/definition_tape.hpp"

#include <joinedup/outcome.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct SharedCell {
  std::string area, stratum; ///< stratum empty where there are none
  CellFigures figures;
};

/// What it does not hold. Numbers of few people are not told.
struct WithheldAccount {
  bool people = false;                                      ///< anybody at all
  std::uint64_t at_least = 0;                               ///< of them, in whole tens
  std::vector<std::string> areas;                           ///< codes of areas of which it holds nobody
  std::uint64_t unnamed_areas = 0;                          ///< of those that no geography knows
  std::map<std::string, std::vector<std::string>> measures; ///< companion -> areas without it
};

struct SharedPartial {
  std::string path, sha256; ///< where it was read, and of what was read there
  std::string version;
  std::map<std::string, std::vector<std::string>> options; ///< as PartialDescription, without folders
  DefinitionTape tape;                                     ///< without folders
  bool weights = false, strata = false;
  std::vector<std::string> index_indicators, companions;
  std::uint64_t full = 0, part = 0, none = 0; ///< people by how many index measures they have
  WithheldAccount withheld;
  std::vector<SharedCell> cells; ///< by area, then stratum
};

bool is_shared_partial(std::string_view bytes);
std::string shared_text(const SharedPartial& partial);
/// J312: none; J313: cut short; J314: damaged; J315: of another format.
Outcome<SharedPartial> read_shared_partial(const std::string& path, const std::string& text);

} // namespace joinedup
