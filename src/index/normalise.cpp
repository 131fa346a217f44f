#include "index/normalise.hpp"

#include "index/normalisers/areas.hpp"
#include "index/normalisers/goalposts.hpp"
#include "index/normalisers/ranks.hpp"
#include "index/normalisers/references.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::string_view handbook = "OECD/JRC 2008, 10.1787/9789264043466-en";
constexpr std::string_view coinr = "Becker et al. 2022, 10.21105/joss.04567";

constexpr std::array table = {
    goalposts_normaliser,
    Normaliser{"min_max", "the worst area has `from` points, the best `to`", handbook, fit_min_max},
    Normaliser{"z_score", "centre + spread (value - mean of areas) / their standard deviation (n - 1)", handbook,
               fit_z_score},
    Normaliser{"reference_z", "centre + spread (value - mean) / sd, both given", handbook, fit_reference_z},
    Normaliser{"rank", "place among the areas, 1 for the worst", handbook, fit_rank},
    Normaliser{"borda", "areas that are worse", coinr, fit_borda},
    Normaliser{"percentile", "100 (place - 1) / (areas - 1)", handbook, fit_percentile},
    Normaliser{"distance_to_max", "100 - 100 (best - value) / (best - worst)", coinr, fit_distance_to_max},
    Normaliser{"distance_to_target", "100 (value - worst) / (target - worst)", handbook, fit_distance_to_target},
    Normaliser{"fraction_of_max", "100 value / highest value", coinr, fit_fraction_of_max},
    Normaliser{"ampi", "100 + 60 (value - reference) / (highest - lowest)",
               "Mazziotta and Pareto 2016, 10.1007/s11205-015-0998-2", fit_ampi}};

} // namespace

std::span<const Normaliser> normalisers() { return table; }

const Normaliser* find_normaliser(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [name](const Normaliser& n) { return n.name == name; });
  return found == table.end() ? nullptr : &*found;
}

} // namespace joinedup
