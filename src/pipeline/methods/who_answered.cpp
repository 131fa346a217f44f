#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array response{MethodParameter{"issued", "none", "file, area and n in a study; without it no rates"}};

constexpr std::array table{
    MethodInfo{"response_rate", "who answered",
               "respondents of the index / questionnaires sent out, Wilson limits; Pearson's r with the index",
               response, "Wilson 1927, doi:10.1080/01621459.1927.10502953; Fisher 1915, doi:10.1093/biomet/10.4.507"},
    MethodInfo{"tipping_point", "who answered",
               "smallest difference of those who did not answer that would change an area's band", response,
               "Cochran 1977, Sampling Techniques, section 13.2"},
};

} // namespace

std::span<const MethodInfo> who_answered_methods() { return table; }

} // namespace joinedup
