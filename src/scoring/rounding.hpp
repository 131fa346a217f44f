// Rounding half up on the decimal that people see.
#pragma once

#include <cstdint>

namespace joinedup {

double power_of_ten(int decimals); ///< 0 to 15
/// `value` x 10^decimals, rounded half up (towards plus infinity); a tie is judged on the shortest decimal text.
std::int64_t scaled_half_up(double value, int decimals);

} // namespace joinedup
