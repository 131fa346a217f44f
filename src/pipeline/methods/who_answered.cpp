#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array response{MethodParameter{"issued", "none", "file, area and n in a study; without it no rates"}};

constexpr std::array by{
    MethodParameter{"by", "none", "columns of a study, each with the order of its values (\"order\") or without"}};

constexpr std::array answered{
    MethodParameter{"mode, role", "none", "a study's {\"column\": NAME}: how each respondent was asked, who answered"},
    MethodParameter{"warned about", "20 points", "from the share of the whole"}};

constexpr std::array distribution{
    MethodParameter{"bars", "about 20", "of round width, cut at the ends of the instrument's bands"},
    MethodParameter{"least", "the study's minimum of people",
                    "bars of fewer are joined to a neighbour, of the same band where that is enough"}};

constexpr std::array table{
    MethodInfo{"response_rate", "who answered",
               "respondents of the index / questionnaires sent out, Wilson limits; Pearson's r with the index",
               response, "Wilson 1927, doi:10.1080/01621459.1927.10502953; Fisher 1915, doi:10.1093/biomet/10.4.507"},
    MethodInfo{"tipping_point", "who answered",
               "smallest difference of those who did not answer that would change an area's band", response,
               "Cochran 1977, Sampling Techniques, section 13.2"},
    MethodInfo{
        "answered_shares", "who answered",
        "shares of respondents by mode and by role in each area beside the whole, Wilson limits; an area is shown "
        "whole or not at all",
        answered, "Wilson 1927, doi:10.1080/01621459.1927.10502953; the 20 points are ours"},
    MethodInfo{"distribution", "who answered",
               "shares of respondents from score to score, all areas together, weighted as the crude means",
               distribution, "the instruments' own bands; bars and their joining are ours"},
    MethodInfo{"breakdown", "who answered",
               "the index by groups of respondents, hidden as areas are; slope index of inequality over ordered groups",
               by, "Pamuk 1985, doi:10.2307/2173903; Mackenbach and Kunst 1997, doi:10.1016/S0277-9536(96)00073-1"},
};

} // namespace

std::span<const MethodInfo> who_answered_methods() { return table; }

} // namespace joinedup
