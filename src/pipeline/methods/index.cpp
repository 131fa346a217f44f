#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array goalposts{
    MethodParameter{"goalposts", "range", "the scale's or value set's theoretical range, or two numbers in the index"},
    MethodParameter{"clipping", "none", "values are never cut off"}};
constexpr std::array ends{MethodParameter{"from, to", "0 and 100", "points of the worst and of the best area shown"}};
constexpr std::array about_mean{
    MethodParameter{"centre, spread", "50 and 10", "points of the mean, and of one SD from it"},
    MethodParameter{"sd", "sample", "or population: divisor n - 1 or n"}};
constexpr std::array about_reference{
    MethodParameter{"mean, sd", "none", "of a base year, for each indicator; must be given, sd above 0"},
    MethodParameter{"centre, spread", "50 and 10", "points of the mean, and of one SD from it"}};
constexpr std::array ties{MethodParameter{"ties", "min", "tied areas have the lowest of their places, or the average"}};
constexpr std::array to_target{MethodParameter{"target", "none", "worth 100 points, for each indicator; must be given"},
                               MethodParameter{"cap", "none", "or 100: no more points than the target's"}};
constexpr std::array about_range{MethodParameter{"reference", "mean of the areas", "worth 100 points"}};
constexpr std::array power{
    MethodParameter{"power", "none", "-20 to 20, must be given; 1, 0 and -1 are the means above"}};
constexpr std::array penalty{MethodParameter{"sd", "population", "or sample: divisor of the variance of the parts"}};
constexpr std::array shares{
    MethodParameter{"lower, upper", "none", "share of the sum that each part has, 0.01 to 1; must be given"}};
constexpr std::array guards{MethodParameter{
    "refused", "never silently", "no more areas than measures, below 50 % explained, loadings of both signs"}};
constexpr std::array targets{
    MethodParameter{"targets", "the weights given", "shares of the variance that they shall have"}};
constexpr std::array weights{MethodParameter{"weight", "equal", "relative, 0 or more, per domain and per indicator"}};
constexpr std::array imputation{
    MethodParameter{"missing", "none", "in an index definition; the area stays partial, without band and rank"}};
constexpr std::array coherence{
    MethodParameter{"coherence", "false", "in a study; over the areas whose index is shown"},
    MethodParameter{"loose", "below 0.3", "correlation with its own domain"},
    MethodParameter{"redundant", "above 0.92", "correlation with another measure of the domain"},
    MethodParameter{"outlying", "|skewness| 2, kurtosis 3.5", "both reached: told, never altered"}};
constexpr std::array coverage{
    MethodParameter{"total", "0.75", "share of the weight that must be there; 0 to 1"},
    MethodParameter{"domain", "0.5", "the same for every domain; 0 to 1"},
    MethodParameter{"partial", "deviations", "or levels, in a study: renormalise the levels that remain"}};

