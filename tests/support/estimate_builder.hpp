// Estimates by hand: areas with the n, mean and variance of each indicator, and a whole that is their weighted mean.
#pragma once

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::test {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// One area: per indicator n (= weight) and mean. Variances of the means are 100 / n, covariances 0.
inline DomainEstimate area_of(std::string code, const std::vector<std::pair<std::uint64_t, double>>& cells,
                              std::uint64_t n) {
  DomainEstimate out;
  const std::size_t size = cells.size();
  out.code = std::move(code);
  out.n = n;
  out.covariance.assign(size * size, 0);
  out.covariance_with_total.assign(size * size, 0);
  for (std::size_t k = 0; k < size; ++k) {
    const auto [count, mean] = cells[k];
    out.indicator_n.push_back(count);
    out.weight.push_back(static_cast<double>(count));
    out.mean.push_back(count > 0 ? mean : nan);
    out.sd.push_back(10);
    out.covariance[k * size + k] = count > 1 ? 100.0 / static_cast<double>(count) : nan;
  }
  return out;
}

/// The areas taken together; the covariance of an area's mean with it is that of independent areas.
inline DomainEstimate together(std::string code, std::vector<DomainEstimate>& areas, bool link = false) {
  const std::size_t size = areas.front().mean.size();
  std::vector<std::pair<std::uint64_t, double>> cells(size);
  std::uint64_t n = 0;
  for (const DomainEstimate& area : areas)
    n += area.n;
  for (std::size_t k = 0; k < size; ++k) {
    double sum = 0;
    for (const DomainEstimate& area : areas) {
      cells[k].first += area.indicator_n[k];
      if (area.indicator_n[k] > 0) sum += area.weight[k] * area.mean[k];
    }
    cells[k].second = sum / static_cast<double>(cells[k].first);
    for (DomainEstimate& area : areas)
      if (link && area.indicator_n[k] > 0)
        area.covariance_with_total[k * size + k] =
            area.weight[k] / static_cast<double>(cells[k].first) * area.covariance[k * size + k];
  }
  return area_of(std::move(code), cells, n);
}

inline Estimates estimates_of(std::vector<DomainEstimate> areas, std::size_t index_indicators,
                              const std::vector<std::string>& indicators) {
  Estimates out;
  out.indicators = indicators;
  out.index_indicators = index_indicators;
  out.total = together("ALL", areas, true);
  out.areas = std::move(areas);
  return out;
}

/// An index of one domain per indicator, equal weights, goalposts 0 to 100, and companions after it.
inline RunResults results_for(const std::vector<std::string>& indicators, std::size_t index_indicators) {
  RunResults results;
  for (std::size_t k = 0; k < indicators.size(); ++k) {
    Indicator entry;
    entry.id = indicators[k];
    IndicatorInfo info;
    info.id = indicators[k];
    info.low = 0;
    info.high = 100;
    if (k < index_indicators) {
      Domain domain;
      domain.id = info.domain = "about_" + indicators[k];
      domain.indicators.push_back(entry);
      results.index.domains.push_back(domain);
    } else {
      results.index.companions.push_back(entry);
    }
    results.indicators.push_back(info);
  }
  results.total_code = "ALL";
  results.total_name = "Everyone";
  return results;
}

} // namespace joinedup::test
