#include "pipeline/analyses/coherence.hpp"

#include "base/text.hpp"
#include "pipeline/analyses/coherence_data.hpp"
#include "stats/consistency.hpp"
#include "stats/principal_components.hpp"
#include "stats/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr double loose = 0.3, redundant = 0.92;
constexpr double rounding = 1e-9; // two correlations of 1 are the same

TableCell count_cell(std::size_t count) { return std::uint64_t{count}; }

Consistency consistency_of(const std::vector<std::vector<double>>& rows, std::size_t measures) {
  return consistency(covariance_matrix(rows), measures, rows.size());
}

/// The strongest of several correlations and what it is with.
struct Strongest {
  double r = std::nan("");
  std::size_t with = 0;
};

template <typename Keep>
Strongest strongest(const std::vector<double>& measure, const std::vector<std::vector<double>>& others, Keep keep) {
  Strongest out;
  for (std::size_t j = 0; j < others.size(); ++j) {
    if (!keep(j)) continue;
    const double r = correlation_between(measure, others[j]);
    if (std::isfinite(r) && !(r <= out.r)) out = {r, j};
  }
  return out;
}

/// One measure among the others.
struct Place {
  double own = std::nan(""), item_rest = std::nan(""), alpha_without = std::nan("");
  Strongest other_domain, sibling;
  Shape shape;
};

Place place_of(const CoherenceData& data, std::size_t k) {
  Place out;
  const std::size_t own = data.domain_of[k];
  const std::vector<std::size_t> members = data.members(own);
  out.shape = shape_of(data.measures[k]);
  out.other_domain = strongest(data.measures[k], data.domains, [own](std::size_t d) { return d != own; });
  if (members.size() < 2) return out;
  out.own = correlation_between(data.measures[k], data.domains[own]);
  out.sibling =
      strongest(data.measures[k], data.measures, [&](std::size_t j) { return j != k && data.domain_of[j] == own; });
  const auto rows = data.complete(members);
  const Consistency found = consistency_of(rows, members.size());
  const auto at = static_cast<std::size_t>(std::find(members.begin(), members.end(), k) - members.begin());
  out.item_rest = found.item_rest[at];
  out.alpha_without = found.alpha_without[at];
  return out;
}

std::string flags_of(const Place& place, const AnalysisInput& input) {
  std::vector<std::string> out;
  if (place.own < 0) out.emplace_back("runs against its domain");
  if (place.own >= 0 && place.own < loose) out.emplace_back("loose in its domain");
  if (place.other_domain.r > place.own + rounding)
    out.push_back("closer to " + input.frame.domains[place.other_domain.with]);
  if (place.sibling.r > redundant) out.push_back("nearly the same as " + input.frame.components[place.sibling.with].id);
  if (place.shape.outlying()) out.emplace_back("outlying areas");
  return join(out, "; ");
}

ResultTable measures_table(const AnalysisInput& input, const CoherenceData& data) {
  ResultTable out;
  out.id = "coherence";
  out.title = "How each measure fits";
  out.method = "coherence";
  out.columns = {{"indicator", "Measure", 0},
                 {"domain", "Domain", 0},
                 {"weight", "Weight", 1, true},
                 {"r_index", "Correlation with the index", 2},
                 {"r2_index", "Its square", 2},
                 {"variance_share", "Share of the variance of the index", 1, true},
                 {"r_domain", "Correlation with its domain", 2},
                 {"item_rest", "With the rest of its domain", 2},
                 {"alpha_without", "Alpha of the domain without it", 2},
                 {"nearest_other_domain", "Nearest other domain", 0},
                 {"r_other_domain", "Correlation with that", 2},
                 {"skewness", "Skewness", 2},
                 {"kurtosis", "Excess kurtosis", 2},
                 {"flags", "What stands out", 0}};
  std::size_t flagged = 0;
  for (std::size_t k = 0; k < data.measures.size(); ++k) {
    const Place place = place_of(data, k);
    const Component& component = input.frame.components[k];
    const double r = correlation_between(data.measures[k], data.index);
    const std::string flags = flags_of(place, input);
    if (!flags.empty()) ++flagged;
    const bool other = std::isfinite(place.other_domain.r);
    out.rows.push_back({component.id, input.frame.domains[component.domain], number_cell(component.weight),
                        number_cell(r), number_cell(r * r),
                        number_cell(input.results.indicators[k].variance_share.value_or(std::nan(""))),
                        number_cell(place.own), number_cell(place.item_rest), number_cell(place.alpha_without),
                        other ? TableCell{input.frame.domains[place.other_domain.with]} : TableCell{},
                        number_cell(place.other_domain.r), number_cell(place.shape.skewness),
                        number_cell(place.shape.kurtosis), flags.empty() ? TableCell{} : TableCell{flags}});
  }
  out.finding = fmt::format("{} of {} measures stand out, over {} areas.", flagged, out.rows.size(), data.index.size());
  out.notes = {
      "A domain of one measure has no inner correlations; those that need more areas, or areas that differ, are "
      "empty.",
      "Correlations are between areas and hold sampling error: with few areas or answers they are loose.",
      "Outlying areas are told and never altered."};
  return out;
}

