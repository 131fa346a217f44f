#include "publish/joined_bins.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

using Counts = std::vector<std::uint64_t>;
using Zones = std::vector<std::size_t>;

} // namespace

TEST_CASE("bins that hold enough people stay as they are") {
  CHECK(joined_bins(Counts{10, 12, 30}, Zones{0, 0, 0}, 10) ==
        std::vector<JoinedBins>{{0, 0, 10}, {1, 1, 12}, {2, 2, 30}});
}

TEST_CASE("a small bin is joined to the smaller of its neighbours") {
  CHECK(joined_bins(Counts{40, 3, 20, 15}, Zones{0, 0, 0, 0}, 10) ==
        std::vector<JoinedBins>{{0, 0, 40}, {1, 2, 23}, {3, 3, 15}});
}

TEST_CASE("a small bin stays within its band where the band has enough people") {
  // The neighbour below is smaller, and of another band.
  CHECK(joined_bins(Counts{11, 3, 20}, Zones{0, 1, 1}, 10) == std::vector<JoinedBins>{{0, 0, 11}, {1, 2, 23}});
}

TEST_CASE("a band of few people is joined to a neighbouring band") {
  CHECK(joined_bins(Counts{2, 1, 30, 25}, Zones{0, 0, 1, 2}, 10) == std::vector<JoinedBins>{{0, 2, 33}, {3, 3, 25}});
}

TEST_CASE("empty bins are joined too, and too few people in all give no bin") {
  CHECK(joined_bins(Counts{0, 0, 25, 0}, Zones{0, 0, 0, 0}, 10) == std::vector<JoinedBins>{{0, 3, 25}});
  CHECK(joined_bins(Counts{4, 5}, Zones{0, 0}, 10).empty());
  CHECK(joined_bins(Counts{}, Zones{}, 10).empty());
}

TEST_CASE("a minimum of one joins empty bins alone") {
  CHECK(joined_bins(Counts{0, 1, 2}, Zones{0, 0, 0}, 0) == std::vector<JoinedBins>{{0, 1, 1}, {2, 2, 2}});
}
