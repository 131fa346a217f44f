// Expectations follow from how the answers are made: one trait, so that items rise together; one item turned round.
#include "pipeline/look/item_pairs.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace joinedup;
using Catch::Matchers::WithinAbs;

namespace {

constexpr std::size_t items = 5, records = 200;

Instrument five_items() {
  Instrument out;
  out.id = "five";
  for (std::size_t i = 0; i < items; ++i) {
    Item item;
    item.id = "q_" + std::to_string(i + 1);
    for (int code = 1; code <= 5; ++code)
      item.options.push_back({code, {}});
    out.items.push_back(item);
  }
  return out;
}

/// Record r has the trait 1 + r mod 5; each item adds a step that goes its own way round.
AnswerBlock answers(int turned) {
  AnswerBlock block;
  block.items.resize(items);
  for (std::size_t i = 0; i < items; ++i) {
    for (std::size_t r = 0; r < records; ++r) {
      const int step = (r / 5 + i) % 3 == 0 ? 1 : 0;
      const int answer = std::min(5, static_cast<int>(1 + r % 5) + step);
      block.items[i].push_back(static_cast<AnswerCode>(static_cast<int>(i) == turned ? 6 - answer : answer));
    }
  }
  return block;
}

std::vector<std::size_t> against(const Instrument& instrument, int turned) {
  ItemPairs pairs(instrument);
  pairs.see(answers(turned), std::vector<DropReason>(records, DropReason::none));
  return pairs.against_the_rest();
}

} // namespace

TEST_CASE("the correlation of a pair is Pearson's") {
  PairSums sums; // (1, 2), (2, 1), (3, 4), (4, 3): r = 0.6 by hand
  for (const auto& [x, y] : {std::pair{1, 2}, std::pair{2, 1}, std::pair{3, 4}, std::pair{4, 3}}) {
    ++sums.n;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
  }
  REQUIRE(sums.correlation());
  CHECK_THAT(*sums.correlation(), WithinAbs(0.6, 1e-12));
  CHECK_FALSE(PairSums{}.correlation());
}

TEST_CASE("an item that falls where the others rise is found") {
  CHECK(against(five_items(), 2) == std::vector<std::size_t>{2});
  CHECK(against(five_items(), -1).empty());
}

TEST_CASE("an item that the definition reverses is expected to fall") {
  Instrument instrument = five_items();
  ScoreDefinition score;
  score.steps.push_back({"reverse", {{"items", {ParameterList{{std::string("q_3"), {}}}, {}}}}, {}});
  instrument.scores.push_back(score);
  CHECK(against(instrument, 2).empty());
  CHECK(against(instrument, -1) == std::vector<std::size_t>{2});
}

TEST_CASE("few records and dropped ones say nothing of direction") {
  ItemPairs pairs(five_items());
  pairs.see(answers(2), std::vector<DropReason>(records, DropReason::not_a_response));
  CHECK(pairs.against_the_rest().empty());
}

TEST_CASE("blocks in any order give the same sums") {
  const std::vector<DropReason> taken(records, DropReason::none);
  ItemPairs whole(five_items()), first(five_items()), second(five_items());
  whole.see(answers(2), taken);
  whole.see(answers(-1), taken);
  first.see(answers(-1), taken);
  second.see(answers(2), taken);
  first.merge(second);
  CHECK(first.against_the_rest() == whole.against_the_rest());
}
