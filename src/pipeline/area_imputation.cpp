#include "pipeline/area_imputation.hpp"

#include "adjust/regression.hpp"
#include "pipeline/last_wave.hpp"
#include "stats/moments.hpp"
#include "stats/quantile.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

GroupValue value_of_group(const std::vector<double>& means) {
  if (means.size() < 2) return {none, none, none};
  const Moments m = moments(means);
  return {m.mean, quantile(means, 0.5), m.sd};
}

} // namespace

AreaImputation::AreaImputation(const RunResults& results, const Estimates& estimates, const PublishedCells& cells,
                               std::uint64_t minimum)
    : estimates_(estimates), method_(results.index.imputation.method) {
  if (!wanted()) return;
  const std::size_t others = cells.margins.regions.size(); // the group of areas without a region
  for (const std::size_t region : cells.margins.region_of)
    group_of_.push_back(region == Margins::no_region ? others : region);
  for (std::size_t a = 0; a < group_of_.size(); ++a) {
    const DomainEstimate& area = estimates.areas[a];
    shown_.emplace_back();
    for (std::size_t k = 0; k < estimates.index_indicators; ++k) {
      const bool shown = cells.index.areas[a] == Hiding::shown && cells.indicators[k].areas[a] == Hiding::shown &&
                         area.indicator_n[k] >= minimum && std::isfinite(area.mean[k]);
      shown_.back().push_back(shown ? area.mean[k] : none);
    }
  }
  for (std::size_t group = 0; group <= others + 1; ++group) {
    values_.emplace_back();
    for (std::size_t k = 0; k < estimates.index_indicators; ++k) {
      std::vector<double> means;
      for (std::size_t a = 0; a < group_of_.size(); ++a)
        if ((group > others || group_of_[a] == group) && !std::isnan(shown_[a][k])) means.push_back(shown_[a][k]);
      values_.back().push_back(value_of_group(means));
    }
  }
  if (method_ != "last_wave" || !results.study.last_wave) return;
  for (const DomainEstimate& area : estimates.areas) {
    last_wave_.emplace_back();
    for (std::size_t k = 0; k < estimates.index_indicators; ++k)
      last_wave_.back().push_back(mean_of_last_wave(*results.study.last_wave, area.code, results.indicators[k]));
  }
}

std::string AreaImputation::where_from() const {
  if (method_ == "regression") return "its other measures by regression over the areas";
  return method_ == "last_wave" ? "the wave before" : "the areas of its group";
}

double AreaImputation::value_of(std::size_t a, std::size_t k, const Presence& present) const {
  const GroupValue& group = values_[group_of_[a]][k];
  if (method_ == "group_mean") return group.mean;
  if (method_ == "group_median") return group.median;
  if (method_ == "last_wave") return last_wave_.empty() ? none : last_wave_[a][k];
  return predicted(a, k, present);
}

double AreaImputation::predicted(std::size_t a, std::size_t k, const Presence& present) const {
  std::vector<std::size_t> by;
  for (std::size_t j = 0; j < present.size(); ++j)
    if (present[j]) by.push_back(j);
  std::vector<std::size_t> donors;
  for (std::size_t d = 0; d < shown_.size(); ++d) {
    bool all = d != a && !std::isnan(shown_[d][k]);
    for (const std::size_t j : by)
      all = all && !std::isnan(shown_[d][j]);
    if (all) donors.push_back(d);
  }
  if (by.empty() || donors.size() < by.size() + 2) return none;
  Eigen::MatrixXd x(static_cast<Eigen::Index>(donors.size()), static_cast<Eigen::Index>(by.size()));
  std::vector<double> y;
  for (std::size_t row = 0; row < donors.size(); ++row) {
    y.push_back(shown_[donors[row]][k]);
    for (std::size_t j = 0; j < by.size(); ++j)
      x(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(j)) = shown_[donors[row]][by[j]];
  }
  const std::vector<double> ones(donors.size(), 1.0);
  const std::vector<std::uint32_t> together(donors.size(), 0);
  const Regression fit = regress({y, ones, ones, together, 1, x});
  double out = fit.area_y(0);
  for (std::size_t j = 0; j < by.size(); ++j) {
    const auto column = static_cast<Eigen::Index>(j);
    out += fit.slope(column) * (estimates_.areas[a].mean[by[j]] - fit.area_x(0, column));
  }
  return out;
}

DomainEstimate AreaImputation::filled(std::size_t a, Presence& present, std::size_t& imputed) const {
  DomainEstimate out = estimates_.areas[a];
  const std::size_t size = out.mean.size();
  const Presence measured = present;
  for (std::size_t k = 0; k < present.size(); ++k) {
    if (measured[k]) continue;
    const double value = value_of(a, k, measured);
    if (!std::isfinite(value)) continue;
    const double near = values_[group_of_[a]][k].sd, sd = std::isfinite(near) ? near : values_.back()[k].sd;
    present[k] = true;
    ++imputed;
    out.mean[k] = value;
    for (std::size_t j = 0; j < size; ++j)
      out.covariance[k * size + j] = out.covariance[j * size + k] = out.covariance_with_total[k * size + j] =
          out.covariance_with_total[j * size + k] = 0;
    out.covariance[k * size + k] = sd * sd;
  }
  return out;
}

} // namespace joinedup
