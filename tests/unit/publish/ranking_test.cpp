#include "publish/ranking.hpp"

#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("ranks and their intervals equal the worked example") {
  // docs/methods.md, section 8: Holm p .0328, .0153, .7237.
  const std::vector<RankCandidate> areas = {{66, 1.5, true}, {60, 2, true}, {59, 2, true}};
  const auto ranked = rank_areas(areas);
  CHECK(*ranked[0].rank == 1);
  CHECK(*ranked[1].rank == 2);
  CHECK(*ranked[2].rank == 3);
  CHECK((ranked[0].interval->low == 1 && ranked[0].interval->high == 1));
  CHECK((ranked[1].interval->low == 2 && ranked[1].interval->high == 3));
  CHECK((ranked[2].interval->low == 2 && ranked[2].interval->high == 3));
}

TEST_CASE("who may not be ranked takes no place") {
  const std::vector<RankCandidate> areas = {{70, 1, false}, {66, 1.5, true}, {60, 2, true}};
  const auto ranked = rank_areas(areas);
  CHECK_FALSE(ranked[0].rank);
  CHECK_FALSE(ranked[0].interval);
  CHECK(*ranked[1].rank == 1);
  CHECK(ranked[2].interval->high == 2);
}

TEST_CASE("equal values share a rank") {
  const std::vector<RankCandidate> areas = {{60, 1, true}, {60 + 1e-10, 1, true}, {50, 1, true}};
  const auto ranked = rank_areas(areas);
  CHECK((*ranked[0].rank == 1 && ranked[0].tied));
  CHECK((*ranked[1].rank == 1 && ranked[1].tied));
  CHECK((*ranked[2].rank == 3 && !ranked[2].tied));
}

TEST_CASE("one area alone has no rank") {
  const auto ranked = rank_areas(std::vector<RankCandidate>{{60, 1, true}, {50, 1, false}});
  CHECK_FALSE(ranked[0].rank);
}
