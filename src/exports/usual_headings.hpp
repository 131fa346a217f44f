// Columns known by the headings under which files usually hold an instrument's items (Instrument::heading_sets).
#pragma once

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace joinedup {

/// A heading's letters and digits in lower case: "ABC-5 Walking" is abc5walking.
std::string squeezed_heading(std::string_view heading);

/// What stands before and behind the usual words in all headings of a set, squeezed: preopq of "Pre-Op Q Walking".
using Affix = std::pair<std::string, std::string>;

/// One whole set of an instrument's columns.
struct UsualColumns {
  Affix affix;
  std::string wave;                           ///< the affix as people wrote it; empty = there is one set only
  std::map<std::string, std::uint32_t> items; ///< item id -> field
};

/// Whole sets in the order of their first columns. An affix that holds the id of one of `others` and not the
/// instrument's belongs to that one. Sets of which two columns could be one item are none.
std::vector<UsualColumns> usual_columns(const std::vector<std::string>& headings, const Instrument& instrument,
                                        const std::vector<std::string>& others);

/// Columns that hold Instrument::profile, one a wave, under the item of the first digit; with them sets that stand
/// beside others. Next to an affix only headings of eight letters or more count.
std::vector<UsualColumns> profile_columns(const std::vector<std::string>& headings, const Instrument& instrument,
                                          const std::vector<std::string>& others);

/// The one column headed by one of `names` within the affix; none where there are several.
std::optional<std::uint32_t> usual_column(const std::vector<std::string>& headings,
                                          const std::vector<std::string>& names, const Affix& affix);

} // namespace joinedup
