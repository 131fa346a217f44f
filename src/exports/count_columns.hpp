// Published tables of counts, a row an organisation and a column an answer: known by their headings. They are no
// answers of people, and are never read as such.
#pragma once

#include "exports/survey_file.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// Field numbers from 0.
struct CountColumns {
  const Instrument* instrument = nullptr;
  std::string elsewhere; ///< not empty: the headings are words of this CHOICE=VALUE, not of the one in force
  std::vector<std::uint32_t> counts; ///< by option of the item, in its order
  std::optional<std::uint32_t> unit, name, parent, total, eligible;
};

/// Nothing unless every option of the instrument's counted item heads a column of its own and no item id does.
std::optional<CountColumns> find_count_columns(const SurveyFile& file, const Instrument& instrument);

/// A heading of counts as the answer that it counts: "1 Very Good SUM" is "very good".
std::string counted_answer(std::string_view heading);

} // namespace joinedup
