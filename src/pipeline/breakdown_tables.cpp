#include "pipeline/breakdown_tables.hpp"

#include "base/text.hpp"
#include "definitions/study_who_answered.hpp"
#include "pipeline/area_imputation.hpp"
#include "pipeline/area_rows.hpp"
#include "publish/bands.hpp"
#include "stats/inequality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

struct Group {
  AreaResult shown;
  double population = 0; ///< sum of weights, averaged over the measures by their share of the index
  std::size_t place = 0; ///< in the order; its size = not named there
};

double population_of(const DomainEstimate& estimate, const IndexFrame& frame) {
  double out = 0;
  for (std::size_t k = 0; k < frame.components.size(); ++k)
    out += frame.components[k].weight * estimate.weight[k];
  return out;
}

std::vector<Group> groups_of(const Breakdown& by, const DraftTable& drafts, const IndexFrame& frame,
                             const Estimates& estimates, const RunResults& results) {
  std::vector<Group> out;
  const IntervalBasis intervals = interval_basis(estimates, results.study.estimation);
  for (const DraftRow& row : drafts.areas) {
    Group one;
    one.shown = publish_row(row, drafts, frame, results.indicators, results.study.disclosure, intervals);
    one.population = population_of(*row.estimate, frame);
    one.place =
        static_cast<std::size_t>(std::find(by.order.begin(), by.order.end(), row.estimate->code) - by.order.begin());
    out.push_back(std::move(one));
  }
  std::stable_sort(out.begin(), out.end(), [](const Group& a, const Group& b) { return a.place < b.place; });
  return out;
}

ResultTable table_of(const Breakdown& by, const std::vector<Group>& groups) {
  ResultTable out;
  out.id = breakdown_table_id(by.column);
  out.title = fmt::format("The index by {}", by.column);
  out.method = "breakdown";
  out.section = TableSection::answered;
  out.columns = {{"group", by.column, 0}, {"n", "Respondents", 0}, {"value", "Index", 1},  {"se", "SE", 2},
                 {"lowercl", "From", 1},  {"uppercl", "To", 1},    {"status", "Status", 0}};
  std::size_t unnamed = 0;
  const Group *lowest = nullptr, *highest = nullptr;
  for (const Group& one : groups) {
    const AreaResult& g = one.shown;
    if (g.status.suppressed && one.place == by.order.size()) {
      ++unnamed;
      continue;
    }
    const auto number = [](const Number& n) { return n ? TableCell{*n} : TableCell{}; };
    out.rows.push_back({g.code, g.n ? TableCell{*g.n} : TableCell{}, number(g.index.value), number(g.index.se),
                        number(g.index.lower), number(g.index.upper), g.status.text()});
    if (!g.index.value) continue;
    if (lowest == nullptr || *g.index.value < *lowest->shown.index.value) lowest = &one;
    if (highest == nullptr || *g.index.value > *highest->shown.index.value) highest = &one;
  }
  out.finding = lowest == nullptr || lowest == highest
                    ? "Fewer than two groups can be shown."
                    : fmt::format("By {} the index runs from {} ({}) to {} ({}).", by.column,
                                  fixed(*lowest->shown.index.value, 1), lowest->shown.code,
                                  fixed(*highest->shown.index.value, 1), highest->shown.code);
  if (unnamed > 0) out.notes.push_back(fmt::format("Groups of few people that are not named: {}", unnamed));
  out.notes.emplace_back("Groups differ in where they live and in what else decides the answers: a difference between "
                         "groups says nothing of its cause");
  return out;
}

std::vector<OrderedGroup> ordered(const Breakdown& by, const std::vector<Group>& groups, bool& all_shown) {
  std::vector<OrderedGroup> out;
  for (const Group& one : groups) {
    if (one.place == by.order.size()) continue;
    all_shown = all_shown && one.shown.index.value.has_value();
    out.push_back({one.population, one.shown.index.value.value_or(0)});
  }
  return out;
}

/// Of a sum of independent groups: the slope is linear in their values.
double slope_error(const Breakdown& by, const std::vector<Group>& groups, std::vector<OrderedGroup> points) {
  double variance = 0;
  std::size_t i = 0;
  for (const Group& one : groups) {
    if (one.place == by.order.size()) continue;
    for (std::size_t j = 0; j < points.size(); ++j)
      points[j].value = i == j ? 1 : 0;
    const double part = slope_of_inequality(points).slope * one.shown.index.se.value_or(std::nan(""));
    variance += part * part;
    ++i;
  }
  return std::sqrt(variance);
}

ResultTable slope_table(const Breakdown& by, const std::vector<Group>& groups, bool clustered) {
  ResultTable out;
  out.id = breakdown_slope_id(by.column);
  out.title = fmt::format("Slope of the index over {}", by.column);
  out.method = "breakdown";
  out.section = TableSection::answered;
  out.columns = {{"column", "Column", 0},
                 {"groups", "Groups", 0},
                 {"slope", "Slope index of inequality", 2},
                 {"lowercl", "From", 2},
                 {"uppercl", "To", 2},
                 {"ratio", "Relative index", 3},
                 {"intercept", "Line at the low end", 2}};
  bool all_shown = true;
  const std::vector<OrderedGroup> points = ordered(by, groups, all_shown);
  if (!all_shown || points.size() < 2) {
    out.finding = "The slope is not given, since a group in the order is hidden or absent.";
    out.rows = {{by.column, std::uint64_t{points.size()}, {}, {}, {}, {}, {}}};
    return out;
  }
  const InequalitySlope line = slope_of_inequality(points);
  const Estimated limits = with_limits(line.slope, clustered ? std::nan("") : slope_error(by, groups, points));
  const auto cell = [](const Number& number) { return number ? TableCell{*number} : TableCell{}; };
  out.rows = {{by.column, std::uint64_t{points.size()}, number_cell(line.slope), cell(limits.lower), cell(limits.upper),
               number_cell(line.ratio), number_cell(line.intercept)}};
  out.finding = fmt::format("From the low end of {} to the high end the index changes by {} points.", by.column,
                            fmt::format("{:+.1f}", line.slope));
  out.notes.emplace_back("Least squares over the groups' places in the population, each by its weight; groups that the "
                         "order does not name take no part");
  if (clustered) out.notes.emplace_back("No interval: clusters lie across groups, which are not independent then");
  return out;
}

} // namespace

void add_breakdown(const Breakdown& by, const Estimates& estimates, const IndexFrame& frame, RunResults& results) {
  const DisclosureSpec& disclosure = results.study.disclosure;
  const PublishedCells cells = published_cells(estimates, nullptr, disclosure, {nullptr, nullptr, results});
  if (cells.index.total != Hiding::shown && !results.total.status.hidden()) {
    results.diagnostics.warning("J629", by.where,
                                fmt::format("no figures by {}: the whole would give its small groups away", by.column),
                                "join groups that few people are in");
    return;
  }
  const AreaImputation no_imputation(estimates);
  const DraftTable drafts = draft_rows(estimates, cells, frame, no_imputation, disclosure.minimum);
  const std::vector<Group> groups = groups_of(by, drafts, frame, estimates, results);
  results.tables.push_back(table_of(by, groups));
  if (!by.order.empty()) results.tables.push_back(slope_table(by, groups, estimates.clusters > 0));
  results.settings.push_back(
      {"by",
       by.order.empty() ? by.column : fmt::format("{}, in the order {}", by.column, joinedup::join(by.order, ", ")),
       "study"});
}

} // namespace joinedup
