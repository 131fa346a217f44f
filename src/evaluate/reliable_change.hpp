// Whether one person's change is more than the error of measurement.
// Jacobson and Truax 1991 (10.1037/0022-006X.59.1.12): SEM = SD before x sqrt(1 - reliability), RCI = change / (sqrt 2
// SEM), reliable beyond 1.96; the least change that one person's scores can show is MDC95 = 1.96 sqrt 2 SEM.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace joinedup {

enum class Reliable : std::uint8_t { improved, unchanged, worse };
inline constexpr std::size_t reliable_changes = 3;
std::string_view words(Reliable change); ///< improved, unchanged, worse

struct ReliableChange {
  double sem = 0, mdc95 = 0;
  std::array<std::uint64_t, reliable_changes> people{}; ///< by Reliable; nobody where the SEM is 0 or not a number
};

/// The reliable change index of one person; NaN where the SEM is 0.
double reliable_change_index(double before, double after, double sem);

/// Pairs, all of them numbers; `reliability` of the score, from 0 to below 1; `low_is_good` turns improvement round.
ReliableChange reliable_change(std::span<const double> before, std::span<const double> after, double reliability,
                               bool low_is_good);

} // namespace joinedup
