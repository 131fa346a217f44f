#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array alpha{MethodParameter{"confidence", "95 %", "alpha may be negative and is given so"}};
constexpr std::array omega{
    MethodParameter{"communalities", "0.995 at most", "fewer than three items do not make out a factor"}};
constexpr std::array flags{MethodParameter{"missing", "0.05", "a larger share is said, of a scale or an item"},
                           MethodParameter{"floor, ceiling", "0.15", "a larger share of a scale is said"},
                           MethodParameter{"alpha, omega", "0.7", "below is said; for alpha also above 0.95"},
                           MethodParameter{"item_rest", "0.3", "below is said, and below 0 more so"}};

constexpr std::array table{
    MethodInfo{"alpha", "scale quality",
               "k/(k-1) x (1 - sum of item variances / variance of their sum), complete records; interval by F", alpha,
               "Cronbach 1951, doi:10.1007/BF02310555; Feldt 1965, doi:10.1007/BF02289499"},
    MethodInfo{"omega", "scale quality", "1 - sum of uniquenesses / sum of correlations; one factor, minimum residuals",
               omega, "McDonald 1999, Test Theory; Harman and Jones 1966, doi:10.1007/BF02289468"},
    MethodInfo{"scale_flags", "scale quality", "what is remarkable about a scale or an item, in words", flags,
               "Terwee et al. 2007, doi:10.1016/j.jclinepi.2006.03.012; others in docs/quality.md"},
};

} // namespace

std::span<const MethodInfo> scale_quality_methods() { return table; }

} // namespace joinedup
