// Expectations are worked by hand from which window of codes holds the numbers.
#include "pipeline/look/scale_hint.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

Item item_of(int low, int high) {
  Item item;
  item.id = "q";
  for (int code = low; code <= high; ++code)
    item.options.push_back({code, {}});
  return item;
}

using Numbers = std::map<int, std::uint64_t>;

} // namespace

TEST_CASE("numbers 4 to 8 where 1 to 5 is expected are shifted by 3, though 4 and 5 are legal") {
  const Item item = item_of(1, 5);
  const ScaleHint hint = scale_hint(item, Numbers{{4, 2}, {5, 3}, {6, 9}, {7, 5}, {8, 1}});
  REQUIRE(hint.shifts == std::vector<int>{3});
  CHECK(hint.low == 4);
  CHECK(hint.high == 8);
  CHECK(hint.missing_looks.empty());
  CHECK(hint.recode(item) == std::map<std::string, int>{{"4", 1}, {"5", 2}, {"6", 3}, {"7", 4}, {"8", 5}});
}

TEST_CASE("numbers 0 to 3 where 1 to 4 is expected are shifted by -1") {
  const ScaleHint hint = scale_hint(item_of(1, 4), Numbers{{0, 5}, {1, 9}, {2, 20}, {3, 4}});
  CHECK(hint.shifts == std::vector<int>{-1});
}

TEST_CASE("a scale about zero is a shift and not a set of missing codes") {
  const ScaleHint hint = scale_hint(item_of(1, 5), Numbers{{-2, 5}, {-1, 9}, {0, 20}, {1, 4}, {2, 8}});
  CHECK(hint.shifts == std::vector<int>{-3});
  CHECK(hint.missing_looks.empty());
}

TEST_CASE("too few different numbers leave the shift open until left-out records tell") {
  const Numbers numbers{{5, 2}, {6, 5}, {7, 6}, {8, 3}}; // 4 to 8 or 5 to 9
  CHECK(scale_hint(item_of(1, 5), numbers).shifts == std::vector<int>{3, 4});
  CHECK(scale_hint(item_of(1, 5), numbers).recode(item_of(1, 5)).empty());
  CHECK(scale_hint(item_of(1, 5), numbers, {4}).shifts == std::vector<int>{3});
  CHECK(scale_hint(item_of(1, 5), numbers, {9, 6}).shifts == std::vector<int>{3, 4}); // 9 may mean no answer
}

TEST_CASE("missing codes beside legal codes are no shift") {
  for (const int code : {9, 99, -99, 999, -1}) {
    const ScaleHint hint = scale_hint(item_of(1, 3), Numbers{{1, 40}, {2, 30}, {3, 9}, {code, 5}});
    CHECK_FALSE(hint.any());
    CHECK(hint.missing_looks == std::vector<int>{code});
  }
  CHECK_FALSE(scale_hint(item_of(1, 7), Numbers{{1, 40}, {4, 30}, {7, 9}, {8, 5}, {9, 1}}).any());
}

TEST_CASE("a few slips among many answers are no other scale") {
  const ScaleHint hint = scale_hint(item_of(1, 5), Numbers{{0, 4}, {1, 400}, {2, 300}, {3, 200}, {4, 90}, {55, 1}});
  CHECK_FALSE(hint.any());
  CHECK(hint.missing_looks.empty());
}

TEST_CASE("numbers wider than the codes are another scale") {
  const ScaleHint hint = scale_hint(item_of(1, 4), Numbers{{0, 10}, {1, 10}, {2, 10}, {3, 10}, {4, 10}, {5, 10}});
  CHECK(hint.wider);
  CHECK_FALSE(hint.shifted());
  CHECK_FALSE(scale_hint(item_of(1, 4), Numbers{{2, 10}, {3, 10}}).any());
  CHECK_FALSE(scale_hint(item_of(1, 4), Numbers{}).any());
}
