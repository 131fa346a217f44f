#include "scoring/score_zones.hpp"

#include "scoring/parameters.hpp"
#include "scoring/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::size_t steps_of_bands = 2; // the score, then its bands
constexpr int decimals_of_tables = 1;     // as licensed tables give scores

std::int64_t scaled(double value, int decimals) { return std::llround(value * power_of_ten(decimals)); }

ScoreZones of_scheme(const BandScheme& scheme) {
  ScoreZones out{{}, scheme.decimals, {}};
  for (const ScoreBand& band : scheme.bands)
    out.zones.push_back({band.label, scaled(band.low, scheme.decimals), scaled(band.high, scheme.decimals)});
  return out;
}

/// From the lowest score of each level up to the next level's.
ScoreZones of_table(const LookupTable& table, double high) {
  ScoreZones out{{}, decimals_of_tables, {}};
  for (std::size_t row = 0; row < table.levels.size() && row < table.rows.size(); ++row) {
    const std::int64_t from = scaled(table.rows[row].second, out.decimals);
    if (!out.zones.empty() && out.zones.back().label == table.levels[row]) continue;
    if (!out.zones.empty()) out.zones.back().high = from - 1;
    out.zones.push_back({table.levels[row], from, scaled(high, out.decimals)});
  }
  return out;
}

ScoreZones zones_of(const Instrument& instrument, const InForce& in_force, const std::string& scheme) {
  if (scheme == "table" && instrument.user_table)
    return in_force.table == nullptr ? ScoreZones{} : of_table(*in_force.table, instrument.user_table->high);
  const auto found = std::ranges::find(instrument.band_schemes, scheme, &BandScheme::id);
  return found == instrument.band_schemes.end() ? ScoreZones{} : of_scheme(*found);
}

} // namespace

ScoreZones score_zones(const Instrument& instrument, const InForce& in_force, std::string_view score) {
  Diagnostics unheard; // the plan that makes the bands says what is wrong with them
  const auto text = [&](const ScoringStep& step, std::string_view name) {
    const Parameters parameters(step, in_force.choices, unheard);
    return parameters.has(name) ? parameters.text(name).value_or("") : std::string();
  };
  for (const ScoreDefinition& one : instrument.scores) {
    if (one.steps.size() != steps_of_bands || one.steps[1].operation != "bands") continue;
    if (one.steps[0].operation != "score" || text(one.steps[0], "of") != score) continue;
    if (!std::ranges::all_of(one.needs, [&](const std::string& need) { return in_force.has(need); })) continue;
    ScoreZones out = zones_of(instrument, in_force, text(one.steps[1], "scheme"));
    if (out.zones.empty()) continue;
    out.label = one.label;
    return out;
  }
  return {};
}

} // namespace joinedup
