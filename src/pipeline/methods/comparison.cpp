#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array target{
    MethodParameter{"target", "england", "england, areas, areas-fixed, a value, or a table: --target, or in a study"},
    MethodParameter{"leave one out", "above 10 % of the weight", "such an area is compared with the rest"}};
constexpr std::array overdispersion{
    MethodParameter{"form", "additive", "additive, multiplicative or none: bands.overdispersion in a study"},
    MethodParameter{"winsorised share", "0.1", "at each end, type-7 quantiles; bands.winsorise, or bands.truncate"},
    MethodParameter{"areas", "5 or more", "fewer: no spread is estimated"}};
constexpr std::array banding{
    MethodParameter{"limits", "95 % and 99.8 %",
                    "1.959964 and 3.090232; beyond the first: better or worse; beyond the second: much"},
    MethodParameter{
        "scheme", "five",
        "five, three or seven; three: beyond the first limit or not, as the stars of CAHPS; seven: somewhat "
        "better or worse from 90 %, a cut that is ours"}};
constexpr std::array fdr{
    MethodParameter{"method", "bh", "bh, by, holm, hochberg, bonferroni or none: multiple_testing in a study"},
    MethodParameter{"level", "0.05", "over the areas compared"}};
constexpr std::array shrinkage{
    MethodParameter{"shrinkage", "paule_mandel", "paule_mandel, dersimonian_laird, reml or none, in a study"}};
constexpr std::array peers{
    MethodParameter{"k", "10", "areas that an area is held against"},
    MethodParameter{"weights", "equal", "of the columns, relative"},
    MethodParameter{"in common", "0.7", "of the columns that vary, else two areas have no distance"}};
constexpr std::array chances{MethodParameter{"draws", "0: no table", "ranks.draws in a study"}};
constexpr std::array fifths{MethodParameter{"fifths", "false", "ranks.fifths in a study; five areas or more"}};
constexpr std::array ranks{
    MethodParameter{"intervals", "holm",
                    "holm: over all pairs; marginal: over the pairs of each area; ranks.intervals in a study"},
    MethodParameter{"base", "30 or more", "areas below are not ranked"},
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
    MethodInfo{"false_discovery", "comparison", "p values of z adjusted over areas, flagged below the level", fdr,
               "Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and Yekutieli 2001, "
               "doi:10.1214/aos/1013699998; Holm 1979; Hochberg 1988, doi:10.1093/biomet/75.4.800"},
    MethodInfo{"paule_mandel", "comparison",
               "variance between areas; reliability = tau2 / (tau2 + se2), shrunk value beside the direct one",
               shrinkage,
               "Paule and Mandel 1982, doi:10.6028/jres.087.022; DerSimonian and Laird 1986, "
               "doi:10.1016/0197-2456(86)90046-2; Viechtbauer 2005, doi:10.3102/10769986030003261"},
    MethodInfo{"rank_interval", "ranks",
               "from 1 + areas that are higher to all - areas that are lower, by pairwise tests, Holm over all pairs",
               ranks, "after Mogstad, Romano, Shaikh and Wilhelm 2023, doi:10.1093/restud/rdad006; Holm 1979"},
    MethodInfo{
        "rank_chances", "ranks",
        "expected rank = 1 + sum of the chances that others are higher; shares of draws in the top and bottom fifth",
        chances, "ours; areas independent, normal"},
    MethodInfo{"rank_fifths", "ranks",
               "1 + floor of 5 x (rank - 1) / ranked areas, and the same of both ends of the interval", fifths,
               "ours; a fifth is lowest however alike areas are, so that no band follows from it"},
    MethodInfo{"funnel", "comparison",
               "target -/+ z x standard error at 95 % and 99.8 %; proportions also exact binomial, score and arcsine",
               Parameters{}, "Spiegelhalter 2005, doi:10.1002/sim.1970"},
    MethodInfo{"reliability", "comparison",
               "ICC = tau2 / (tau2 + n x se2), and by analysis of variance; reliability of n by Spearman-Brown",
               Parameters{}, "Spearman 1910, Brown 1910, doi:10.1111/j.2044-8295.1910.tb00207.x"},
    MethodInfo{"peers", "comparison",
               "nearest areas by weighted Euclid on standardised columns; z with the errors of area and peers", peers,
               "ours"},
};

} // namespace

std::span<const MethodInfo> comparison_methods() { return table; }

} // namespace joinedup
