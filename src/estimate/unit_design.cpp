#include "estimate/unit_design.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace joinedup {

namespace {

/// Sums of totals by stratum, a row a stratum.
Eigen::MatrixXd stratum_sums(const UnitDesign& design, const UnitTotals& t) {
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(design.variances.size()), t.totals.cols());
  for (std::size_t row = 0; row < t.units.size(); ++row) {
    const std::uint32_t unit = t.units[row];
    out.row(design.stratum_of[unit]) += design.copies[unit] * t.totals.row(static_cast<Eigen::Index>(row));
  }
  return out;
}

/// The rows of `b` that are of the units of `a`.
std::vector<Eigen::Index> rows_of(const UnitTotals& a, const UnitTotals& b) {
  std::vector<Eigen::Index> out;
  std::size_t at = 0;
  for (const std::uint32_t unit : a.units) {
    while (b.units[at] != unit)
      ++at;
    out.push_back(static_cast<Eigen::Index>(at));
  }
  return out;
}

} // namespace

UnitDesign unit_design(const ScoredRecords& records, bool clusters, const DesignChoices& choices) {
  UnitDesign out;
  out.clusters = clusters;
  std::map<std::uint32_t, std::uint32_t> strata;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> units;
  out.unit_of.reserve(records.size());
  for (std::size_t r = 0; r < records.size(); ++r) {
    // In their order neighbours are mostly of one cluster, and need no look-up.
    if (clusters && r > 0 && records.strata[r] == records.strata[r - 1] &&
        records.clusters[r] == records.clusters[r - 1]) {
      out.unit_of.push_back(out.unit_of.back());
      continue;
    }
    const auto [stratum, new_stratum] =
        strata.emplace(records.strata[r], static_cast<std::uint32_t>(out.strata.size()));
    if (new_stratum) {
      out.strata.push_back(records.strata[r]);
      out.stratum_units.push_back(0);
    }
    auto unit = static_cast<std::uint32_t>(out.stratum_of.size());
    bool is_new = true;
    if (clusters) {
      const auto [known, added] = units.emplace(std::pair(stratum->second, records.clusters[r]), unit);
      unit = known->second;
      is_new = added;
    }
    out.unit_of.push_back(unit);
    if (!is_new) continue;
    const std::uint64_t copies = clusters ? 1 : records.counts[r];
    out.stratum_of.push_back(stratum->second);
    out.copies.push_back(static_cast<double>(copies));
    out.stratum_units[stratum->second] += copies;
  }
  out.variances = stratum_variances(out.stratum_units, out.strata, choices);
  return out;
}

UnitRows unit_rows(const UnitDesign& design, std::span<const std::uint32_t> of) {
  UnitRows out;
  for (const std::uint32_t record : of) // neighbours are mostly of one unit
    if (out.units.empty() || out.units.back() != design.unit_of[record]) out.units.push_back(design.unit_of[record]);
  std::ranges::sort(out.units);
  out.units.erase(std::unique(out.units.begin(), out.units.end()), out.units.end());
  out.row.reserve(of.size());
  std::size_t at = 0;
  for (const std::uint32_t record : of) {
    const std::uint32_t unit = design.unit_of[record];
    if (out.units[at] != unit)
      at = static_cast<std::size_t>(std::ranges::lower_bound(out.units, unit) - out.units.begin());
    out.row.push_back(static_cast<std::uint32_t>(at));
  }
  return out;
}

UnitTotals unit_totals(const UnitDesign& design, const ScoredRecords& records, std::span<const std::uint32_t> of,
                       const Eigen::MatrixXd& by_record) {
  UnitRows rows = unit_rows(design, of);
  UnitTotals out{std::move(rows.units), {}};
  out.totals = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(out.units.size()), by_record.cols());
  for (Eigen::Index column = 0; column < by_record.cols(); ++column)
    for (std::size_t i = 0; i < of.size(); ++i)
      out.totals(rows.row[i], column) +=
          count_in_unit(design, records, of[i]) * by_record(static_cast<Eigen::Index>(i), column);
  return out;
}

Eigen::MatrixXd covariance(const UnitDesign& design, const UnitTotals& a, const UnitTotals& b) {
  if (a.totals.cols() == 0 || b.totals.cols() == 0) return Eigen::MatrixXd::Zero(a.totals.cols(), b.totals.cols());
  const auto rows = rows_of(a, b);
  Eigen::MatrixXd scaled(a.totals.rows(), a.totals.cols()), beside(a.totals.rows(), b.totals.cols());
  std::vector<std::uint32_t> strata;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint32_t unit = a.units[row];
    strata.push_back(design.stratum_of[unit]);
    const auto here = static_cast<Eigen::Index>(row);
    scaled.row(here) = design.copies[unit] * design.variances[design.stratum_of[unit]].scale * a.totals.row(here);
    beside.row(here) = b.totals.row(rows[row]);
  }
  Eigen::MatrixXd out = scaled.transpose() * beside;
  const Eigen::MatrixXd sum_a = stratum_sums(design, a), sum_b = stratum_sums(design, b);
  for (std::size_t h = 0; h < design.variances.size(); ++h) {
    const StratumVariance& rule = design.variances[h];
    if (!rule.centred) continue;
    const auto row = static_cast<Eigen::Index>(h);
    out -= rule.scale / rule.units * sum_a.row(row).transpose() * sum_b.row(row);
  }
  std::ranges::sort(strata);
  return average_factor(design.variances, strata) * out;
}

} // namespace joinedup
