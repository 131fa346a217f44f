// Small CSV tables that stand beside definitions: look-ups, licensed score tables, published targets.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <map>
#include <string>
#include <string_view>

namespace joinedup {

/// Column `from` -> column `to`, or fields `#1` -> `#15` of a table without headings; a repeated key with another value
/// is an error, an empty value is left out.
Outcome<std::map<std::string, std::string>> read_lookup(std::string_view text, const std::string& file,
                                                        const std::string& from, const std::string& to);
/// A licensed raw-to-score table: the first two columns, whole raw scores, rising scores; and a column "level" beside
/// them, where the licence gives cut-points of its own.
Outcome<LookupTable> read_score_table(std::string_view text, const std::string& file);
/// indicator,value and se (or lowercl and uppercl of a 95 % interval); a table of one row may leave indicator out.
Outcome<std::vector<TargetRow>> read_targets(std::string_view text, const std::string& file);

} // namespace joinedup
