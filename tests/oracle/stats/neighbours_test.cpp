#include "stats/neighbours.hpp"

#include "support/catch.hpp"
#include "support/oracle_data.hpp"

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("distances between areas equal those of base R on standardised columns") {
  const auto oracle = oracle_json("peers/expected.json");
  std::vector<Described> areas;
  for (const auto& row : oracle["input"])
    areas.push_back({row["area"], {row["imd"], row["over65"], row["rural"], row["pop"]}});
  const Neighbours neighbours(areas, {});
  std::vector<std::size_t> all;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    all.push_back(a);
    for (std::size_t b = 0; b < areas.size(); ++b)
      CHECK_THAT(neighbours.distance(a, b), WithinAbs(oracle["distance_z_euclid"][a][b].get<double>(), 1e-12));
  }
  const auto nearest = neighbours.nearest(0, all, 3);
  REQUIRE(nearest.size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(areas[nearest[i].unit].code == oracle["nearest3_A01"][i].get<std::string>());
}
