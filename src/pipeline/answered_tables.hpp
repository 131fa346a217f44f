// Shares of respondents by how they were asked, or by who answered, in each area beside the whole.
#pragma once

#include <joinedup/results.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace joinedup {

/// Stands for a blank cell.
inline constexpr std::string_view not_stated = "(not stated)";

/// An area is warned about from this distance between its share and the whole's: 20 points.
inline constexpr double far_from_whole = 0.2;

struct AnsweredBy {
  std::string id; ///< of the table: mode or role
  Breakdown column;
  std::map<std::string, std::map<std::string, std::uint64_t>> people; ///< area code -> value -> respondents
};

/// Table `id`: unweighted shares of respondents of the index with Wilson limits. Areas whose index is hidden are left
/// out, and areas in which a value is of 1 to 4 people, with as many others as keep what the whole less the areas shown
/// leaves at two areas or more and, for each value, at nobody or 5 people or more (compare_hiding.hpp). Values of few
/// people in the whole, which may be anything that was typed, stand together without a name. J660 for an area that is
/// far from the whole, J629 where the whole is hidden.
void add_answered_table(const AnsweredBy& by, RunResults& results);

} // namespace joinedup
