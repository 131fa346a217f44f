#include "pipeline/analyses/tipping.hpp"

#include "publish/tipping_point.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::optional<TippingPoint> tipping_of(const AreaRate& one, const BandLimits& bands) {
  const Comparison& c = one.area->comparison;
  if (c.band == Band::none || !c.z_od || !c.difference || *c.z_od == 0) return std::nullopt;
  return tipping_point(*c.z_od, *c.difference / *c.z_od, one.rate, bands);
}

/// The area that the smallest difference would move, in words.
std::string finding_of(const AreaRate& nearest, double difference) {
  return fmt::format("The first band to change would be that of {}: if those who did not answer had an index {:.1f} "
                     "points {} than those who did.",
                     nearest.area->name.empty() ? nearest.area->code : nearest.area->name, std::abs(difference),
                     difference > 0 ? "higher" : "lower");
}

} // namespace

ResultTable tipping_table(std::span<const AreaRate> areas, const RunResults& results) {
  ResultTable out;
  out.id = "tipping_point";
  out.title = "Those who did not answer";
  out.method = "tipping_point";
  out.section = TableSection::answered;
  out.columns = {{"area_code", "Code", 0},
                 {"area_name", "Area", 0},
                 {"rate", "Response rate", 1, true},
                 {"index", "Index", 1},
                 {"band", "Band", 0},
                 {"tipping_difference", "Difference that changes the band", 1},
                 {"tipping_index", "Index of those who did not answer, then", 1},
                 {"tipping_band", "Band, then", 0}};
  const BandLimits bands = band_limits(results.study.comparison);
  const AreaRate* nearest = nullptr;
  double smallest = 0;
  std::size_t left_out = 0;
  for (const AreaRate& one : areas) {
    const auto tipping = tipping_of(one, bands);
    if (!tipping) {
      ++left_out;
      continue;
    }
    const AreaResult& area = *one.area;
    out.rows.push_back({area.code, area.name, one.rate, *area.index.value,
                        std::string(words(area.comparison.band, results.crude_outcomes)), tipping->difference,
                        *area.index.value + tipping->difference,
                        std::string(words(tipping->band, results.crude_outcomes))});
    if (nearest != nullptr && std::abs(tipping->difference) >= std::abs(smallest)) continue;
    nearest = &one;
    smallest = tipping->difference;
  }
  if (nearest != nullptr) out.finding = finding_of(*nearest, smallest);
  out.notes.emplace_back("Target, spread between areas and sampling error are held as they are; the index of everybody "
                         "asked is the respondents' plus the difference times the share who did not answer");
  if (left_out > 0)
    out.notes.push_back(fmt::format("Areas with a response rate and without a band, or where everybody answered: {}; "
                                    "they are left out",
                                    left_out));
  return out;
}

} // namespace joinedup
