#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array missing_rule{MethodParameter{"rule", "the first of the definition",
                                                  "--missing-rule INSTRUMENT=RULE; instruments show ID lists them"}};
constexpr std::array value_set{MethodParameter{"set", "the definition's, where it has one",
                                               "--value-set INSTRUMENT=SET, or value_set of an indicator"}};

constexpr std::array table{
    MethodInfo{"missing_rule", "scores", "how many items may lack, and how those answered stand for them", missing_rule,
               "each instrument's own sources: joinedup instruments show ID"},
    MethodInfo{"value_set", "scores", "health states to values, computed in exact decimals, halves away from zero",
               value_set, "each value set's own source: joinedup instruments show ID"},
};

} // namespace

std::span<const MethodInfo> scores_methods() { return table; }

} // namespace joinedup
