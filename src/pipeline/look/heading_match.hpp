// Which columns could be the items of which instrument, by what headings and question texts say. Answers are not looked
// at here, and no match is ever made by position.
#pragma once

#include "exports/survey_file.hpp"
#include "exports/usual_headings.hpp"

#include <joinedup/instrument.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

enum class Confidence : unsigned char { none, low, medium, high };
std::string_view words(Confidence confidence);

struct ItemMatch {
  std::vector<std::uint32_t> columns; ///< empty = none, or several that cannot be told apart
  Confidence confidence = Confidence::none;
  std::string how;                         ///< "the question text names the instrument and item 3"
  std::vector<std::uint32_t> alternatives; ///< columns of which one could be meant
};

struct InstrumentMatch {
  const Instrument* instrument = nullptr;
  std::string wave;
  std::vector<ItemMatch> items;              ///< in the instrument's order
  std::optional<std::uint32_t> profile = {}; ///< column that holds the items of Instrument::profile
  Affix affix = {};                          ///< of headings that are usual ones
  std::size_t found() const;
};

/// Instruments whose usual headings are all there, or of which at least half of the scored items have a column, or a
/// column of a profile. `by_number` also takes a run of columns that
/// are numbered just as the items are, with confidence low: only where the user has named the instrument. Of
/// `known_instruments` (ids) a heading may name another one.
std::vector<InstrumentMatch> match_headings(const SurveyHeader& header,
                                            const std::vector<const Instrument*>& instruments, bool by_number,
                                            const std::vector<std::string>& known_instruments = {});

/// How a map names a column: its heading, with #2 for the second of a kind; empty when it has no heading.
std::string column_name(const std::vector<std::string>& headings, std::uint32_t column);

/// The match as an administration of a map.
Administration administration_of(const InstrumentMatch& match, const std::vector<std::string>& headings);

} // namespace joinedup
