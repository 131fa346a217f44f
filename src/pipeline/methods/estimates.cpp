#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array linearised{
    MethodParameter{"strata", "none", "--strata, or in a study"},
    MethodParameter{"clusters", "none", "--cluster, or in a study; an id counts within its stratum"},
    MethodParameter{"single_psu", "adjust",
                    "a stratum of one unit: adjust, certainty, average, fail; uncertainty in a study"},
    MethodParameter{"fpc", "none", "file, stratum and n: units in each stratum's population; uncertainty in a study"}};
constexpr std::array interval{
    MethodParameter{"confidence", "95 % and 99.8 %", "normal quantiles 1.959964 and 3.090232"},
    MethodParameter{"df", "normal", "or design, in a study: t quantiles"}};
constexpr std::array proportion{
    MethodParameter{"proportion", "normal", "or wilson, logit, beta: uncertainty in a study, for scales from 0 to 1"}};
constexpr std::array bootstrap{MethodParameter{"replicates", "500", "10 to 10000; uncertainty in a study"},
                               MethodParameter{"fpc", "none", "deviations of draws shrink by the root of 1 - k/N"},
                               MethodParameter{"seed", "1", "seed in a study; Philox4x32-10"}};
constexpr std::array raking{MethodParameter{"margins", "none", "CSV of column, level, total; rake in a study"},
                            MethodParameter{"trim", "5", "times the mean weight, above 1 to 1000; 0 never"},
                            MethodParameter{"settled", "1e-10", "relative error of a margin, 100 rounds at most"},
                            MethodParameter{"compat", "none", "r-survey: residuals by unweighted sweeps"}};
constexpr std::array case_mix{
    MethodParameter{"method", "regression", "or direct; case_mix in a study, without it none"},
    MethodParameter{"adjusters", "none", "columns; {column, kind: number} for a number"},
    MethodParameter{"proportion", "linear",
                    "or logistic, for measures of 0 and 1: shares if everybody were in the area"},
    MethodParameter{"area_minimum", "0", "regression: smaller areas are adjusted, and take no part in the fit"},
    MethodParameter{"cap", "5", "direct: most that a weight is multiplied by, 1 to 1000"},
    MethodParameter{"headline", "crude", "or adjusted, in a study: what the index is made of"}};

constexpr std::array area_table{
    MethodParameter{"kind", "value",
                    "value, proportion, rate, ratio, standardised_rate or standardised_ratio; table of an indicator"},
    MethodParameter{"whole", "its row, else the sum of the counts, else the mean weighted by n",
                    "the code of a row, or areas: the plain mean of the areas"},
    MethodParameter{"exact", "false", "true: no sampling error is known, and the indicator is not compared"}};
constexpr std::array rates{
    MethodParameter{"per", "1", "rates and ratios are given per so many"},
    MethodParameter{"few events", "10", "below: exact limits from the chi-squared distribution, else Byar's"}};

constexpr std::array standardised{
    MethodParameter{"group", "none", "column of the group, such as an age band; an area has a row for each"},
    MethodParameter{"standard", "none", "of a rate: column of the standard population of each group"}};

constexpr std::array table{
    MethodInfo{"weighted_mean", "estimates", "sum of w y / sum of w over respondents with a usable score", Parameters{},
               "textbook; sums are exact, so order and threads never show"},
    MethodInfo{"linearised_se", "estimates",
               "u = w (y - mean) / W for those in the area, 0 for all others sampled; n/(n-1) x sum of u2, or between "
               "clusters within strata",
               linearised, "Taylor linearisation; Lumley 2004, doi:10.18637/jss.v009.i08"},
    MethodInfo{
        "design_effect", "estimates",
        "variance / variance of as many people drawn one by one with replacement; Kish: n x sum of w2 / (sum of w)2",
        Parameters{}, "Kish 1965, Survey Sampling"},
    MethodInfo{"jackknife", "estimates", "one unit left out at a time, (k-1)/k x squares about the mean of replicates",
               Parameters{}, "Wolter 2007, doi:10.1007/978-0-387-35099-8"},
    MethodInfo{"bootstrap", "estimates", "k-1 of the k units of each stratum drawn with replacement", bootstrap,
               "Rao and Wu 1988, doi:10.1080/01621459.1988.10478591; Rao, Wu and Yue 1992, Survey Methodology 18, 209"},
    MethodInfo{"raking", "estimates", "weights with known totals of each margin; errors from residuals on the margins",
               raking, "Deville and Sarndal 1992, doi:10.1080/01621459.1992.10475217"},
    MethodInfo{"case_mix", "estimates",
               "mean - (mean of x - everybody's)' b with an effect for each area, or everybody's mix of cells",
               case_mix,
               "CAHPS Analysis Program, AHRQ 20-M019, 2020; direct: after the CQC surveys; logistic: Graubard and Korn "
               "1999, doi:10.1111/j.0006-341X.1999.00652.x"},
    MethodInfo{"case_mix_stars", "estimates",
               "adjusted means against their unweighted mean by t, errors of ordinary regression; three stars",
               Parameters{}, "CAHPS Analysis Program, AHRQ 20-M019, 2020"},
    MethodInfo{"normal_interval", "estimates", "value +/- z x standard error", interval, "textbook"},
    MethodInfo{"proportion_interval", "estimates",
               "Wilson on n / deff, log odds with t, or exact on the effective number", proportion,
               "Wilson 1927; Korn and Graubard 1998, Survey Methodology 24, 193"},
    MethodInfo{"area_table", "estimates",
               "figures by area published elsewhere; standard error = width of the 95 % interval / (2 x 1.959964), "
               "independent of the survey",
               area_table, "ours; how the figures were made is their publisher's to say"},
    MethodInfo{
        "standardised_rate", "estimates",
        "per x sum of standard x events / population by group, over the standard; limits from Byar's of all events; "
        "none below ten events",
        standardised, "Dobson and others 1991, doi:10.1002/sim.4780100317"},
    MethodInfo{"standardised_ratio", "estimates",
               "per x events / those expected at the rates that the whole has by group; limits as of a rate",
               standardised, "Breslow and Day 1987, IARC Scientific Publications 82"},
    MethodInfo{"wilson", "estimates", "limits of a proportion of people by the score test", Parameters{},
               "Wilson 1927, doi:10.1080/01621459.1927.10502953"},
    MethodInfo{"byar", "estimates",
               "per x events / population, or / events expected; O (1 - 1/(9 O) -/+ z / (3 root O))3, O + 1 above",
               rates,
               "Breslow and Day 1987, IARC Scientific Publications 82; exact: Garwood 1936, doi:10.2307/2333958"},
};

} // namespace

std::span<const MethodInfo> estimates_methods() { return table; }

} // namespace joinedup
