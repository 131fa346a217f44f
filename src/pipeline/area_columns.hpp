// Which columns hold codes of areas: told by the codes that a shipped geography knows, or by a heading that names one.
#pragma once

#include "pipeline/library.hpp"
#include "pipeline/look/column_profile.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Every area code of every geography in reach.
class KnownAreas {
public:
  explicit KnownAreas(const Library& library);
  const std::vector<std::string>& geographies() const { return ids_; }
  /// The code or name of a whole, such as a country.
  bool is_whole(std::string_view text) const;
  /// One bit per geography that knows the code; 0 = none.
  std::uint32_t known(std::string_view code) const;
  /// Letters and digits in the same places as in some known code: what may be shown.
  bool has_known_form(std::string_view code) const;
  /// A long code that is one slip away; empty = none.
  std::string near(std::string_view code) const;
  /// Whether a heading holds the name of a geography, such as the first part of its id.
  bool names_one(std::string_view heading) const;

private:
  std::vector<std::string> ids_, codes_, wholes_;
  std::map<std::string, std::uint32_t, std::less<>> bits_;
  std::set<std::string, std::less<>> forms_;
};

struct AreaCodes {
  std::uint32_t column = 0;
  std::vector<std::string> geographies; ///< those that know most of the cells; empty = none knows any
  std::size_t codes = 0, known_codes = 0;
  std::uint64_t known = 0, unknown = 0, whole = 0; ///< cells; whole: of all areas together
  std::set<std::string> known_texts;
  std::map<std::string, std::uint64_t> unknown_codes; ///< those that look like codes
};

/// Columns of which at least half of the cells are known, best first; else those whose heading names a geography.
std::vector<AreaCodes> area_columns(const std::vector<std::string>& headings, std::span<const ColumnProfile> columns,
                                    const KnownAreas& known);

/// "icb_code: 42 codes of icb-2022, all known".
std::string area_words(const AreaCodes& area, const std::string& heading, const KnownAreas& known);

} // namespace joinedup
