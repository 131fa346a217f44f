#include "pipeline/assemble_frame.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

void say(RunResults& results, Severity severity, std::string code, std::string text, std::string hint) {
  results.notices.push_back(text);
  results.diagnostics.add({severity, std::move(code), {}, std::move(text), std::move(hint)});
}

/// How an indicator's points are made, with the numbers that were fitted; empty = by goalposts.
std::string normalised(const Indicator& indicator, const PointsScale& points) {
  if (indicator.normalise.method == "goalposts") return {};
  const std::string method = indicator.normalise.text();
  if (!points.none.empty()) return fmt::format("{}: no points, {}", method, points.none);
  if (points.by_rank()) return fmt::format("{}: by place among {} areas", method, points.places.ordered.size());
  const std::string most = std::isfinite(points.most) ? fmt::format(", {} at most", shortest(points.most)) : "";
  return fmt::format("{}: {} {} {} x mean{}, held as fitted", method, shortest(points.line.intercept),
                     points.line.slope < 0 ? "-" : "+", shortest(std::fabs(points.line.slope)), most);
}

void state_weights(const IndexFrame& frame, RunResults& results) {
  for (std::size_t k = 0; k < frame.components.size(); ++k) {
    IndicatorInfo& info = results.indicators[k];
    const double before = info.weight, weight = frame.components[k].weight;
    if (results.index.weighting.method != "given" && before > 0)
      for (auto& [item, share] : info.question_weights)
        share *= weight / before;
    info.weight = weight;
  }
  results.domain_weights.clear();
  for (std::size_t d = 0; d < frame.domains.size(); ++d)
    results.domain_weights.push_back({frame.domains[d], frame.domain_weights[d]});
}

void state_points(const IndexFrame& frame, RunResults& results) {
  std::size_t k = 0;
  for (const Domain& domain : results.index.domains)
    for (const Indicator& indicator : domain.indicators) {
      const PointsScale& points = frame.components[k].points;
      IndicatorInfo& info = results.indicators[k++];
      info.normalised = normalised(indicator, points);
      if (!info.normalised.empty()) results.settings.push_back({"points of " + info.id, info.normalised, "index"});
      if (!points.none.empty())
        say(results, Severity::warning, "J631", fmt::format("{} has no points: {}", info.id, points.none),
            "the index needs another way to a common scale for it: \"normalise\" in the index definition");
    }
}

} // namespace

ShownMeans shown_means(const Estimates& estimates, const PublishedCells& cells, std::uint64_t minimum) {
  ShownMeans out;
  for (std::size_t a = 0; a < estimates.areas.size(); ++a) {
    const DomainEstimate& area = estimates.areas[a];
    if (cells.index.areas[a] != Hiding::shown) continue;
    out.emplace_back();
    for (std::size_t k = 0; k < estimates.index_indicators; ++k) {
      const bool shown = cells.indicators[k].areas[a] == Hiding::shown && area.indicator_n[k] >= minimum;
      out.back().push_back(shown ? area.mean[k] : std::nan(""));
    }
  }
  return out;
}

bool state_frame(const IndexFrame& frame, RunResults& results) {
  if (!frame.refused.empty()) {
    results.diagnostics.error(
        "J630", results.index.weighting.where,
        fmt::format("no weights by {}: {}", results.index.weighting.method, frame.refused),
        "take \"weights\" out of the index definition to weigh as it says, and its measures alike "
        "where it says nothing");
    return false;
  }
  state_weights(frame, results);
  state_points(frame, results);
  if (const std::string why = frame.no_error(); !why.empty())
    say(results, Severity::note, "J632", "the index has no interval, band or rank: " + why,
        "normalise by a line and combine by a mean for an index with sampling error");
  if (const std::string why = frame.no_contributions(); !why.empty())
    say(results, Severity::note, "J633", "gaps are not taken apart: " + why,
        "arithmetic, geometric, harmonic and power means can be");
  return true;
}

} // namespace joinedup