constexpr std::array table{
    MethodInfo{"goalposts", "index", "100 x (mean - low) / (high - low), turned round where low is good", goalposts,
               "OECD and JRC 2008, Handbook on Constructing Composite Indicators"},
    MethodInfo{"min_max", "index", "from the worst area to the best; an area's points move when the ends do", ends,
               "OECD and JRC 2008"},
    MethodInfo{"z_score", "index", "centre + spread x (mean - mean of areas) / SD of areas", about_mean,
               "OECD and JRC 2008"},
    MethodInfo{"reference_z", "index", "centre + spread x (mean - reference mean) / reference SD, both frozen",
               about_reference, "OECD and JRC 2008"},
    MethodInfo{"rank", "index", "place among the areas, 1 = worst; no sampling error", ties, "OECD and JRC 2008"},
    MethodInfo{"borda", "index", "number of worse areas; no sampling error", ties,
               "Becker et al. 2022, doi:10.21105/joss.04567"},
    MethodInfo{"percentile", "index", "100 x (place - 1) / (areas - 1); no sampling error", ties, "OECD and JRC 2008"},
    MethodInfo{"distance_to_max", "index", "100 - 100 x (best - mean) / (best - worst)", Parameters{},
               "Becker et al. 2022, doi:10.21105/joss.04567"},
    MethodInfo{"distance_to_target", "index", "100 x (mean - worst) / (target - worst)", to_target,
               "OECD and JRC 2008"},
    MethodInfo{"fraction_of_max", "index", "100 x mean / highest mean, which must be above 0", Parameters{},
               "Becker et al. 2022, doi:10.21105/joss.04567"},
    MethodInfo{"ampi", "index", "100 + 60 x (mean - reference) / (highest - lowest)", about_range,
               "Mazziotta and Pareto 2016, doi:10.1007/s11205-015-0998-2"},
    MethodInfo{"given_weights", "index", "shares of domains, and of indicators within their domain", weights,
               "ours: no weights have been agreed; equal is the neutral choice of the OECD and JRC handbook"},
    MethodInfo{"pca", "index", "weights are squared loadings on the first principal component of the areas shown",
               guards, "OECD and JRC 2008"},
    MethodInfo{"equal_influence", "index",
               "weights by which w_k cov(y_k, I) / var(I) over the areas shown is what the weights given say", targets,
               "Maillard, Roncalli and Teiletche 2010, doi:10.3905/jpm.2010.36.4.060"},
    MethodInfo{"arithmetic", "index",
               "weighted mean of normalised indicators; a geometric mean on [1, 100] stands beside it", Parameters{},
               "OECD and JRC 2008"},
    MethodInfo{"geometric", "index", "exp of sum of w ln points, points shifted to [1, 100] at every node",
               Parameters{}, "OECD and JRC 2008"},
    MethodInfo{"harmonic", "index", "1 / sum of w / points, points shifted to [1, 100] at every node", Parameters{},
               "OECD and JRC 2008"},
    MethodInfo{"power", "index", "(sum of w points^p)^(1/p), points shifted to [1, 100] at every node", power,
               "OECD and JRC 2008"},
    MethodInfo{"median", "index", "lower weighted median of points; no sampling error", Parameters{}, "textbook"},
    MethodInfo{"copeland", "index",
               "areas that it beats less areas that beat it, by majority of the weight of the parts that both have; no "
               "sampling error",
               Parameters{}, "Munda and Nardo 2009, doi:10.1080/00036840601019364"},
    MethodInfo{"mpi", "index", "M - S2 / M of the points: the mean less a penalty for imbalance", penalty,
               "Mazziotta and Pareto 2016, doi:10.1007/s11205-015-0998-2"},
    MethodInfo{"benefit_of_the_doubt", "index",
               "100 x the largest sum of weight x points by weights of the area's own choice that put no area above 1, "
               "each part's share within limits; no sampling error",
               shares, "Cherchye and others 2007, doi:10.1007/s11205-006-9029-7"},
    MethodInfo{"coverage", "index",
               "a measure that an area lacks is left out as a deviation from the whole; too much left out: no index",
               coverage, "ours; the composite-indicator handbook asks for a declared rule"},
    MethodInfo{"group_mean", "index",
               "an area's missing measure is the mean of the areas of its region, error = their standard deviation",
               imputation, "OECD and JRC 2008"},
    MethodInfo{"group_median", "index", "as group_mean, by their median", imputation, "OECD and JRC 2008"},
    MethodInfo{"regression", "index",
               "an area's missing measure is predicted from those it has, by least squares over the areas; error as of "
               "group_mean",
               imputation, "OECD and JRC 2008"},
    MethodInfo{"last_wave", "index", "an area's missing measure is its mean of the wave before; error as of group_mean",
               imputation, "OECD and JRC 2008"},
    MethodInfo{
        "contributions", "index",
        "weight x (normalised area value - normalised value of the whole); other means on their own scale, such as "
        "logarithms, turned into points; sums to the gap",
        Parameters{}, "algebra of the mean; Ang 2005, doi:10.1016/j.enpol.2003.10.010"},
    MethodInfo{
        "coherence", "index",
        "correlations of measures with index, domains and each other over areas; alpha with its interval; principal "
        "components; skewness and kurtosis",
        coherence, "Cronbach 1951, doi:10.1007/BF02310555; Feldt 1965, doi:10.1007/BF02289499; OECD and JRC 2008"},
};

} // namespace

std::span<const MethodInfo> index_methods() { return table; }

} // namespace joinedup
