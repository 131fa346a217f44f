#include "base/modern_processor.hpp"

#ifdef JOINEDUP_MODERN_PROCESSOR
#include <cstdlib>
#include <string_view>

namespace joinedup {

bool modern_processor() {
  const char* const plain = std::getenv("JOINEDUP_PLAIN_PROCESSOR");
  if (plain != nullptr && std::string_view(plain) == "1") return false;
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
         __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("popcnt") != 0;
}

} // namespace joinedup
#endif
