#include "index/normalise.hpp"

#include "index/normalisers/goalposts.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {
const std::array table = {goalposts_normaliser};
} // namespace

std::span<const Normaliser> normalisers() { return table; }

const Normaliser* find_normaliser(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [name](const Normaliser& n) { return n.name == name; });
  return found == table.end() ? nullptr : &*found;
}

} // namespace joinedup
