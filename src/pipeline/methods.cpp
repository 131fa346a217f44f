#include "pipeline/methods.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array missing_rule{MethodParameter{"rule", "the first of the definition",
                                                  "--missing-rule INSTRUMENT=RULE; instruments show ID lists them"}};
constexpr std::array value_set{MethodParameter{"set", "the definition's, where it has one",
                                               "--value-set INSTRUMENT=SET, or value_set of an indicator"}};
constexpr std::array linearised{
    MethodParameter{"strata", "none", "--strata, or in a study"},
    MethodParameter{"clusters", "none", "--cluster, or in a study; an id counts within its stratum"},
    MethodParameter{"stratum with one cluster", "adjust",
                    "its total is taken about the mean of all cluster totals, factor 1"}};
constexpr std::array interval{
    MethodParameter{"confidence", "95 % and 99.8 %", "normal quantiles 1.959964 and 3.090232"}};
constexpr std::array goalposts{
    MethodParameter{"goalposts", "range", "the scale's or value set's theoretical range, or two numbers in the index"},
    MethodParameter{"clipping", "none", "values are never cut off"}};
constexpr std::array weights{MethodParameter{"weight", "equal", "relative, 0 or more, per domain and per indicator"}};
constexpr std::array coverage{
    MethodParameter{"total", "0.75", "share of the weight that must be there; 0 to 1"},
    MethodParameter{"domain", "0.5", "the same for every domain; 0 to 1"},
    MethodParameter{"partial", "deviations", "or levels, in a study: renormalise the levels that remain"}};
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
constexpr std::array disclosure{
    MethodParameter{"minimum", "10", "a smaller base is hidden; disclosure in a study"},
    MethodParameter{"caution", "30", "a smaller base is marked and unranked"},
    MethodParameter{"margins", "the whole and each region", "no margin may hide exactly one cell"}};

constexpr std::array alpha{MethodParameter{"confidence", "95 %", "alpha may be negative and is given so"}};
constexpr std::array omega{
    MethodParameter{"communalities", "0.995 at most", "fewer than three items do not make out a factor"}};
constexpr std::array flags{MethodParameter{"missing", "0.05", "a larger share is said, of a scale or an item"},
                           MethodParameter{"floor, ceiling", "0.15", "a larger share of a scale is said"},
                           MethodParameter{"alpha, omega", "0.7", "below is said; for alpha also above 0.95"},
                           MethodParameter{"item_rest", "0.3", "below is said, and below 0 more so"}};

constexpr std::array response{MethodParameter{"issued", "none", "file, area and n in a study; without it no rates"}};
constexpr std::array sensitivity{
    MethodParameter{"draws", "1000", "0 to 1000000; sensitivity in a study, without it none"},
    MethodParameter{"sampling", "true", "means from N(means, covariance) of the run"},
    MethodParameter{"normalise", "goalposts, min_max, z_score", "min_max and z_score are about the areas of each draw"},
    MethodParameter{"aggregate", "arithmetic, geometric", "geometric on [1, 100]; points below 0 count as 0"},
    MethodParameter{"weights", "100", "concentration of the Dirichlet distribution about the weights; 0 keeps them"},
    MethodParameter{"leave_out", "true", "none of the indicators or one of them, each as likely"},
    MethodParameter{"seed", "1", "seed in a study; Philox4x32-10, the same on any number of threads"}};

constexpr std::array table{
    MethodInfo{"missing_rule", "scores", "how many items may lack, and how those answered stand for them", missing_rule,
               "each instrument's own sources: joinedup instruments show ID"},
    MethodInfo{"value_set", "scores", "health states to values, computed in exact decimals, halves away from zero",
               value_set, "each value set's own source: joinedup instruments show ID"},
    MethodInfo{"weighted_mean", "estimates", "sum of w y / sum of w over respondents with a usable score", Parameters{},
               "textbook; sums are exact, so order and threads never show"},
    MethodInfo{"linearised_se", "estimates",
               "u = w (y - mean) / W for those in the area, 0 for all others sampled; n/(n-1) x sum of u2, or between "
               "clusters within strata",
               linearised, "Taylor linearisation; Lumley 2004, doi:10.18637/jss.v009.i08"},
    MethodInfo{"normal_interval", "estimates", "value +/- z x standard error", interval, "textbook"},
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
    MethodInfo{"sensitivity", "sensitivity",
               "ranks and bands over joint draws of sampling error and of every choice of method; one indicator left "
               "out in turn",
               sensitivity, "Saisana, Saltelli and Tarantola 2005, doi:10.1111/j.1467-985X.2005.00350.x"},
    MethodInfo{"sobol", "sensitivity",
               "S = mean(b (ab - a)) / V, ST = mean((a - ab)2) / 2V, of each factor, summed over areas by variance",
               Parameters{}, "Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018; Jansen 1999"},
    MethodInfo{"response_rate", "who answered",
               "respondents of the index / questionnaires sent out, Wilson limits; Pearson's r with the index",
               response, "Wilson 1927, doi:10.1080/01621459.1927.10502953; Fisher 1915, doi:10.1093/biomet/10.4.507"},
    MethodInfo{"disclosure", "publication",
               "small bases are hidden, then the next smallest of a margin that would give one away, to a fixed point",
               disclosure, "ours, after the practice of English patient surveys"},
    MethodInfo{"alpha", "scale quality",
               "k/(k-1) x (1 - sum of item variances / variance of their sum), complete records; interval by F", alpha,
               "Cronbach 1951, doi:10.1007/BF02310555; Feldt 1965, doi:10.1007/BF02289499"},
    MethodInfo{"omega", "scale quality", "1 - sum of uniquenesses / sum of correlations; one factor, minimum residuals",
               omega, "McDonald 1999, Test Theory; Harman and Jones 1966, doi:10.1007/BF02289468"},
    MethodInfo{"scale_flags", "scale quality", "what is remarkable about a scale or an item, in words", flags,
               "Terwee et al. 2007, doi:10.1016/j.jclinepi.2006.03.012; others in docs/quality.md"},
};

} // namespace

std::span<const MethodInfo> methods() { return table; }

} // namespace joinedup
