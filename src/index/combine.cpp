#include "index/combine.hpp"

#include "index/combiners/benefit_of_the_doubt.hpp"
#include "index/combiners/mpi.hpp"
#include "index/combiners/ordinal.hpp"
#include "index/combiners/power.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace joinedup {

namespace {

constexpr std::string_view handbook = "OECD/JRC 2008, 10.1787/9789264043466-en";

constexpr std::array table = {
    Combiner{"arithmetic", "sum of weight x points", handbook, false, true, false, combine_by_power},
    Combiner{"geometric", "exp of the sum of weight x log points, points shifted to [1, 100]", handbook, true, true,
             false, combine_by_power},
    Combiner{"harmonic", "1 / sum of weight / points, points shifted to [1, 100]", handbook, true, true, false,
             combine_by_power},
    Combiner{"power", "(sum of weight x points^p)^(1/p), points shifted to [1, 100]", handbook, true, true, false,
             combine_by_power},
    Combiner{"median", "lower weighted median of the points", handbook, false, false, false, combine_by_median},
    Combiner{"copeland", "areas beaten less areas that beat it, by majority of weight",
             "Munda and Nardo 2009, 10.1080/00036840601019364", false, false, true, combine_by_copeland},
    Combiner{"mpi", "mean - variance / mean of the points", "Mazziotta and Pareto 2016, 10.1007/s11205-015-0998-2",
             false, true, false, combine_with_penalty},
    Combiner{"benefit_of_the_doubt", "100 x the best sum of weight x points that no area exceeds, shares within limits",
             "Cherchye and others 2007, 10.1007/s11205-006-9029-7", false, false, true,
             combine_with_benefit_of_the_doubt}};

} // namespace

std::span<const Combiner> combiners() { return table; }

const Combiner* find_combiner(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [name](const Combiner& c) { return c.name == name; });
  return found == table.end() ? nullptr : &*found;
}

double exponent_of(const MethodChoice& choice) {
  if (choice.method == "arithmetic") return 1;
  if (choice.method == "geometric") return 0;
  if (choice.method == "harmonic") return -1;
  return choice.method == "power" ? choice.number("power") : std::numeric_limits<double>::quiet_NaN();
}

} // namespace joinedup
