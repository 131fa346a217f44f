#include "scoring/value_table.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "scoring/reverse_crosswalk.hpp"
#include "scoring/value_terms.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

// One hundred decimal digits hold every product here exactly: five probabilities of 16 digits and a value.
using Decimal = boost::multiprecision::cpp_dec_float_100;

/// The decimal that was written: doubles carry 15 digits faithfully.
Decimal decimal(double value) { return Decimal(shortest(value)); }

/// To a number of decimals, half away from zero.
class Rounding {
public:
  // Products with powers of ten are exact, a quotient would not be.
  explicit Rounding(int decimals) : up_(fmt::format("1e{}", decimals)), down_(fmt::format("1e-{}", decimals)) {}

  Decimal operator()(const Decimal& value) const {
    const Decimal away = trunc(abs(value) * up_ + half_) * down_;
    return value < 0 ? Decimal(-away) : away;
  }

private:
  Decimal up_, down_, half_ = Decimal("0.5");
};

double nearest_double(const Decimal& value) {
  constexpr int digits = 25; // of the text: far more than a double tells apart
  const auto number = parse_number(value.str(digits, std::ios_base::scientific));
  return number && *number != 0 ? *number : 0.0;
}

class Builder {
public:
  Builder(const ValueSet& set, std::span<const ValueSet> all, Diagnostics& diagnostics)
      : set_(set), all_(all), diagnostics_(diagnostics) {}

  std::vector<Decimal> exact() {
    if (set_.model == "crosswalk") return crosswalk();
    if (set_.model == "table") {
      std::vector<Decimal> out;
      for (const double value : set_.table)
        out.push_back(decimal(value));
      return out;
    }
    return by_state();
  }

private:
  void fault(std::string message, std::string hint = {}) {
    diagnostics_.error("J525", set_.where, fmt::format("value set {}: {}", set_.id, message), std::move(hint));
    failed_ = true;
  }

  /// Levels of each state in turn, from 1, the last dimension changing fastest.
  static bool next_state(std::vector<int>& levels, const std::vector<std::vector<double>>& shape) {
    for (std::size_t d = levels.size(); d-- > 0;) {
      if (levels[d] < static_cast<int>(shape[d].size())) {
        ++levels[d];
        return true;
      }
      levels[d] = 1;
    }
    return false;
  }

  void check_terms() {
    const std::vector<int> any(set_.levels.size(), 1);
    for (const auto& [name, value] : set_.terms) {
      if (!value_term(name, any)) fault(fmt::format("unknown term \"{}\"", name), suggestion(name, value_term_names()));
    }
    for (const LevelPair& pair : set_.pairs) {
      if (pair.first >= set_.levels.size() || pair.second >= set_.levels.size())
        fault("a pair names a dimension that it lacks");
    }
  }

  Decimal value_of(const std::vector<int>& levels) const {
    const bool product = set_.model == "multiplicative";
    Decimal part = product ? 1 : 0;
    for (std::size_t d = 0; d < levels.size(); ++d) {
      const Decimal step = decimal(set_.levels[d][static_cast<std::size_t>(levels[d] - 1)]);
      part = product ? Decimal(part * step) : Decimal(part + step);
    }
    if (set_.power != 1) part = -pow(Decimal(-part), decimal(set_.power));
    for (const auto& [name, coefficient] : set_.terms) {
      const int count = value_term(name, levels).value_or(0);
      if (product && count != 0) part *= decimal(coefficient);
      if (!product) part += decimal(coefficient) * count;
    }
    for (const LevelPair& pair : set_.pairs)
      part += decimal(pair.value) * pair_count(pair, levels);
    const Decimal start = decimal(set_.start);
    return product ? Decimal(start * part) : Decimal(start + part);
  }

  static int pair_count(const LevelPair& pair, const std::vector<int>& levels) {
    const int a = levels[pair.first], b = levels[pair.second];
    if (pair.first_level == 0) return (a - 1) * (b - 1);
    return a == pair.first_level && b == pair.second_level ? 1 : 0;
  }

  std::vector<Decimal> by_state() {
    check_terms();
    if (failed_) return {};
    std::vector<Decimal> out;
    std::vector<int> levels(set_.levels.size(), 1);
    do {
      std::string profile;
      for (const int level : levels)
        profile += std::to_string(level);
      const auto given = set_.states.find(profile);
      out.push_back(given != set_.states.end() ? decimal(given->second) : value_of(levels));
    } while (next_state(levels, set_.levels));
    return out;
  }

  std::vector<Decimal> target_values() {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [this](const ValueSet& s) { return s.id == set_.target_set; });
    if (found == all_.end() || found->model.find("crosswalk") != std::string::npos) {
      fault(fmt::format("its target {} is not among the value sets in reach", set_.target_set));
      return {};
    }
    std::vector<Decimal> out = Builder(*found, all_, diagnostics_).exact();
    std::vector<int> levels(set_.transition.size(), 1);
    std::vector<std::vector<double>> shape;
    for (const auto& dimension : set_.transition)
      shape.push_back(dimension.front());
    std::size_t states = 1;
    for (const auto& dimension : shape)
      states *= dimension.size();
    if (out.size() != states) {
      fault(fmt::format("its transitions lead to {} states, {} has {}", states, found->id, out.size()));
      return {};
    }
    const Rounding rounded(std::max(set_.target_decimals, 0));
    for (Decimal& value : out) {
      std::string profile;
      for (const int level : levels)
        profile += std::to_string(level);
      const auto given = set_.target_states.find(profile);
      if (given != set_.target_states.end()) value = decimal(given->second);
      if (set_.target_decimals >= 0) value = rounded(value);
      next_state(levels, shape);
    }
    return out;
  }

  /// Expected target value: dimensions are independent, so they are summed out one by one, the last first. The values
  /// are laid out [states of the dimensions not yet done][target level][states of those done].
  std::vector<Decimal> crosswalk() {
    std::vector<Decimal> values = target_values();
    if (values.empty()) return {};
    std::size_t after = 1;
    for (std::size_t d = set_.transition.size(); d-- > 0;) {
      const auto& rows = set_.transition[d];
      const std::size_t targets = rows.front().size(), before = values.size() / (targets * after);
      std::vector<Decimal> next(before * rows.size() * after);
      for (std::size_t b = 0; b < before; ++b)
        for (std::size_t from = 0; from < rows.size(); ++from)
          for (std::size_t to = 0; to < targets; ++to) {
            if (rows[from][to] == 0) continue;
            const Decimal probability = decimal(rows[from][to]);
            for (std::size_t a = 0; a < after; ++a)
              next[(b * rows.size() + from) * after + a] += probability * values[(b * targets + to) * after + a];
          }
      values = std::move(next);
      after *= rows.size();
    }
    return values;
  }

  const ValueSet& set_;
  std::span<const ValueSet> all_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

} // namespace

std::vector<double> value_table(const ValueSet& set, std::span<const ValueSet> all, Diagnostics& diagnostics) {
  if (set.model == "by_respondent") return set.by_respondent;
  if (set.model == "reverse_crosswalk") return reverse_crosswalk(set, all, diagnostics);
  std::vector<Decimal> exact = Builder(set, all, diagnostics).exact();
  for (const int decimals : set.publish_rounding)
    std::transform(exact.begin(), exact.end(), exact.begin(), Rounding(decimals));
  std::vector<double> out(exact.size());
  std::transform(exact.begin(), exact.end(), out.begin(), nearest_double);
  return out;
}

} // namespace joinedup
