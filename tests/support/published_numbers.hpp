// Every published number and word of a run as one text, to see whether anything at all has changed.
#pragma once

#include "base/text.hpp"

#include <joinedup/results.hpp>

#include <string>

namespace joinedup::test {

inline std::string say(const Number& number) { return number ? shortest(*number) + " " : "- "; }

inline std::string say(const Estimated& e) {
  return say(e.value) + say(e.se) + say(e.lower) + say(e.upper) + say(e.lower99_8) + say(e.upper99_8);
}

inline std::string say(const Comparison& c) {
  return say(c.difference) + say(c.z) + say(c.z_od) + say(c.p) + (c.fdr ? (*c.fdr ? "yes " : "no ") : "- ") +
         std::string(words(c.band_sampling)) + "|" + std::string(words(c.band)) + "|";
}

inline std::string say(const AreaResult& row) {
  std::string out = row.code + " " + std::string(words(row.level)) + " " + row.status.text() + " " + row.reason + " ";
  out += (row.n ? std::to_string(*row.n) : "-") + " " + say(row.index) + say(row.geometric) + say(row.comparison) +
         say(row.reliability) + say(row.shrunk) + (row.rank ? std::to_string(*row.rank) : "-") + " ";
  if (row.rank_interval) out += std::to_string(row.rank_interval->low) + "-" + std::to_string(row.rank_interval->high);
  for (const DomainResult& domain : row.domains)
    out += " " + domain.domain + " " + say(domain.value);
  for (const Contribution& part : row.contributions)
    out += " " + part.indicator + " " + shortest(part.weight) + " " + say(part.points);
  for (const IndicatorResult& cell : row.indicators)
    out += "\n  " + cell.indicator + " " + (cell.n ? std::to_string(*cell.n) : "-") + " " + cell.status.text() + " " +
           say(cell.estimate) + say(cell.crude) + say(cell.adjusted) + say(cell.comparison);
  return out + "\n";
}

inline std::string published_numbers(const RunResults& results) {
  std::string out;
  for (const AreaResult& area : results.areas)
    out += say(area);
  for (const AreaResult& region : results.regions)
    out += say(region);
  out += say(results.total);
  const TargetResult& target = results.target;
  out += target.name + say(target.value) + say(target.se) + say(target.tau2) + say(target.phi) +
         say(target.tau2_reliability) + target.tau2_reason + std::to_string(target.areas_compared) + "\n";
  for (const IndicatorInfo& info : results.indicators)
    out += info.id + " " + shortest(info.weight) + " " + say(info.variance_share);
  for (const auto* lines : {&results.notices, &results.suppression_log})
    for (const std::string& line : *lines)
      out += "\n" + line;
  return out;
}

} // namespace joinedup::test
