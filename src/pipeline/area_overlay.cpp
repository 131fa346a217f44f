#include "pipeline/area_tables.hpp"
#include "stats/normal.hpp"
#include "stats/rate.hpp"

#include <joinedup/base_size.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A figure as the index takes it. `weight`: its part in a mean over areas, 0 where not known.
struct Taken {
  double value = none, se = none, weight = 0;
  std::uint64_t n = uncounted;
};

/// Half the width of a 95 % interval, as a standard error: what Wilson's and Byar's limits say of the sampling error.
double se_of(const ConfidenceLimits& limits) { return (limits.high - limits.low) / (2 * normal_quantile(0.975)); }

Taken of_counts(const AreaTable& spec, double numerator, double denominator) {
  if (!(denominator > 0)) return {};
  if (spec.kind == TableKind::proportion)
    return {numerator / denominator, se_of(wilson_limits(numerator, denominator)), denominator,
            static_cast<std::uint64_t>(denominator)};
  const WithLimits found = rate(numerator, denominator, spec.per);
  return {found.value, se_of(found.limits), denominator, uncounted};
}

std::vector<Stratum> in_order(const std::map<std::string, Stratum>& strata) {
  std::vector<Stratum> out;
  for (const auto& [group, stratum] : strata)
    out.push_back(stratum);
  return out;
}

Taken of_strata(const LoadedTable& table, const std::map<std::string, Stratum>& by_group, double events,
                double population) {
  const std::vector<Stratum> strata = in_order(by_group);
  if (table.spec.kind == TableKind::standardised_rate) {
    const WithLimits found = directly_standardised_rate(strata, table.spec.per);
    if (!std::isfinite(found.value)) return {};
    return {found.value, se_of(found.limits), population, uncounted};
  }
  const double expected = expected_events(strata, in_order(table.reference));
  if (!(expected > 0)) return {};
  const WithLimits found = rate(events, expected, table.spec.per);
  return {found.value, se_of(found.limits), expected, uncounted};
}

/// Where bases are counted, an area without a figure has nobody: it must not stand in for people when cells are hidden.
Taken not_given(const AreaTable& spec) {
  Taken out;
  if (spec.kind == TableKind::proportion || !spec.n.empty()) out.n = 0;
  return out;
}

Taken taken(const LoadedTable& table, const AreaFigure& figure) {
  const AreaTable& spec = table.spec;
  if (!figure.given()) return not_given(spec);
  if (spec.standardised()) return of_strata(table, figure.strata, figure.row.numerator, figure.row.denominator);
  if (spec.counts()) return of_counts(spec, figure.row.numerator, figure.row.denominator);
  const double weight = figure.row.n ? static_cast<double>(*figure.row.n) : spec.whole == "areas" ? 1 : 0;
  return {figure.row.value, figure.row.se, weight, figure.row.n.value_or(uncounted)};
}

/// Areas together, where the table has no row for them: counts added up, else their mean by weight. Independent errors.
Taken together(const LoadedTable& table, const std::vector<std::string>& areas) {
  double numerator = 0, denominator = 0, weight = 0, sum = 0, variance = 0;
  std::uint64_t n = 0;
  std::map<std::string, Stratum> strata;
  bool any = false;
  for (const std::string& code : areas) {
    const auto found = table.figures.find(code);
    if (found == table.figures.end() || !found->second.given()) continue;
    any = true;
    const Taken one = taken(table, found->second);
    add_strata(found->second.strata, strata);
    if (table.spec.counts()) {
      numerator += found->second.row.numerator;
      denominator += found->second.row.denominator;
    }
    weight += one.weight;
    sum += one.weight * one.value;
    variance += one.weight * one.weight * one.se * one.se;
    n += one.n;
  }
  if (!any) return {none, none, 0, uncounted_whole};
  if (table.spec.counts()) {
    Taken out = table.spec.standardised() ? of_strata(table, strata, numerator, denominator)
                                          : of_counts(table.spec, numerator, denominator);
    if (!counted(out.n)) out.n = uncounted_whole;
    return out;
  }
  if (!(weight > 0)) return {none, none, 0, uncounted_whole};
  return {sum / weight, std::sqrt(variance) / weight, weight, counted(n) ? n : uncounted_whole};
}

void give_size(DomainEstimate& estimate, std::size_t size) {
  if (estimate.mean.size() == size) return;
  estimate.indicator_n.assign(size, 0);
  estimate.weight.assign(size, 0);
  estimate.mean.assign(size, none);
  estimate.sd.assign(size, none);
  estimate.kish_n.assign(size, none);
  estimate.covariance.assign(size * size, none);
  estimate.covariance_with_total.assign(size * size, none);
}

class Overlay {
public:
  Overlay(const AreaTables& tables, const Geography* geography, bool covers_whole, Estimates& estimates,
          Diagnostics& diagnostics)
      : tables_(tables), geography_(geography), covers_whole_(covers_whole), estimates_(estimates),
        diagnostics_(diagnostics) {}

