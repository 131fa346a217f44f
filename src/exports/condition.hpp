// `--where`: an expression over a record's columns, such as  wave = 2 and (age >= 65 or sex in (F, X)).
//
//   expression  := conjunction { "or" conjunction }
//   conjunction := factor { "and" factor }
//   factor      := "not" factor | "(" expression ")" | comparison
//   comparison  := column ( = | != | < | <= | > | >= ) value | column [ "not" ] "in" "(" value { "," value } ")"
//
// Columns and values are bare words, or stand in quotes ('...' or "..."); [in brackets] is always a column. Two numbers
// in plain decimals (digits, sign, point) are compared as numbers; other texts are the same, or come earlier, byte by
// byte: 5E1 and 10E are codes of organisations, not numbers. A blank cell is never < or > anything.
#pragma once

#include "exports/headings.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct Condition {
  enum class Kind : std::uint8_t { any_of, all_of, negation, equal, less, less_equal, greater, greater_equal };
  struct Value {
    std::string text;
    std::optional<double> number;
  };
  Kind kind = Kind::equal;
  std::vector<Condition> parts; ///< any_of, all_of, negation
  std::uint32_t column = 0;     ///< comparisons
  std::vector<Value> values;    ///< equal: one of these
};

/// Null, with faults (J109: what was expected at which character; J110 for columns), when the expression is wrong.
std::shared_ptr<const Condition> parse_condition(std::string_view expression, const Headings& headings,
                                                 Diagnostics& diagnostics);

/// `cell` gives the trimmed text of a field; `not_in_order` hears of cells that hold text where a number was to be put
/// in order.
bool holds(const Condition& condition, const std::function<std::string_view(std::uint32_t)>& cell,
           const std::function<void(std::uint32_t)>& not_in_order = {});

} // namespace joinedup
