// Columns of index.csv and indicators.csv. Names follow English public-health tables (value, lowercl, uppercl).
#include "report/tables/field_words.hpp"

#include <array>

namespace joinedup {
namespace {

using enum FieldKind;

constexpr std::array index_words{
    FieldWords{"", "area_code", text, "Area code", "Code of the area, the region or the whole"},
    FieldWords{"", "area_name", text, "Area name", "Name of the area; the code where no geography names it"},
    FieldWords{"", "level", level, "Level",
               "Whether the row is of an area, of a region above areas, or of the total: the whole"},
    FieldWords{"", "n", whole, "Respondents", "People with a usable score of at least one measure of the index"},
    FieldWords{"", "value", number, "Index", "Value of the index, made of crude or adjusted means: see basis"},
    FieldWords{"", "se", positive, "Standard error", "Standard error of the index from sampling"},
    FieldWords{"", "lowercl", number, "Lower 95% confidence limit", "Lower end of the 95% confidence interval"},
    FieldWords{"", "uppercl", number, "Upper 95% confidence limit", "Upper end of the 95% confidence interval"},
    FieldWords{"", "confidence", text, "Confidence level", "Level of the interval between the two limits before"},
    FieldWords{"", "lower99_8cl", number, "Lower 99.8% confidence limit", "Lower end of the 99.8% confidence interval"},
    FieldWords{"", "upper99_8cl", number, "Upper 99.8% confidence limit", "Upper end of the 99.8% confidence interval"},
    FieldWords{"", "rank", whole, "Rank",
               "Place among ranked areas, 1 is the highest index; areas that tie share a rank"},
    FieldWords{"", "rank_low", whole, "Best rank that is possible",
               "Best rank that pairwise comparisons do not rule out, with 95% confidence"},
    FieldWords{"", "rank_high", whole, "Worst rank that is possible",
               "Worst rank that pairwise comparisons do not rule out, with 95% confidence"},
    FieldWords{"", "difference", number, "Difference from the target",
               "Index of the area less the value that it is compared with"},
    FieldWords{"", "band_sampling", band, "Different from the target",
               "Whether the index differs from the target by more than sampling chance: from z"},
    FieldWords{"", "band", band, "Outside the usual spread of areas",
               "Whether the index is outside the usual spread of areas: from z with that spread. Read it beside the "
               "band against the target"},
    FieldWords{"", "z", number, "z", "Difference from the target in standard errors"},
    FieldWords{"", "z_od", number, "z with the usual spread",
               "Difference from the target in standard errors that hold the usual spread of areas too"},
    FieldWords{"", "p", share, "p value", "Two-sided p value of z"},
    FieldWords{"", "fdr", yes_no, "Different after multiple testing",
               "Whether the area still differs once p values are adjusted for many comparisons"},
    FieldWords{"", "reliability", share, "Reliability",
               "Share of the variance of the area's index that is between areas, not sampling chance"},
    FieldWords{"", "shrunk", number, "Shrunken index",
               "Index drawn towards the mean of areas by its reliability: empirical Bayes"},
    FieldWords{"", "geometric", number, "Index by geometric means",
               "The same index from geometric means, where a low part is made up for less by a high one"},
    FieldWords{"", "basis", basis, "Basis", "Whether the index is made of crude or of case-mix adjusted means"},
    FieldWords{"", "status", status, "Status", "ok, or the marks that apply, joined by a semicolon"},
    FieldWords{"", "domain.*", number, "Domain: {}", "Value of the domain {} of the index"}};

constexpr std::array indicators_words{
    FieldWords{"", "area_code", text, "Area code", "Code of the area, the region or the whole"},
    FieldWords{"", "level", level, "Level",
               "Whether the row is of an area, of a region above areas, or of the total: the whole"},
    FieldWords{"", "indicator", text, "Measure", "Id of the measure: see the list of measures"},
    FieldWords{"", "n", whole, "Respondents", "People with a usable score of the measure"},
    FieldWords{"", "value", number, "Value", "Value of the measure in its own unit, crude or adjusted as the index is"},
    FieldWords{"", "se", positive, "Standard error", "Standard error of the value from sampling"},
    FieldWords{"", "lowercl", number, "Lower 95% confidence limit", "Lower end of the 95% confidence interval"},
    FieldWords{"", "uppercl", number, "Upper 95% confidence limit", "Upper end of the 95% confidence interval"},
    FieldWords{"", "confidence", text, "Confidence level", "Level of the interval between the two limits before"},
    FieldWords{"", "lower99_8cl", number, "Lower 99.8% confidence limit", "Lower end of the 99.8% confidence interval"},
    FieldWords{"", "upper99_8cl", number, "Upper 99.8% confidence limit", "Upper end of the 99.8% confidence interval"},
    FieldWords{"", "statistic", text, "Statistic", "What the value is: a mean, a proportion, a rate"},
    FieldWords{"", "method", text, "Method of the interval", "How the standard error and the interval were made"},
    FieldWords{"", "crude", number, "Crude value", "Value without allowance for case mix"},
    FieldWords{"", "adjusted", number, "Adjusted value", "Value with allowance for case mix"},
    FieldWords{"", "z", number, "z", "Difference from the target in standard errors"},
    FieldWords{"", "z_od", number, "z with the usual spread",
               "Difference from the target in standard errors that hold the usual spread of areas too"},
    FieldWords{"", "p", share, "p value", "Two-sided p value of z"},
    FieldWords{"", "fdr", yes_no, "Different after multiple testing",
               "Whether the area still differs once p values are adjusted for many comparisons"},
    FieldWords{"", "band", band, "Outside the usual spread of areas",
               "Whether the value is outside the usual spread of areas: from z with that spread"},
    FieldWords{"", "status", status, "Status", "ok, or the marks that apply, joined by a semicolon"}};

} // namespace

std::span<const FieldWords> index_field_words() { return index_words; }
std::span<const FieldWords> indicators_field_words() { return indicators_words; }

} // namespace joinedup
