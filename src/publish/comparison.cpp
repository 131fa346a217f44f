#include "publish/comparison.hpp"

#include "publish/bands.hpp"
#include "publish/usual_spread.hpp"
#include "stats/multiple_testing.hpp"
#include "stats/normal.hpp"
#include "stats/shrinkage.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<double> adjusted(std::span<const double> p, const std::string& method) {
  if (method == "by") return adjust_benjamini_yekutieli(p);
  if (method == "holm") return adjust_holm(p);
  if (method == "hochberg") return adjust_hochberg(p);
  if (method == "bonferroni") return adjust_bonferroni(p);
  return adjust_benjamini_hochberg(p);
}

/// The compared areas in columns. `se` is the area's own, `spread` that of the difference from the target.
struct Columns {
  std::vector<double> value, se, difference, spread, z, p;
};

Columns columns_of(std::span<const Contender> areas, const ComparedAreas& out, const ComparisonRule& rule) {
  Columns columns;
  for (const std::size_t a : out.members) {
    const Contender& area = areas[a];
    const double difference = area.value - area.target.value_or(out.target.value);
    columns.value.push_back(area.value);
    columns.se.push_back(area.se);
    columns.difference.push_back(difference);
    // A published value comes from other people than the survey: its error adds to the area's.
    columns.spread.push_back(rule.given_se > 0 ? std::hypot(area.se, rule.given_se) : area.se);
    columns.z.push_back(difference / columns.spread.back());
    columns.p.push_back(two_sided_p(columns.z.back()));
  }
  return columns;
}

void against_target(const Columns& columns, const ComparisonRule& rule, const ComparisonOptions& options,
                    ComparedAreas& out) {
  const std::vector<double> q = adjusted(columns.p, options.multiple_testing);
  const BandLimits limits = band_limits(options);
  for (std::size_t i = 0; i < out.members.size(); ++i) {
    Comparison& comparison = out.areas[out.members[i]].comparison;
    comparison.difference = number(columns.difference[i]);
    comparison.z = number(columns.z[i]);
    comparison.p = number(columns.p[i]);
    if (options.multiple_testing != "none") comparison.fdr = q[i] < options.level;
    comparison.band_sampling = band_of(columns.z[i], rule.low_is_good, limits);
  }
}

void against_spread(const Columns& columns, const ComparisonRule& rule, const ComparisonOptions& options,
                    ComparedAreas& out) {
  const UsualSpread spread = usual_spread(columns.z, columns.spread, options);
  const BandLimits limits = band_limits(options);
  out.phi = spread.phi;
  out.tau2 = spread.tau2;
  out.tau2_reason = spread.reason;
  for (std::size_t i = 0; i < out.members.size(); ++i) {
    Comparison& comparison = out.areas[out.members[i]].comparison;
    const double z = spread.z(columns.difference[i], columns.spread[i]);
    comparison.z_od = number(z);
    comparison.band = band_of(z, rule.low_is_good, limits);
  }
}

void shrink_all(const Columns& columns, const ComparisonOptions& options, ComparedAreas& out) {
  const RandomEffects effects = random_effects(columns.value, columns.se, between_variance(options));
  out.between = effects.tau2;
  for (std::size_t i = 0; i < out.members.size(); ++i) {
    const Shrunk shrunk = shrink(columns.value[i], columns.se[i], effects);
    out.areas[out.members[i]].reliability = number(shrunk.reliability);
    if (options.shrinkage != "none") out.areas[out.members[i]].shrunk = number(shrunk.value);
  }
}

} // namespace

ComparedAreas compare_areas(std::span<const Contender> areas, const ComparisonRule& rule,
                            const ComparisonOptions& options) {
  ComparedAreas out;
  out.areas.resize(areas.size());
  out.phi = out.tau2 = out.between = none;
  out.members = compared(areas, rule);
  out.target = common_target(areas, out.members, rule, between_variance(options));
  if (std::isnan(out.target.value)) out.members.clear();
  if (out.few()) out.tau2_reason = "fewer than five areas are compared";
  if (out.members.empty()) return out;
  const Columns columns = columns_of(areas, out, rule);
  against_target(columns, rule, options, out);
  if (out.few()) return out;
  against_spread(columns, rule, options, out);
  shrink_all(columns, options, out);
  return out;
}

} // namespace joinedup
