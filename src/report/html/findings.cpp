// Headings that state a finding: a sentence counted from the rows below it, never a judgement.
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"
#include "model/comparison_words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace joinedup {
namespace {

/// Regions that hold an area above (sign 1) or below (sign -1) the target.
std::size_t regions_with(const RunResults& results, const Wording& wording, int sign) {
  std::set<std::string> found;
  for (const AreaResult& area : results.areas)
    if (wording.level(area.comparison.band_sampling) * sign > 0 && !area.region.empty()) found.insert(area.region);
  return found.size();
}

std::size_t regions_shown(const RunResults& results) {
  std::set<std::string> found;
  for (const AreaResult& area : results.areas)
    if (!area.region.empty()) found.insert(area.region);
  return found.size();
}

std::string measures(const std::vector<std::string>& labels) {
  constexpr std::size_t named = 2;
  return labels.size() <= named ? listed(labels) : fmt::format("{} measures", labels.size());
}

/// The part that moves the area furthest in the direction of its gap.
const Contribution* largest_part(const AreaResult& area, double gap) {
  const Contribution* largest = nullptr;
  for (const Contribution& part : area.contributions)
    if (part.points && *part.points * gap > 0 && (!largest || std::abs(*part.points) > std::abs(*largest->points)))
      largest = &part;
  return largest;
}

} // namespace

std::string counts_heading(const RunResults& results) {
  const ComparisonCounts c = count_index(results, Wording(results));
  if (c.compared == 0) return "No area can be compared";
  const std::string differ = c.differ() == 0
                                 ? fmt::format("No area differs from {} by more than chance", results.target.name)
                                 : fmt::format("{} {} from {}", counted(c.differ(), "area", "areas"),
                                               c.differ() == 1 ? "differs" : "differ", results.target.name);
  if (c.spread_known == 0) return differ;
  if (no_spread(results)) return "No difference between areas can be seen";
  if (c.outside() == 0) return differ + (c.differ() == 0 ? "" : "; none by more than areas usually vary");
  return fmt::format("{}; {} {} so by more than areas usually vary", differ, c.outside(),
                     c.outside() == 1 ? "does" : "do");
}

std::string counts_caption(const RunResults& results) {
  const ComparisonCounts c = count_index(results, Wording(results));
  std::string out = fmt::format("One square is one area. {} of {} would differ by chance alone",
                                capitalised(by_chance(c.compared, results.study.comparison)), c.compared);
  if (const std::string testing = testing_words(results.study.comparison); c.differ() > 0 && !testing.empty())
    out += fmt::format("; {} of the {} {} after allowing for that many comparisons, at {}", c.after_fdr, c.differ(),
                       c.after_fdr == 1 ? "remains" : "remain", testing);
  return out + ".";
}

std::string caterpillar_heading(const RunResults& results) {
  const Wording wording(results);
  const ComparisonCounts c = count_index(results, wording);
  if (c.compared == 0) return "Every area with its interval";
  if (c.compared == 1 && results.areas.size() == 1)
    return c.differ() == 0 ? fmt::format("No clear difference from {} can be seen", results.target.name)
                           : fmt::format("The area is {} than {} by more than sampling chance",
                                         c.higher() > 0 ? wording.up() : wording.down(), results.target.name);
  return fmt::format("For {} of {} no clear difference from {} can be seen", c.same(),
                     counted(c.compared, "area", "areas"), results.target.name);
}

std::string map_heading(const RunResults& results) {
  const Wording wording(results);
  const ComparisonCounts c = count_index(results, wording);
  if (c.differ() == 0 || regions_shown(results) < 2) return "The areas, placed roughly where they lie";
  return fmt::format("{} areas are found in {} of the {} regions, {} areas in {}",
                     capitalised(std::string(wording.up())), regions_with(results, wording, 1), regions_shown(results),
                     wording.down(), regions_with(results, wording, -1));
}

std::string profile_heading(const RunResults& results, const AreaResult& area) {
  const Wording wording(results);
  std::vector<std::string> up, down;
  std::size_t compared = 0;
  for (std::size_t i = 0; i < results.indicators.size(); ++i) {
    const IndicatorInfo& info = results.indicators[i];
    const IndicatorResult* indicator = indicator_at(area, i);
    if (info.domain.empty() || !indicator || indicator->comparison.band_sampling == Band::none) continue;
    ++compared;
    const int level = wording.level(indicator->comparison.band_sampling, info.low_is_good);
    if (level != 0) (level > 0 ? up : down).push_back(info.label);
  }
  if (compared == 0) return "Measures here, none compared";
  if (up.empty() && down.empty())
    return fmt::format("No measure of the index differs clearly from {}", results.target.name);
  std::vector<std::string> parts;
  if (!up.empty()) parts.push_back(fmt::format("{}: {}", wording.up(), measures(up)));
  if (!down.empty()) parts.push_back(fmt::format("{}: {}", wording.down(), measures(down)));
  return fmt::format("Against {}, {}", results.target.name, join(parts, "; "));
}

std::string parts_heading(const RunResults& results, const AreaResult& area) {
  if (!area.index.value || !results.total.index.value) return "What makes the gap";
  const double gap = rounded_gap(*area.index.value, *results.total.index.value, 1);
  const Contribution* largest = largest_part(area, gap);
  if (gap == 0 || !largest) return "The parts cancel out: no gap remains";
  const std::string points = fmt::format("{}-point gap", shown(std::abs(gap), 1));
  if (area.contributions.size() == 1) return fmt::format("One measure makes the whole {}", points);
  return fmt::format("{} is the largest part of the {}", indicator_label(results, largest->indicator), points);
}

} // namespace joinedup
