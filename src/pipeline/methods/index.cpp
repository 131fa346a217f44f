#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array goalposts{
    MethodParameter{"goalposts", "range", "the scale's or value set's theoretical range, or two numbers in the index"},
    MethodParameter{"clipping", "none", "values are never cut off"}};
constexpr std::array weights{MethodParameter{"weight", "equal", "relative, 0 or more, per domain and per indicator"}};
constexpr std::array coverage{
    MethodParameter{"total", "0.75", "share of the weight that must be there; 0 to 1"},
    MethodParameter{"domain", "0.5", "the same for every domain; 0 to 1"},
    MethodParameter{"partial", "deviations", "or levels, in a study: renormalise the levels that remain"}};

constexpr std::array table{
    MethodInfo{"goalposts", "index", "100 x (mean - low) / (high - low), turned round where low is good", goalposts,
               "OECD and JRC 2008, Handbook on Constructing Composite Indicators"},
    MethodInfo{"given_weights", "index", "shares of domains, and of indicators within their domain", weights,
               "ours: no weights have been agreed; equal is the neutral choice of the OECD and JRC handbook"},
    MethodInfo{"arithmetic", "index",
               "weighted mean of normalised indicators; a geometric mean on [1, 100] stands beside it", Parameters{},
               "OECD and JRC 2008"},
    MethodInfo{"coverage", "index",
               "a measure that an area lacks is left out as a deviation from the whole; too much left out: no index",
               coverage, "ours; the composite-indicator handbook asks for a declared rule"},
    MethodInfo{"contributions", "index",
               "weight x (normalised area value - normalised value of the whole); sums to the gap", Parameters{},
               "algebra of the arithmetic mean"},
};

} // namespace

std::span<const MethodInfo> index_methods() { return table; }

} // namespace joinedup
