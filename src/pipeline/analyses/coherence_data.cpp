#include "pipeline/analyses/coherence_data.hpp"

#include "stats/correlation.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

std::vector<std::size_t> CoherenceData::members(std::size_t domain) const {
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < domain_of.size(); ++k)
    if (domain_of[k] == domain) out.push_back(k);
  return out;
}

std::vector<std::vector<double>> CoherenceData::complete(const std::vector<std::size_t>& indicators) const {
  std::vector<std::vector<double>> out;
  for (std::size_t a = 0; a < index.size(); ++a) {
    std::vector<double> row;
    for (const std::size_t k : indicators)
      row.push_back(measures[k][a]);
    if (std::all_of(row.begin(), row.end(), [](double p) { return std::isfinite(p); })) out.push_back(std::move(row));
  }
  return out;
}

CoherenceData coherence_data(const AnalysisInput& input) {
  CoherenceData out;
  out.measures.resize(input.frame.components.size());
  out.domains.resize(input.frame.domains.size());
  for (const Component& component : input.frame.components)
    out.domain_of.push_back(component.domain);
  for (const DraftRow& row : input.drafts.areas) {
    if (row.index != Hiding::shown || row.imputed > 0) continue;
    for (std::size_t k = 0; k < out.measures.size(); ++k)
      out.measures[k].push_back(row.composite.points[k]);
    for (std::size_t d = 0; d < out.domains.size(); ++d)
      out.domains[d].push_back(row.composite.domains[d]);
    out.index.push_back(row.composite.value);
  }
  return out;
}

double correlation_between(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> both_x, both_y;
  for (std::size_t a = 0; a < x.size(); ++a) {
    if (!std::isfinite(x[a]) || !std::isfinite(y[a])) continue;
    both_x.push_back(x[a]);
    both_y.push_back(y[a]);
  }
  return pearson(both_x, both_y).r;
}

} // namespace joinedup
