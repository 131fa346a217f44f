#include "report/html/waterfall.hpp"

#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

Waterfall waterfall(const RunResults& results, const AreaResult& area) {
  const bool given =
      std::ranges::all_of(area.contributions, [](const Contribution& c) { return c.points.has_value(); });
  if (!area.index.value || !results.total.index.value || area.contributions.empty() || !given) return {};
  Waterfall out;
  double exact = *results.total.index.value;
  out.start = round_to(exact, waterfall_decimals);
  out.end = round_to(*area.index.value, waterfall_decimals);
  double level = out.start;
  for (const Contribution& part : area.contributions) {
    exact += *part.points;
    const double next = round_to(exact, waterfall_decimals);
    out.steps.push_back({indicator_label(results, part.indicator), part.weight, level, next});
    level = next;
  }
  out.steps.back().to = out.end; // the sum of the parts may differ from the index by a rounding of doubles
  return out;
}

std::string equation(const Waterfall& waterfall) {
  std::string out = shown(waterfall.start, waterfall_decimals);
  for (const WaterfallStep& step : waterfall.steps) {
    const double points = step.points();
    out += (points < 0 ? " \xE2\x88\x92 " : " + ") + shown(std::abs(points), waterfall_decimals);
  }
  return out + " = " + shown(waterfall.end, waterfall_decimals);
}

} // namespace joinedup
