#include "pipeline/methods/tables.hpp"

#include <array>

namespace joinedup {

namespace {

using Parameters = std::span<const MethodParameter>;

constexpr std::array sensitivity{
    MethodParameter{"draws", "1000", "0 to 1000000; sensitivity in a study, without it none"},
    MethodParameter{"sampling", "true", "means from N(means, covariance) of the run"},
    MethodParameter{"normalise", "goalposts, min_max, z_score", "min_max and z_score are about the areas of each draw"},
    MethodParameter{"aggregate", "arithmetic, geometric", "geometric on [1, 100]; points below 0 count as 0"},
    MethodParameter{"weights", "100", "concentration of the Dirichlet distribution about the weights; 0 keeps them"},
    MethodParameter{"leave_out", "true", "none of the indicators or one of them, each as likely"},
    MethodParameter{"case_mix", "true", "crude or adjusted means, where the study adjusts"},
    MethodParameter{"imputation", "levels, deviations",
                    "or group_mean, group_median: where an area lacks a measure and the study counts levels"},
    MethodParameter{"seed", "1", "seed in a study; Philox4x32-10, the same on any number of threads"}};

constexpr std::array table{
    MethodInfo{"sensitivity", "sensitivity",
               "ranks and bands over joint draws of sampling error and of every choice of method; one indicator left "
               "out in turn",
               sensitivity, "Saisana, Saltelli and Tarantola 2005, doi:10.1111/j.1467-985X.2005.00350.x"},
    MethodInfo{"sobol", "sensitivity",
               "S = mean(b (ab - a)) / V, ST = mean((a - ab)2) / 2V, of each factor, summed over areas by variance",
               Parameters{}, "Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018; Jansen 1999"},
};

} // namespace

std::span<const MethodInfo> sensitivity_methods() { return table; }

} // namespace joinedup
