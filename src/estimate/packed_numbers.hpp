// Numbers of dictionaries on their way to a file and back: a file numbers the texts in their own order, so that its
// bytes do not tell which thread met which text first.
#pragma once

#include "base/pack.hpp"

#include <cstdint>
#include <vector>

namespace joinedup {

/// When writing, the file's number by number of the run; when reading, the run's by number of the file. Empty: there is
/// no such dictionary, and the number is 0.
struct PackedNumbers {
  std::vector<std::uint32_t> area, stratum, cluster, category;
};

/// Refuses a number that the file's dictionary does not have.
inline void pack_number(Pack& pack, std::uint32_t& number, const std::vector<std::uint32_t>& numbers) {
  if (!pack.reading()) {
    std::uint32_t of_file = numbers.empty() ? 0 : numbers[number];
    pack.number(of_file);
    return;
  }
  pack.number(number);
  if (number < numbers.size()) {
    number = numbers[number];
  } else {
    if (number > 0 || !numbers.empty()) pack.refuse();
    number = 0;
  }
}

} // namespace joinedup
