#include "report/hide.hpp"
#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"
#include "report/html/text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {
namespace {

std::string interval_words(const Estimated& e) {
  const std::string interval = shown_interval(e.lower, e.upper, 1);
  return interval.empty() ? "" : fmt::format(" (95 % interval {})", interval);
}

std::string value_sentence(const RunResults& results) {
  const AreaResult& total = results.total;
  const std::string whole = results.total_name.empty() ? "all areas together" : results.total_name;
  if (!total.index.value)
    return fmt::format("The index for {} is not shown{}.", whole, total.reason.empty() ? "" : ": " + total.reason);
  return fmt::format("The index for {} is {}{}{}.", whole, shown(*total.index.value, 1),
                     out_of_hundred(results) ? " out of 100" : "", interval_words(total.index));
}

/// "it" where the whole is the target, else the target by name and value.
std::string target_words(const RunResults& results) {
  if (results.target.kind == "england" || !results.target.value) return "it";
  return fmt::format("{} ({})", results.target.name, shown(*results.target.value, 1));
}

std::string differ_sentence(const RunResults& results, const ComparisonCounts& c, const Wording& wording) {
  const std::string start =
      c.compared == 1 ? "The 1 area that can be compared" : fmt::format("Of {} areas that can be compared", c.compared);
  const std::string target = target_words(results);
  if (c.compared == 1)
    return fmt::format("{} {} {} by more than sampling chance.", start,
                       c.differ() == 1 ? "differs from" : "does not differ from", target);
  if (c.differ() == 0) return fmt::format("{}, none differs from {} by more than sampling chance.", start, target);
  return fmt::format("{}, {} {} from {} by more than sampling chance, {} {} and {} {}.", start, c.differ(),
                     c.differ() == 1 ? "differs" : "differ", target, c.higher(), wording.up(), c.lower(),
                     wording.down());
}

std::string spread_sentence(const ComparisonCounts& c) {
  if (c.spread_known == 0) return {};
  if (c.outside() == 0) return "None stands outside the usual spread of areas.";
  const bool fewer = c.outside() < c.differ();
  return fmt::format("{}{} {} outside the usual spread of areas.", fewer ? "Only " : "", c.outside(),
                     c.outside() == 1 ? "stands" : "stand");
}

std::string no_spread_sentence(const ComparisonCounts& c, const ComparisonOptions& options) {
  std::string out = "No difference between areas can be seen: they vary no more than sampling chance makes them vary.";
  if (c.differ() > 0)
    out += fmt::format(" Of {} areas, {} {} beyond the {} % limits, where {} would by chance alone.", c.compared,
                       c.differ(), c.differ() == 1 ? "lies" : "lie", options.first_limit(),
                       by_chance(c.compared, options));
  return out;
}

std::string gap_words(const RunResults& results, const AreaResult& area) {
  const double gap = rounded_gap(*area.index.value, *reference_of(results, area), 1);
  if (gap == 0) return fmt::format("the same as {} to one decimal", results.target.name);
  return fmt::format("about {} {} {} {}", shown(std::abs(gap), 1), std::abs(gap) == 1 ? "point" : "points",
                     gap < 0 ? "below" : "above", results.target.name);
}

std::string one_area_sentence(const RunResults& results, const Wording& wording) {
  const AreaResult& area = results.areas.front();
  if (!area.index.value) return value_sentence(results);
  const std::string value = fmt::format("The index here is {}{}{}", shown(*area.index.value, 1),
                                        out_of_hundred(results) ? " out of 100" : "", interval_words(area.index));
  if (!area.comparison.difference) return value + ". This is the only area, so there is nothing to compare it with.";
  const bool clear = wording.level(area.comparison.band_sampling) != 0;
  const std::string chance = area.comparison.band_sampling == Band::none ? ""
                             : clear ? " Sampling chance alone is unlikely to make a gap this large."
                                     : " A gap of this size could be sampling chance.";
  return value + ", " + gap_words(results, area) + "." + chance;
}

} // namespace

std::string headline_sentence(const RunResults& results) {
  const Wording wording(results);
  const ComparisonCounts c = count_index(results, wording);
  if (results.areas.size() == 1) return one_area_sentence(results, wording);
  const std::string value = value_sentence(results) + " ";
  if (!results.index.ranked) return value + "Areas are shown beside each other without comparison: see the notices.";
  if (c.compared == 0) return value + "No area can be compared.";
  if (results.small)
    return value + differ_sentence(results, c, wording) +
           " With fewer than five areas there are no ranks and no usual spread.";
  if (no_spread(results)) return value + no_spread_sentence(c, results.study.comparison);
  const std::string spread = spread_sentence(c);
  return value + differ_sentence(results, c, wording) + (spread.empty() ? "" : " " + spread);
}

std::string area_sentence(const RunResults& results, const AreaResult& area) {
  if (area.status.hidden()) return sentence("The figures for this area are " + hidden_words(area.reason));
  if (!area.index.value)
    return sentence("No index is shown for this area: " +
                    (area.reason.empty() ? std::string("too few of its measures remain") : area.reason));
  const std::string value =
      fmt::format("The index here is {}{}", shown(*area.index.value, 1), interval_words(area.index));
  const Comparison& c = area.comparison;
  if (area.status.partial && !c.z)
    return value + ", from the measures that remain. A measure is missing here, so the area is not compared.";
  if (!c.z || !c.difference) return value + ".";
  std::string out = value + ", " + gap_words(results, area) + ". A gap ";
  if (c.band_sampling == Band::as_expected)
    out += "of this size could be sampling chance";
  else
    out +=
        fmt::format("this large is {}unlikely to be sampling chance alone",
                    c.band_sampling == Band::much_better || c.band_sampling == Band::much_worse           ? "very "
                    : c.band_sampling == Band::somewhat_better || c.band_sampling == Band::somewhat_worse ? "somewhat "
                                                                                                          : "");
  if (c.band == Band::none) return out + ".";
  const bool within = c.band == Band::as_expected;
  const bool clear = c.band_sampling != Band::as_expected;
  if (within) return out + (clear ? ", yet it is within" : ", and it is within") + " the usual spread of areas.";
  return out + (clear ? ", and it is outside" : ", yet it is outside") + " the usual spread of areas.";
}

} // namespace joinedup
