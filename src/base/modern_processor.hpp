// Code for processors with 256-bit integers (AVX2 and the bit instructions that came with it), chosen while the program
// runs. Such a function does what its plain twin does, with the same answers.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define JOINEDUP_MODERN_PROCESSOR [[gnu::target("avx2,bmi,bmi2,popcnt,lzcnt")]]

namespace joinedup {
inline bool modern_processor() {
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
         __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("popcnt") != 0;
}
} // namespace joinedup
#endif
