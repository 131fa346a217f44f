#include "index/normalisers/ranks.hpp"

#include "index/normalisers/parts.hpp"

#include <algorithm>

namespace joinedup {

namespace {

PointsScale by_place(const NormaliserInput& input, double offset, double per_place) {
  if (input.areas.empty()) return no_points("no area has a value");
  PointsScale out;
  out.places.sign = input.goalposts.low_is_good ? -1 : 1;
  out.places.offset = offset;
  out.places.per_place = per_place;
  out.places.average_ties = input.choice != nullptr && input.choice->word("ties") == "average";
  for (const double value : input.areas)
    out.places.ordered.push_back(out.places.sign * value);
  std::sort(out.places.ordered.begin(), out.places.ordered.end());
  return out;
}

} // namespace

PointsScale fit_rank(const NormaliserInput& input) { return by_place(input, 0, 1); }

PointsScale fit_borda(const NormaliserInput& input) { return by_place(input, -1, 1); }

PointsScale fit_percentile(const NormaliserInput& input) {
  if (input.areas.size() < 2) return no_points("fewer than two areas have a value");
  return by_place(input, -1, 100 / static_cast<double>(input.areas.size() - 1));
}

} // namespace joinedup
