// The study of the end-to-end oracle (tests/oracle/data/end_to_end): nine areas, five indicators in four domains.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "support/oracle_data.hpp"

#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <array>
#include <string>
#include <vector>

namespace joinedup::test {

struct E2eIndicator {
  const char* id;
  const char* domain;
  double low, high;
};

inline constexpr std::array<E2eIndicator, 5> e2e_indicators = {{{"p3c_coord", "coordination", 0, 15},
                                                                {"p3c_person", "person_centred", 0, 24},
                                                                {"pam", "activation", 0, 100},
                                                                {"eq5d", "outcomes", -0.594, 1},
                                                                {"wemwbs", "outcomes", 14, 70}}};

inline Estimates e2e_estimates() {
  const OracleTable table("end_to_end/e2e_respondents.csv");
  SumsDesign design;
  design.index_indicators = e2e_indicators.size();
  std::vector<std::vector<double>> columns;
  for (const E2eIndicator& indicator : e2e_indicators) {
    design.indicators.emplace_back(indicator.id);
    design.centres.push_back((indicator.low + indicator.high) / 2);
    columns.push_back(table.numbers(indicator.id));
  }
  IndicatorSums sums(design);
  const std::vector<double> weights = table.numbers("weight");
  for (std::size_t i = 0; i < table.rows(); ++i) {
    std::vector<double> scores;
    for (const auto& column : columns)
      scores.push_back(column[i]);
    const auto area = static_cast<std::uint32_t>(std::stoul(table.text("area")[i].substr(1)));
    sums.add(area, 0, 0, weights[i], 1, scores);
  }
  return sums.estimate([](std::uint32_t area) { return "A0" + std::to_string(area); },
                       [](const std::string&) { return std::string(); }, "ALL");
}

/// Index, study and indicators as a run fills them in before it assembles its results.
inline RunResults e2e_results() {
  RunResults results;
  results.index.id = "e2e";
  for (const E2eIndicator& indicator : e2e_indicators) {
    if (results.index.domains.empty() || results.index.domains.back().id != indicator.domain) {
      Domain domain;
      domain.id = indicator.domain;
      domain.weight = 0.25;
      results.index.domains.push_back(domain);
    }
    Indicator entry;
    entry.id = indicator.id;
    entry.goalposts = std::pair(indicator.low, indicator.high);
    results.index.domains.back().indicators.push_back(entry);
    IndicatorInfo info;
    info.id = indicator.id;
    info.domain = indicator.domain;
    info.low = indicator.low;
    info.high = indicator.high;
    results.indicators.push_back(info);
  }
  results.total_code = "ALL";
  results.total_name = "All areas";
  results.study.target.kind = TargetKind::areas_fixed;
  results.study.partial_levels = true;
  return results;
}

} // namespace joinedup::test
