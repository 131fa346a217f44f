#include "scoring/value_story.hpp"

#include "scoring/value_terms.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

std::string profile_of(std::span<const int> levels) {
  std::string out;
  for (const int level : levels)
    out += std::to_string(level);
  return out;
}

int pair_count(const LevelPair& pair, std::span<const int> levels) {
  const int a = levels[pair.first], b = levels[pair.second];
  if (pair.first_level == 0) return (a - 1) * (b - 1);
  return a == pair.first_level && b == pair.second_level ? 1 : 0;
}

/// What the power of a model makes of its level part.
void add_power(const ValueSet& set, double level_part, std::vector<ValuePart>& out) {
  if (set.power == 1) return;
  out.push_back({fmt::format("level part to the power {}", set.power), -std::pow(-level_part, set.power) - level_part});
}

} // namespace

std::vector<ValuePart> value_parts(const ValueSet& set, std::span<const int> levels,
                                   const std::vector<std::string>& dimensions) {
  const bool product = set.model == "multiplicative";
  if ((!product && set.model != "additive") || levels.size() != set.levels.size()) return {};
  if (const auto given = set.states.find(profile_of(levels)); given != set.states.end())
    return {{"given outright for this state", given->second}};
  std::vector<ValuePart> out{{"start", set.start}};
  double level_part = 0;
  for (std::size_t d = 0; d < levels.size(); ++d) {
    const double amount = set.levels[d].at(static_cast<std::size_t>(levels[d] - 1));
    level_part += amount;
    out.push_back({fmt::format("{} at level {}", dimensions.at(d), levels[d]), amount});
  }
  if (!product) add_power(set, level_part, out);
  for (const auto& [name, coefficient] : set.terms) {
    const int count = value_term(name, levels).value_or(0);
    if (count == 0) continue;
    out.push_back({count == 1 || product ? name : fmt::format("{} x {}", name, count),
                   product ? coefficient : coefficient * count});
  }
  for (const LevelPair& pair : set.pairs) {
    const int count = pair_count(pair, levels);
    if (count == 0) continue;
    out.push_back(
        {fmt::format("{} with {}", dimensions.at(pair.first), dimensions.at(pair.second)), pair.value * count});
  }
  return out;
}

} // namespace joinedup
