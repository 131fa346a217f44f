#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array linearised{
    MethodParameter{"strata", "none", "--strata, or in a study"},
    MethodParameter{"clusters", "none", "--cluster, or in a study; an id counts within its stratum"},
    MethodParameter{"stratum with one cluster", "adjust",
                    "its total is taken about the mean of all cluster totals, factor 1"}};
constexpr std::array interval{
    MethodParameter{"confidence", "95 % and 99.8 %", "normal quantiles 1.959964 and 3.090232"}};

constexpr std::array table{
    MethodInfo{"weighted_mean", "estimates", "sum of w y / sum of w over respondents with a usable score", Parameters{},
               "textbook; sums are exact, so order and threads never show"},
    MethodInfo{"linearised_se", "estimates",
               "u = w (y - mean) / W for those in the area, 0 for all others sampled; n/(n-1) x sum of u2, or between "
               "clusters within strata",
               linearised, "Taylor linearisation; Lumley 2004, doi:10.18637/jss.v009.i08"},
    MethodInfo{"normal_interval", "estimates", "value +/- z x standard error", interval, "textbook"},
};

} // namespace

std::span<const MethodInfo> estimates_methods() { return table; }

} // namespace joinedup
