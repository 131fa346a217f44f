#include "simulate/simulator.hpp"

#include "simulate/answers.hpp"
#include "simulate/draws.hpp"

#include <numeric>
#include <span>

namespace joinedup {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} * 1024;

/// The category at `place` of 1000 equal places.
std::size_t category(std::span<const SimulatedCategory> all, int place) {
  const int sum =
      std::accumulate(all.begin(), all.end(), 0, [](int s, const SimulatedCategory& c) { return s + c.share; });
  int left = place * sum / 1000;
  std::size_t i = 0;
  while (i + 1 < all.size() && left >= all[i].share) {
    left -= all[i++].share;
  }
  return i;
}

/// An area with a positive tilt has older people: a place in the middle moves most, the ends stay.
int tilted(int place, int tilt) { return place + tilt * place / 1000 * (1000 - place) / 250; }

void append_padded(std::string& out, std::uint64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

} // namespace

Simulator::Simulator(const SimulationSpec& spec, const Geography& geography, std::uint64_t seed)
    : spec_(spec), seed_(seed), sizes_(spec.sizes, geography.areas.size()),
      areas_(landscape(spec, geography, sizes_.sizes(), seed)), comments_(spec.comments), traits_(spec.traits.size()) {}

std::string Simulator::header() const {
  const SimulatedColumns& c = spec_.columns;
  std::string out = c.record;
  for (const std::string& name : {c.area, c.practice, c.stratum, c.weight, c.age_band, c.sex}) {
    out += ',' + name;
  }
  for (const SimulatedBlock& block : spec_.blocks) {
    for (const SimulatedItem& item : block.items) {
      out += ',' + item.id;
    }
  }
  return out + ',' + c.comment + '\n';
}

void Simulator::append_area(std::string& out, const SimulatedArea& area, Draws& draws) const {
  const int fate = static_cast<int>(draws.below(10000));
  if (fate < spec_.blank_area) return;
  if (fate < spec_.blank_area + spec_.unknown_area) {
    out += spec_.unknown_areas[draws.pick(spec_.unknown_areas.size())];
  } else {
    out += area.code;
  }
}

void Simulator::append_weight(std::string& out, std::size_t age, Draws& draws) const {
  const auto spread = static_cast<std::uint32_t>(spec_.weight_spread);
  const int factor = 1000 - spec_.weight_spread + static_cast<int>(draws.below(2 * spread + 1));
  if (draws.happens(spec_.blank_weight)) return;
  const int weight = spec_.age_bands[age].weight * factor / 100; // in ten-thousandths
  append_whole(out, weight / 10000);
  int part = weight % 10000;
  if (part == 0) return;
  std::size_t digits = 4;
  for (; part % 10 == 0; part /= 10) {
    --digits;
  }
  out += '.';
  append_padded(out, static_cast<std::uint64_t>(part), digits);
}

void Simulator::draw_traits(const Practice& practice, std::size_t age, Draws& draws) {
  for (std::size_t t = 0; t < traits_.size(); ++t) {
    const SimulatedTrait& trait = spec_.traits[t];
    int sum = trait.person * draws.wide_bell();
    for (const TraitLoading& part : trait.from) {
      sum += part.loading * traits_[part.trait];
    }
    traits_[t] = sum / 1000 + practice.effects[t] + (trait.by_age.empty() ? 0 : trait.by_age[age]);
  }
}

void Simulator::append(std::string& out, std::uint64_t number) {
  const SimulatedArea& area = areas_[sizes_.area_of(number)];
  Draws person(seed_, Stream::person, number);
  const Practice& practice = area.practices[person.pick(area.practices.size())];
  const std::size_t age = category(spec_.age_bands, tilted(static_cast<int>(person.below(1000)), area.age_tilt));
  const std::size_t sex = category(spec_.sexes, static_cast<int>(person.below(1000)));
  out += 'R';
  append_padded(out, number + 1, 8);
  out += ',';
  append_area(out, area, person);
  out += ',';
  out += practice.cells;
  out += ',';
  append_weight(out, age, person);
  out += ',';
  out += spec_.age_bands[age].label;
  out += ',';
  out += spec_.sexes[sex].label;
  draw_traits(practice, age, person);
  Draws answers(seed_, Stream::answers, number);
  for (const SimulatedBlock& block : spec_.blocks) {
    append_answers(out, block, traits_, answers);
  }
  out += ',';
  comments_.append(out, {seed_, Stream::comment, number});
  out += '\n';
}

void simulate(const SimulationSpec& spec, const Geography& geography, std::uint64_t records, std::uint64_t seed,
              const std::function<void(std::string_view)>& write) {
  Simulator simulator(spec, geography, seed);
  std::string out = simulator.header();
  for (std::uint64_t i = 0; i < records; ++i) {
    simulator.append(out, i);
    if (out.size() < piece_bytes) continue;
    write(out);
    out.clear();
  }
  write(out);
}

} // namespace joinedup
