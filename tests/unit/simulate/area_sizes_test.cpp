#include "simulate/area_sizes.hpp"
#include "support/catch.hpp"

#include <cstdlib>
#include <numeric>

using namespace joinedup;

namespace {

SimulatedSizes rule() {
  SimulatedSizes out;
  out.period = 100;
  out.flatness = 1;
  out.stride = 1;
  out.few = {{1, 3}};
  return out;
}

std::vector<int> counted(const AreaSizes& sizes, std::size_t areas, std::uint64_t from, std::uint64_t to) {
  std::vector<int> out(areas, 0);
  for (std::uint64_t i = from; i < to; ++i) {
    ++out.at(sizes.area_of(i));
  }
  return out;
}

} // namespace

TEST_CASE("Areas outside the few fall like one over their rank") {
  // 97 records for ranks 0, 1, 2 with weights 1, 1/2, 1/3: 52.9, 26.5, 17.6, cut to whole records; two are over.
  CHECK(AreaSizes(rule(), 4).sizes() == std::vector<int>{53, 3, 27, 17});
}

TEST_CASE("Every period holds each area exactly as often as its size says") {
  const AreaSizes sizes(rule(), 4);
  CHECK(counted(sizes, 4, 0, 100) == sizes.sizes());
  CHECK(counted(sizes, 4, 700, 800) == sizes.sizes());
}

TEST_CASE("A part of a period already holds areas in about their shares") {
  const AreaSizes sizes(rule(), 4);
  const std::vector<int> half = counted(sizes, 4, 0, 50);
  for (std::size_t a = 0; a < 4; ++a) {
    CHECK(std::abs(2 * half[a] - sizes.sizes()[a]) <= 4);
  }
}

TEST_CASE("A geography with one area gives it everybody") {
  SimulatedSizes all = rule();
  all.few = {{0, 3}};
  CHECK(AreaSizes(all, 1).sizes() == std::vector<int>{100});
}

TEST_CASE("Sizes of few that the geography does not reach are passed over") {
  SimulatedSizes far = rule();
  far.few = {{9, 3}};
  const std::vector<int> sizes = AreaSizes(far, 2).sizes();
  CHECK(std::accumulate(sizes.begin(), sizes.end(), 0) == 100);
}
