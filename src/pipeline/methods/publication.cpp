#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array disclosure{
    MethodParameter{"minimum", "10", "a smaller base is hidden; disclosure in a study"},
    MethodParameter{"caution", "30", "a smaller base is marked and unranked"},
    MethodParameter{"margins", "the whole and each region", "no margin may hide exactly one cell"}};

constexpr std::array table{
    MethodInfo{"disclosure", "publication",
               "small bases are hidden, then the next smallest of a margin that would give one away, to a fixed point",
               disclosure, "ours, after the practice of English patient surveys"},
};

} // namespace

std::span<const MethodInfo> publication_methods() { return table; }

} // namespace joinedup