  void run() {
    give_size(estimates_.total, estimates_.indicators.size());
    if (tables_.whole_index) take_areas();
    for (const LoadedTable& table : tables_.tables)
      lay(table);
  }

private:
  std::string region_of(const std::string& area) const {
    if (geography_ == nullptr) return {};
    const auto found = std::find_if(geography_->areas.begin(), geography_->areas.end(),
                                    [&](const Area& known) { return known.code == area; });
    return found == geography_->areas.end() ? std::string() : found->region;
  }

  void add(std::vector<DomainEstimate>& list, const std::string& code) const {
    const auto same = std::find_if(list.begin(), list.end(), [&](const DomainEstimate& e) { return e.code == code; });
    if (same != list.end() || code.empty()) return;
    DomainEstimate estimate;
    estimate.code = code;
    give_size(estimate, estimates_.indicators.size());
    list.push_back(std::move(estimate));
  }

  /// The tables' areas are those of the run, and nobody is counted in the index.
  void take_areas() {
    for (const std::string& code : tables_.areas) {
      add(estimates_.areas, code);
      add(estimates_.regions, region_of(code));
    }
    const auto by_code = [](const DomainEstimate& a, const DomainEstimate& b) { return a.code < b.code; };
    std::sort(estimates_.areas.begin(), estimates_.areas.end(), by_code);
    std::sort(estimates_.regions.begin(), estimates_.regions.end(), by_code);
    for (DomainEstimate& area : estimates_.areas)
      area.n = uncounted;
    for (DomainEstimate& region : estimates_.regions)
      region.n = uncounted_whole;
    estimates_.total.n = uncounted_whole;
  }

  std::vector<std::string> areas_of(const std::string& region) const {
    std::vector<std::string> out;
    for (const DomainEstimate& area : estimates_.areas) {
      if (region.empty() || region_of(area.code) == region) out.push_back(area.code);
    }
    return out;
  }

  Taken whole_of(const LoadedTable& table) {
    const bool row_is_asked = !table.spec.whole.empty();
    const bool can_add_up = table.spec.counts() || !table.spec.n.empty();
    if (table.whole.empty() || (!covers_whole_ && !row_is_asked && can_add_up)) return together(table, areas_of(""));
    if (!covers_whole_ && !row_is_asked)
      diagnostics_.warning(
          "J653", table.spec.where,
          fmt::format("the whole of {} is {}, and the areas here are not all of it", table.id, table.whole),
          "give counts or \"n\" in the table, so that the areas here can be added up");
    Taken out = taken(table, table.figures.at(table.whole));
    if (!counted(out.n)) out.n = uncounted_whole;
    if (!(out.weight > 0)) out.weight = 1; // whose parts are not known: no area counts as a large share of it
    return out;
  }

  void lay(const LoadedTable& table) {
    const Taken whole = whole_of(table);
    put(estimates_.total, table, whole, whole);
    for (DomainEstimate& area : estimates_.areas) {
      const auto found = table.figures.find(area.code);
      put(area, table, found == table.figures.end() ? not_given(table.spec) : taken(table, found->second), whole);
    }
    for (DomainEstimate& region : estimates_.regions) {
      const auto found = table.figures.find(region.code);
      Taken figure =
          found == table.figures.end() ? together(table, areas_of(region.code)) : taken(table, found->second);
      if (!counted(figure.n)) figure.n = uncounted_whole;
      put(region, table, figure, whole);
    }
  }

  /// With the whole, an area shares its own part of it.
  void put(DomainEstimate& to, const LoadedTable& table, const Taken& figure, const Taken& whole) const {
    const std::size_t k = table.indicator, size = estimates_.indicators.size();
    to.mean[k] = figure.value;
    to.indicator_n[k] = figure.n;
    to.weight[k] = figure.weight;
    to.sd[k] = none;
    if (k < to.kish_n.size()) to.kish_n[k] = none; // no survey's
    for (std::size_t j = 0; j < size; ++j) {
      for (const std::size_t at : {k * size + j, j * size + k})
        to.covariance[at] = to.covariance_with_total[at] = 0;
    }
    const double variance = figure.se * figure.se;
    to.covariance[k * size + k] = variance;
    const double share = &figure == &whole ? 1 : whole.weight > 0 ? figure.weight / whole.weight : 0;
    to.covariance_with_total[k * size + k] = share * variance;
  }

  const AreaTables& tables_;
  const Geography* geography_;
  bool covers_whole_;
  Estimates& estimates_;
  Diagnostics& diagnostics_;
};

} // namespace

void lay_over(const AreaTables& tables, const Geography* geography, bool covers_whole, Estimates& estimates,
              Diagnostics& diagnostics) {
  if (!tables.tables.empty()) Overlay(tables, geography, covers_whole, estimates, diagnostics).run();
}

} // namespace joinedup
