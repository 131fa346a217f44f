#include "pipeline/estimation/design_choices.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <vector>

namespace joinedup {

namespace {

constexpr std::size_t most_named = 5;

/// The first few names, and how many more.
std::string few(std::vector<std::string> names) {
  const std::size_t all = names.size();
  if (all > most_named) names.resize(most_named);
  return join(names, ", ") + (all > most_named ? fmt::format(" and {} more", all - most_named) : "");
}

std::string_view treatment(SinglePsu single) {
  switch (single) {
  case SinglePsu::certainty:
    return "they add nothing to the sampling error (certainty)";
  case SinglePsu::average:
    return "each adds what the other strata add on average (average)";
  case SinglePsu::adjust:
  case SinglePsu::fail:
    break;
  }
  return "each adds the square of its own total (adjust)";
}

} // namespace

std::map<std::string, double> populations(const EstimationSpec& spec) {
  std::map<std::string, double> out;
  if (!spec.fpc) return out;
  for (const StratumPopulation& row : spec.fpc->rows)
    out[row.stratum] = row.units;
  return out;
}

Diagnostics check_design(const EstimationSpec& spec, const IndicatorSums& sums,
                         const std::function<std::string(std::uint32_t)>& stratum_name) {
  Diagnostics out;
  if (!sums.design().strata) {
    if (spec.fpc)
      out.error("J583", {spec.fpc->file, 0, 0, ""}, "populations of strata are given, and no column of strata",
                "name it: --strata COLUMN, or \"strata\" in the map or study");
    return out;
  }
  std::map<std::string, std::uint64_t> sampled;
  for (const auto& [number, units] : sums.stratum_units())
    sampled[stratum_name(number)] = units;
  std::vector<std::string> single, unknown;
  const auto known = populations(spec);
  for (const auto& [name, units] : sampled) {
    if (spec.fpc && !known.contains(name)) unknown.push_back(name);
    if (units == 1 && !(known.contains(name) && known.at(name) <= 1)) single.push_back(name);
  }
  if (!unknown.empty())
    out.error("J583", {spec.fpc->file, 0, 0, ""}, "strata without a population: " + few(unknown),
              "give each stratum of the survey a row, or take \"fpc\" out");
  for (const StratumPopulation& row : spec.fpc ? spec.fpc->rows : std::vector<StratumPopulation>{}) {
    const auto found = sampled.find(row.stratum);
    if (found != sampled.end() && static_cast<double>(found->second) > row.units)
      out.error("J583", row.where,
                fmt::format("{} units in the population, and {} in the sample", shortest(row.units), found->second),
                sums.design().clusters ? "count clusters, not people" : "count people");
  }
  if (single.empty()) return out;
  if (spec.single_psu == SinglePsu::fail)
    out.error("J584", {}, "strata with one sampled unit: " + few(single),
              "join each with a like stratum, or choose \"single_psu\": adjust, certainty or average");
  else
    out.note("J640", {}, fmt::format("strata with one sampled unit: {} of {}", single.size(), sampled.size()),
             std::string(treatment(spec.single_psu)));
  return out;
}

} // namespace joinedup
