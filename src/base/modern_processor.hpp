// Code for processors with 256-bit integers (AVX2 and the bit instructions that came with it), chosen while the program
// runs. Such a function does what its plain twin does, with the same answers; JOINEDUP_PLAIN_PROCESSOR=1 in the
// environment leaves it out, so that the tests can hold one against the other on any machine.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define JOINEDUP_MODERN_PROCESSOR [[gnu::target("avx2,bmi,bmi2,popcnt,lzcnt")]]

namespace joinedup {
bool modern_processor();
} // namespace joinedup
#endif
