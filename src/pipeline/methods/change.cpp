#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array reliability{
    MethodParameter{"reliability", "none", "of a score, --reliability SCORE=R; without it no row"}};
constexpr std::array arms{
    MethodParameter{"arms", "none", "--arms COL=TREATED,UNTREATED; areas are the clusters"},
    MethodParameter{"earlier", "none", "--earlier WAVE: the same figures between it and the first wave"},
    MethodParameter{"permutations", "all, up to 200,000", "else 9,999 drawn with a fixed seed"}};
constexpr std::array link{
    MethodParameter{"link", "none", "--link OLD=NEW: the score of the first wave, and that in its place in the second"},
    MethodParameter{"overlap", "the first wave", "--overlap WAVE: the wave that has both"}};

constexpr std::array series{
    MethodParameter{"series", "none", "--series WAVE,WAVE,...: five or more in order of time, evenly spaced"},
    MethodParameter{"interruption", "none", "--interruption WAVE: the first wave with the change"},
    MethodParameter{"lag", "4 (waves / 100)^(2/9)", "--lag N: waves apart up to which errors may go together"}};

constexpr std::array table{
    MethodInfo{"paired_change", "change",
               "mean change of those who have both, t interval; SES, SRM, Hedges' g on the mean of both variances",
               Parameters{}, "Student 1908, doi:10.1093/biomet/6.1.1; Hedges 1981, doi:10.3102/10769986006002107"},
    MethodInfo{"signed_rank", "change", "Wilcoxon's test of paired differences, with continuity and tie corrections",
               Parameters{}, "Wilcoxon 1945, doi:10.2307/3001968"},
    MethodInfo{"wave_difference", "change",
               "difference of two waves' means with SE root of (se1^2 + se2^2 - 2 cov), cov from those in both",
               Parameters{}, "Lumley 2004, doi:10.18637/jss.v009.i08"},
    MethodInfo{"wave_change", "change",
               "value of an area now less that of the wave before, SE root of (se1^2 + se2^2): independent samples",
               Parameters{}, "Altman and Bland 2003, doi:10.1136/bmj.326.7382.219"},
    MethodInfo{"reliable_change", "change",
               "SEM = SD before x root of (1 - R); MDC95 = 1.96 root 2 SEM; people beyond 1.96 root 2 SEM either way",
               reliability, "Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12"},
    MethodInfo{"difference_in_differences", "change",
               "(T1 - T0) - (C1 - C0): ordinary, HC0, HC1 and by-area errors; with area levels; of area means with a "
               "permutation test",
               arms,
               "Liang and Zeger 1986, doi:10.1093/biomet/73.1.13; MacKinnon and White 1985, "
               "doi:10.1016/0304-4076(85)90158-7; Donald and Lang 2007, doi:10.1162/rest.89.2.221"},
    MethodInfo{
        "linked_change", "change",
        "a new questionnaire's mean + mean of (old - new) where the same people gave both, less the old mean before",
        link, "Kolen and Brennan 2014, doi:10.1007/978-1-4939-0317-7"},
    MethodInfo{"interrupted_series", "change",
               "level and slope of wave means before an interruption and how both change; Bartlett weights, "
               "waves/(waves - 4), t",
               series,
               "Wagner and others 2002, doi:10.1046/j.1365-2710.2002.00430.x; Newey and West 1987, "
               "doi:10.2307/1913610"},
};

} // namespace

std::span<const MethodInfo> change_methods() { return table; }

} // namespace joinedup
