// A synthetic survey as CSV. Row i depends only on (definition, geography, seed, i): files of one seed start alike
// whatever their length, and rows could be made in any order.
#pragma once

#include "model/simulation.hpp"
#include "simulate/area_sizes.hpp"
#include "simulate/comments.hpp"
#include "simulate/draws.hpp"
#include "simulate/landscape.hpp"

#include <joinedup/spec.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

class Simulator {
public:
  /// The geography must have an area at least. `spec` must outlive the simulator.
  Simulator(const SimulationSpec& spec, const Geography& geography, std::uint64_t seed);

  /// The heading row with its line end.
  std::string header() const;
  /// Row `number` (from 0) with its line end.
  void append(std::string& out, std::uint64_t number);
  /// Records of each area in a period, in the order of the geography.
  const std::vector<int>& area_sizes() const { return sizes_.sizes(); }

private:
  void append_area(std::string& out, const SimulatedArea& area, Draws& draws) const;
  void append_weight(std::string& out, std::size_t age, Draws& draws) const;
  void draw_traits(const Practice& practice, std::size_t age, Draws& draws);

  const SimulationSpec& spec_;
  std::uint64_t seed_;
  AreaSizes sizes_;
  std::vector<SimulatedArea> areas_;
  CommentWriter comments_;
  std::vector<int> traits_; ///< of the person in hand
};

/// Header and `records` rows, in pieces of about 256 KiB.
void simulate(const SimulationSpec& spec, const Geography& geography, std::uint64_t records, std::uint64_t seed,
              const std::function<void(std::string_view)>& write);

} // namespace joinedup