std::vector<TableCell> alpha_row(const std::string& name, const CoherenceData& data,
                                 const std::vector<std::size_t>& members) {
  const auto rows = data.complete(members);
  const Consistency found = consistency_of(rows, members.size());
  const std::string reason = std::isfinite(found.alpha) ? ""
                             : members.size() < 2       ? "fewer than two measures"
                             : rows.size() < 3          ? "fewer than three areas have all of them"
                                                        : "areas do not differ";
  return {name,
          count_cell(members.size()),
          count_cell(rows.size()),
          number_cell(found.alpha),
          number_cell(found.alpha_low),
          number_cell(found.alpha_high),
          number_cell(found.mean_correlation),
          reason.empty() ? TableCell{} : TableCell{reason}};
}

ResultTable domains_table(const AnalysisInput& input, const CoherenceData& data) {
  ResultTable out;
  out.id = "coherence_domains";
  out.title = "How measures hang together";
  out.method = "coherence";
  out.columns = {{"domain", "Domain", 0},
                 {"measures", "Measures", 0},
                 {"areas", "Areas", 0},
                 {"alpha", "Cronbach\xE2\x80\x99s alpha", 2},
                 {"alpha_lowercl", "From", 2},
                 {"alpha_uppercl", "To", 2},
                 {"mean_r", "Mean correlation", 2},
                 {"reason", "Why empty", 0}};
  std::size_t low = 0;
  for (std::size_t d = 0; d < data.domains.size(); ++d) {
    out.rows.push_back(alpha_row(input.frame.domains[d], data, data.members(d)));
    if (const double* alpha = std::get_if<double>(&out.rows.back()[3]); alpha != nullptr && *alpha < 0.7) ++low;
  }
  std::vector<std::size_t> all(data.measures.size());
  for (std::size_t k = 0; k < all.size(); ++k)
    all[k] = k;
  if (data.domains.size() > 1) out.rows.push_back(alpha_row("all measures", data, all));
  out.finding = low == 0 ? "No domain has an alpha below 0.7."
                         : fmt::format("{} of {} domains have an alpha below 0.7.", low, data.domains.size());
  out.notes = {
      "Of points, over areas that have all of the measures; 95 % limits by Feldt. A domain may be meant to hold "
      "measures that do not go together: alpha is told, and nothing follows from it."};
  return out;
}

ResultTable components_table(const AnalysisInput& input, const CoherenceData& data) {
  ResultTable out;
  out.id = "coherence_components";
  out.title = "Principal components of the measures";
  out.method = "coherence";
  out.columns = {{"component", "Component", 0}, {"eigenvalue", "Eigenvalue", 2}, {"explained", "Explains", 1, true}};
  std::vector<std::size_t> all;
  for (const Component& component : input.frame.components) {
    all.push_back(all.size());
    out.columns.push_back({"loading." + component.id, "Loading of " + component.id, 2});
  }
  const auto rows = data.complete(all);
  const std::vector<double> correlation = correlation_of(covariance_matrix(rows), all.size());
  const bool varies = std::all_of(correlation.begin(), correlation.end(), [](double r) { return std::isfinite(r); });
  if (rows.size() <= all.size() || !varies) {
    out.finding = rows.size() <= all.size()
                      ? fmt::format("Not given: {} areas have all {} measures, and more than that many are needed.",
                                    rows.size(), all.size())
                      : "Not given: a measure has the same value in all areas.";
    return out;
  }
  const PrincipalComponents found = principal_components(correlation, all.size());
  for (std::size_t c = 0; c < all.size(); ++c) {
    std::vector<TableCell> row{count_cell(c + 1), found.eigenvalues[c],
                               found.eigenvalues[c] / static_cast<double>(all.size())};
    for (const double loading : found.loadings[c])
      row.emplace_back(loading);
    out.rows.push_back(std::move(row));
  }
  out.finding = fmt::format("The first component explains {:.0f} % of the variance of {} measures over {} areas.",
                            100 * found.eigenvalues[0] / static_cast<double>(all.size()), all.size(), rows.size());
  return out;
}

AnalysisOutput run_coherence(const AnalysisInput& input) {
  const CoherenceData data = coherence_data(input);
  AnalysisOutput out;
  out.settings.push_back({"coherence", fmt::format("over {} areas whose index is shown", data.index.size()), "study"});
  out.tables = {measures_table(input, data), domains_table(input, data), components_table(input, data)};
  return out;
}

} // namespace

const Analysis coherence_analysis{"coherence", [](const RunResults& r) { return r.study.coherence; }, run_coherence};

} // namespace joinedup
