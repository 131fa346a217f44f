#include "pipeline/assemble_checks.hpp"

#include "index/weight.hpp"

#include <joinedup/base_size.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

void say(RunResults& results, Severity severity, std::string code, std::string text, std::string hint = {}) {
  results.notices.push_back(text);
  results.diagnostics.add({severity, std::move(code), {}, std::move(text), std::move(hint)});
}

std::string areas(std::size_t count) { return count == 1 ? "1 area" : fmt::format("{} areas", count); }

void note_few(const IndexComparison& comparison, RunResults& results) {
  const std::size_t count = comparison.areas.members.size();
  if (count == 0) {
    const bool table = results.study.target.kind == TargetKind::table && std::isnan(comparison.areas.target.value);
    say(results, Severity::warning, "J622",
        table ? "the index is not compared: the table of published values has no row for it"
              : "no area is compared: there is nothing to compare an index with",
        table ? "add a row with the indicator \"index\" to the table of the target"
              : "give a published value as target, or data of more areas");
    return;
  }
  say(results, Severity::note, "J623",
      fmt::format("{} compared: with fewer than five there is no usual spread of areas to judge by, and no ranks",
                  count == 1 ? "only 1 area is" : fmt::format("only {} areas are", count)));
}

} // namespace

void note_comparison(const IndexComparison& comparison, const IndexFrame& frame, RunResults& results) {
  const ComparedAreas& compared = comparison.areas;
  results.small = compared.few() && frame.no_error().empty();
  if (results.total.status.coverage)
    say(results, Severity::warning, "J621", fmt::format("the index cannot be given: {}", results.total.reason));
  if (const std::string why = frame.no_error(); !why.empty())
    results.target.tau2_reason = why; // said in J632
  else if (compared.few())
    note_few(comparison, results);
  else if (!(compared.between > 0))
    say(results, Severity::note, "J624",
        "no difference between areas can be seen: they differ no more than sampling error explains, so nobody is "
        "ranked");
  if (comparison.large > 0)
    say(results, Severity::note, "J625",
        fmt::format("{} of more than 10 % of the weight: compared with everyone else, not with the whole",
                    areas(comparison.large)));
  if (comparison.hidden_members > 0)
    say(results, Severity::note, "J625",
        fmt::format(
            "the mean and spread of the areas include {} with a hidden index, which exact differences from them "
            "would give away: bands are shown, and the mean to one decimal",
            areas(comparison.hidden_members)));
}

void note_absent_areas(const Estimates& estimates, const Geography& geography, RunResults& results) {
  const auto absent = std::count_if(geography.areas.begin(), geography.areas.end(), [&estimates](const Area& area) {
    return std::none_of(estimates.areas.begin(), estimates.areas.end(),
                        [&area](const DomainEstimate& e) { return e.code == area.code; });
  });
  if (absent > 0)
    say(results, Severity::note, "J626",
        fmt::format("{} of {} areas of {} have no {}", absent, geography.areas.size(), geography.title,
                    counted(estimates.total.n) ? "respondents" : "figures"));
}

void weigh_parts(const DraftTable& table, const IndexComparison& comparison, const IndexFrame& frame,
                 RunResults& results) {
  if (!frame.linear) {
    results.settings.push_back({"shares of variance", "none: the index is no weighted sum of points", "index"});
    return;
  }
  std::vector<const Composite*> members;
  for (const std::size_t a : comparison.areas.members)
    if (table.areas[a].index == Hiding::shown && table.areas[a].composite.coverage.complete)
      members.push_back(&table.areas[a].composite);
  if (members.size() < ComparedAreas::fewest) return;
  std::vector<std::vector<double>> points;
  std::vector<double> weights;
  for (const Composite* area : members)
    points.push_back(area->points);
  for (const Component& component : frame.components)
    weights.push_back(component.weight);
  const std::vector<double> shares = variance_shares(points, weights);
  for (std::size_t k = 0; k < shares.size(); ++k)
    if (std::isfinite(shares[k])) results.indicators[k].variance_share = shares[k];
}

} // namespace joinedup
