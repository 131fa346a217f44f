#include "simulate/landscape.hpp"

#include "simulate/draws.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr std::uint64_t most_practices = 10000; ///< of an area, by the definition's reader; keeps their streams apart

std::vector<int> area_effects(const SimulationSpec& spec, std::size_t area, Draws& draws) {
  std::vector<int> out;
  for (const SimulatedTrait& trait : spec.traits) {
    out.push_back(trait.area * draws.wide_bell() / 1000);
  }
  for (const StandingOut& other : spec.standing_out) {
    if (other.area != area) continue;
    for (const TraitLoading& shift : other.shift) {
      out[shift.trait] = shift.loading;
    }
  }
  return out;
}

Practice practice(const SimulationSpec& spec, const Area& area, std::uint64_t number, const std::vector<int>& effects,
                  Draws draws) {
  const std::string& kind = spec.strata[number % spec.strata.size()];
  const std::string stratum = area.region.empty() ? kind : area.region + "-" + kind;
  Practice out{fmt::format("{}-P{:03},{}", area.code, number + 1, stratum), effects};
  for (std::size_t t = 0; t < spec.traits.size(); ++t) {
    out.effects[t] += spec.traits[t].practice * draws.wide_bell() / 1000;
  }
  return out;
}

} // namespace

std::vector<SimulatedArea> landscape(const SimulationSpec& spec, const Geography& geography,
                                     const std::vector<int>& sizes, std::uint64_t seed) {
  std::vector<SimulatedArea> out;
  for (std::size_t a = 0; a < geography.areas.size(); ++a) {
    const Area& area = geography.areas[a];
    Draws draws(seed, Stream::area, a);
    SimulatedArea here{area.code, spec.age_tilt * draws.bell() / 1000, {}};
    const std::vector<int> effects = area_effects(spec, a, draws);
    const int wanted = std::clamp(sizes[a] / spec.practice_records, spec.practice_least, spec.practice_most);
    const auto count = static_cast<std::uint64_t>(wanted);
    for (std::uint64_t p = 0; p < count; ++p) {
      here.practices.push_back(practice(spec, area, p, effects, {seed, Stream::practice, a * most_practices + p}));
    }
    out.push_back(std::move(here));
  }
  return out;
}

} // namespace joinedup
