// The survey oracle's records as estimation keeps them.
#pragma once

#include "estimate/raking.hpp"
#include "estimate/scored_records.hpp"
#include "support/oracle_data.hpp"

#include <joinedup/estimates.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace joinedup::test {

/// The place of each text among the different ones in order.
inline std::vector<std::uint32_t> ranks_of(const std::vector<std::string>& texts) {
  const std::set<std::string> known(texts.begin(), texts.end());
  std::vector<std::uint32_t> out;
  for (const auto& text : texts)
    out.push_back(static_cast<std::uint32_t>(std::distance(known.begin(), known.find(text))));
  return out;
}

/// Scores: score, pos. Categories: age, sex. Areas A to D are 0 to 3. Without `clustered` there are weights alone.
inline ScoredRecords survey_oracle_records(bool clustered = false) {
  const OracleTable table("survey/survey_input.csv");
  const auto area = ranks_of(table.text("area")), stratum = ranks_of(table.text("stratum")),
             cluster = ranks_of(table.text("psu")), age = ranks_of(table.text("age")),
             sex = ranks_of(table.text("sex"));
  const auto weight = table.numbers("weight"), score = table.numbers("score"), pos = table.numbers("pos");
  ScoredRecords out(2, 0, 2);
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::vector<double> scores{score[r], pos[r]};
    const std::vector<std::uint32_t> categories{age[r], sex[r]};
    out.add({area[r], clustered ? stratum[r] : 0, clustered ? cluster[r] : 0, weight[r], 1, scores, {}, categories});
  }
  return out;
}

/// Margins of the oracle: age 16-44, 45-64, 65+ and sex F, M.
inline std::vector<Margin> survey_oracle_margins(const ScoredRecords& records) {
  std::vector<Margin> out{{{}, {6381.90252, 4862.40192, 3950.70156}}, {{}, {7749.45306, 7445.55294}}};
  for (std::size_t r = 0; r < records.size(); ++r) {
    out[0].level.push_back(records.category(r, 0));
    out[1].level.push_back(records.category(r, 1));
  }
  return out;
}

/// Areas 0, 1, 2 ... and the whole with weights and means of the records, and no covariances but NaN where n < 2.
inline Estimates means_of(const ScoredRecords& records, std::size_t areas) {
  Estimates out;
  const std::size_t size = records.scores();
  const auto domain = [&](auto in) {
    DomainEstimate d;
    d.covariance.assign(size * size, 0);
    d.covariance_with_total.assign(size * size, 0);
    for (std::size_t k = 0; k < size; ++k) {
      double w = 0, wy = 0;
      std::uint64_t n = 0;
      for (std::size_t r = 0; r < records.size(); ++r) {
        if (!in(r) || std::isnan(records.score(r, k)) || !(records.weights[r] > 0)) continue;
        n += records.counts[r];
        w += records.weights[r] * static_cast<double>(records.counts[r]);
        wy += records.weights[r] * static_cast<double>(records.counts[r]) * records.score(r, k);
      }
      d.indicator_n.push_back(n);
      d.weight.push_back(w);
      d.mean.push_back(wy / w);
    }
    return d;
  };
  for (std::size_t a = 0; a < areas; ++a)
    out.areas.push_back(domain([&](std::size_t r) { return records.areas[r] == a; }));
  out.total = domain([](std::size_t) { return true; });
  out.indicators.resize(size);
  out.index_indicators = size;
  return out;
}

} // namespace joinedup::test
