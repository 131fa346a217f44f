#include "pipeline/area_imputation.hpp"

#include "stats/moments.hpp"
#include "stats/quantile.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

GroupValue value_of(const std::vector<double>& means, bool median) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (means.size() < 2) return {none, none};
  const Moments m = moments(means);
  return {median ? quantile(means, 0.5) : m.mean, m.sd};
}

} // namespace

AreaImputation::AreaImputation(const MethodChoice& method, const Estimates& estimates, const PublishedCells& cells,
                               std::uint64_t minimum)
    : estimates_(estimates), wanted_(method.method != "none") {
  if (!wanted_) return;
  const std::size_t others = cells.margins.regions.size(); // the group of areas without a region
  for (const std::size_t region : cells.margins.region_of)
    group_of_.push_back(region == Margins::no_region ? others : region);
  for (std::size_t group = 0; group <= others; ++group) {
    values_.emplace_back();
    for (std::size_t k = 0; k < estimates.index_indicators; ++k) {
      std::vector<double> means;
      for (std::size_t a = 0; a < group_of_.size(); ++a) {
        const DomainEstimate& area = estimates.areas[a];
        const bool shown = cells.index.areas[a] == Hiding::shown && cells.indicators[k].areas[a] == Hiding::shown &&
                           area.indicator_n[k] >= minimum && std::isfinite(area.mean[k]);
        if (group_of_[a] == group && shown) means.push_back(area.mean[k]);
      }
      values_.back().push_back(value_of(means, method.method == "group_median"));
    }
  }
}

DomainEstimate AreaImputation::filled(std::size_t a, Presence& present, std::size_t& imputed) const {
  DomainEstimate out = estimates_.areas[a];
  const std::size_t size = out.mean.size();
  for (std::size_t k = 0; k < present.size(); ++k) {
    const GroupValue& group = values_[group_of_[a]][k];
    if (present[k] || !std::isfinite(group.value)) continue;
    present[k] = true;
    ++imputed;
    out.mean[k] = group.value;
    for (std::size_t j = 0; j < size; ++j)
      out.covariance[k * size + j] = out.covariance[j * size + k] = out.covariance_with_total[k * size + j] =
          out.covariance_with_total[j * size + k] = 0;
    out.covariance[k * size + k] = group.sd * group.sd;
  }
  return out;
}

} // namespace joinedup
