// Survey records by hand, sums of them, and the linearised covariances by the definition, record by record.
#pragma once

#include "estimate/indicator_sums.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::test {

struct Record {
  std::uint32_t area = 0, stratum = 0, cluster = 0;
  double weight = 1;
  std::uint64_t count = 1;
  std::vector<double> scores;
};

inline SumsDesign design_of(std::size_t index_indicators, std::size_t companions = 0, bool strata = false,
                            bool clusters = false) {
  SumsDesign design;
  for (std::size_t i = 0; i < index_indicators + companions; ++i)
    design.indicators.push_back("i" + std::to_string(i));
  design.centres.assign(index_indicators + companions, 0);
  design.index_indicators = index_indicators;
  design.strata = strata;
  design.clusters = clusters;
  return design;
}

inline void add_to(IndicatorSums& sums, const Record& r) {
  sums.add(r.area, r.stratum, r.cluster, r.weight, r.count, r.scores);
}

inline IndicatorSums sums_of(const SumsDesign& design, const std::vector<Record>& records) {
  IndicatorSums sums(design);
  for (const Record& record : records)
    add_to(sums, record);
  return sums;
}

/// Areas are A, B, C ...; A and B lie in region N, others in none.
inline Estimates estimates_of(const IndicatorSums& sums) {
  return sums.estimate([](std::uint32_t area) { return std::string(1, static_cast<char>('A' + area)); },
                       [](const std::string& code) { return code == "A" || code == "B" ? "N" : ""; }, "ALL");
}

inline Estimates estimates_of(const SumsDesign& design, const std::vector<Record>& records) {
  return estimates_of(sums_of(design, records));
}

inline bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

inline bool same(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same(a[i], b[i])) return false;
  }
  return true;
}

inline bool same(const DomainEstimate& a, const DomainEstimate& b) {
  return a.code == b.code && a.n == b.n && a.indicator_n == b.indicator_n && same(a.weight, b.weight) &&
         same(a.mean, b.mean) && same(a.sd, b.sd) && same(a.covariance, b.covariance) &&
         same(a.covariance_with_total, b.covariance_with_total);
}

/// Equal to the last bit.
inline bool same(const Estimates& a, const Estimates& b) {
  if (a.areas.size() != b.areas.size() || a.regions.size() != b.regions.size()) return false;
  for (std::size_t i = 0; i < a.areas.size(); ++i) {
    if (!same(a.areas[i], b.areas[i])) return false;
  }
  for (std::size_t i = 0; i < a.regions.size(); ++i) {
    if (!same(a.regions[i], b.regions[i])) return false;
  }
  return same(a.total, b.total) && a.sampled == b.sampled && a.strata == b.strata && a.clusters == b.clusters &&
         a.design_df == b.design_df;
}

/// Linearised variate of indicator i for the mean over records that `in` accepts, 0 for all other records.
template <typename In> std::vector<double> variate(const std::vector<Record>& records, std::size_t i, In in) {
  double w = 0, wy = 0;
  const auto used = [&](const Record& r) { return in(r) && r.weight > 0 && !std::isnan(r.scores[i]); };
  for (const Record& r : records) {
    if (used(r)) w += r.weight, wy += r.weight * r.scores[i];
  }
  std::vector<double> u;
  for (const Record& r : records)
    u.push_back(used(r) ? r.weight * (r.scores[i] - wy / w) / w : 0);
  return u;
}

/// Covariance of two variates over sampled units within strata, by the definition; every record counts once.
inline double design_covariance(const std::vector<Record>& records, const SumsDesign& design,
                                const std::vector<double>& u, const std::vector<double>& v) {
  using Pair = std::pair<double, double>;
  std::map<std::uint32_t, std::map<std::uint64_t, Pair>> strata;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const std::uint64_t unit = design.clusters ? records[r].cluster : r;
    Pair& total = strata[design.strata ? records[r].stratum : 0][unit];
    total.first += u[r];
    total.second += v[r];
  }
  double sum = 0;
  for (const auto& [stratum, units] : strata) {
    const auto k = static_cast<double>(units.size());
    double mean_u = 0, mean_v = 0, products = 0;
    if (units.size() > 1) {
      for (const auto& [unit, t] : units)
        mean_u += t.first / k, mean_v += t.second / k;
    }
    for (const auto& [unit, t] : units)
      products += (t.first - mean_u) * (t.second - mean_v);
    sum += units.size() > 1 ? k / (k - 1) * products : products;
  }
  return sum;
}

} // namespace joinedup::test
