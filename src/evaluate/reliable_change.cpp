#include "evaluate/reliable_change.hpp"

#include "stats/moments.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace joinedup {

namespace {

constexpr double limit = 1.96; // as Jacobson and Truax have it, not the quantile

} // namespace

std::string_view words(Reliable change) {
  constexpr std::array<std::string_view, reliable_changes> all{"improved", "unchanged", "worse"};
  return all.at(static_cast<std::size_t>(change));
}

double reliable_change_index(double before, double after, double sem) {
  return sem > 0 ? (after - before) / (std::numbers::sqrt2 * sem) : std::numeric_limits<double>::quiet_NaN();
}

ReliableChange reliable_change(std::span<const double> before, std::span<const double> after, double reliability,
                               bool low_is_good) {
  ReliableChange out;
  out.sem = moments(before).sd * std::sqrt(1 - reliability);
  out.mdc95 = limit * std::numbers::sqrt2 * out.sem;
  if (!(out.sem > 0)) return out;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const double up = reliable_change_index(before[i], after[i], out.sem);
    const double good = low_is_good ? -up : up;
    const Reliable change = good > limit ? Reliable::improved : good < -limit ? Reliable::worse : Reliable::unchanged;
    ++out.people.at(static_cast<std::size_t>(change));
  }
  return out;
}

} // namespace joinedup
