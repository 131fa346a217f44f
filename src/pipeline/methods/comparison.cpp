#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array target{
    MethodParameter{"target", "england", "england, areas, areas-fixed, a value, or a table: --target, or in a study"},
    MethodParameter{"leave one out", "above 10 % of the weight", "such an area is compared with the rest"}};
constexpr std::array overdispersion{MethodParameter{"winsorised share", "0.1", "at each end, type-7 quantiles"},
                                    MethodParameter{"areas", "5 or more", "fewer: no spread is estimated"}};
constexpr std::array banding{
    MethodParameter{"limits", "1.959964 and 3.090232", "beyond the first: better or worse; beyond the second: much"}};
constexpr std::array fdr{MethodParameter{"rate", "0.05", "over the areas compared"}};
constexpr std::array ranks{MethodParameter{"base", "30 or more", "areas below are not ranked"},
                           MethodParameter{"reliability", "0.7 or more", "areas below are not ranked"},
                           MethodParameter{"ties", "1e-9", "competition ranks; values this close are tied"}};

constexpr std::array table{
    MethodInfo{"target", "comparison",
               "z = (value - target) / standard error; the whole is the mean over all respondents", target,
               "Spiegelhalter 2005, doi:10.1002/sim.1970; the choice of target is ours"},
    MethodInfo{"overdispersion", "comparison",
               "phi = mean of winsorised z2; additive tau2 from it; z_od = (value - target) / root of (se2 + tau2)",
               overdispersion, "Spiegelhalter 2005, doi:10.1136/qshc.2005.013755"},
    MethodInfo{"bands", "comparison",
               "band_sampling from z, band from z_od; the report never shows one without the other", banding,
               "control limits of 95 % and 99.8 %; Spiegelhalter 2005, doi:10.1002/sim.1970"},
    MethodInfo{"false_discovery", "comparison", "Benjamini-Hochberg over the p values of z", fdr,
               "Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x"},
    MethodInfo{"paule_mandel", "comparison",
               "variance between areas; reliability = tau2 / (tau2 + se2), shrunk value beside the direct one",
               Parameters{}, "Paule and Mandel 1982, doi:10.6028/jres.087.022"},
    MethodInfo{"rank_interval", "ranks",
               "from 1 + areas that are higher to all - areas that are lower, by pairwise tests, Holm over all pairs",
               ranks, "after Mogstad, Romano, Shaikh and Wilhelm 2023, doi:10.1093/restud/rdad006; Holm 1979"},
};

} // namespace

std::span<const MethodInfo> comparison_methods() { return table; }

} // namespace joinedup
