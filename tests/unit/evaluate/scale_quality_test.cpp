#include "evaluate/quality_rules.hpp"
#include "evaluate/scale_quality.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace joinedup;

namespace {

ScaleShape shape_of(std::size_t items) {
  return {items,
          1,
          std::vector<std::int32_t>(items, 0),
          std::vector<std::int32_t>(items, 3),
          0,
          3.0 * static_cast<double>(items)};
}

/// Negative = missing for the reason of that number less one: -1 blank, -7 invalid.
std::vector<ItemAnswer> record(const std::vector<int>& codes) {
  std::vector<ItemAnswer> out;
  for (const int code : codes)
    out.push_back(code < 0 ? ItemAnswer{ItemAnswer::none, answer::missing, static_cast<std::uint8_t>(-code - 1)}
                           : ItemAnswer{code, static_cast<AnswerCode>(code), 0});
  return out;
}

ScaleSums sums_of(const ScaleShape& shape, const std::vector<std::vector<int>>& records) {
  ScaleSums out(shape);
  for (const auto& codes : records) {
    double score = 0;
    for (const int code : codes)
      score += code < 0 ? std::nan("") : code;
    out.add(shape, record(codes).data(), score, 1);
  }
  return out;
}

QualityStatistic figure(const std::vector<MeasuredStatistic>& all, const std::string& name) {
  for (const MeasuredStatistic& one : all)
    if (one.statistic.name == name) return one.statistic;
  return {};
}

} // namespace

TEST_CASE("shares of a scale are those counted by hand") {
  const ScaleShape shape = shape_of(3);
  // Six records: one answers nothing, one leaves an item blank, one an invalid answer; three are complete.
  const ScaleSums sums = sums_of(shape, {{0, 0, 0}, {3, 3, 3}, {1, 2, 3}, {-1, 2, 2}, {1, -7, 2}, {-1, -1, -1}});
  const MeasuredScale m = measure(sums, shape);
  CHECK_THAT(*figure(m.statistics, "response").value, WithinRel(5 / 6.0, 1e-15));
  CHECK(*figure(m.statistics, "response").n == 6);
  CHECK_THAT(*figure(m.statistics, "missing").value, WithinRel(2 / 15.0, 1e-15));
  CHECK_THAT(*figure(m.statistics, "complete").value, WithinRel(3 / 5.0, 1e-15));
  CHECK_THAT(*figure(m.statistics, "floor").value, WithinRel(1 / 3.0, 1e-15));
  CHECK_THAT(*figure(m.statistics, "ceiling").value, WithinRel(1 / 3.0, 1e-15));
  CHECK(*figure(m.statistics, "mean").value == 5);
  CHECK_THAT(*figure(m.statistics, "straight_lining").value, WithinRel(2 / 3.0, 1e-15));
  CHECK_THAT(*figure(m.items[0], "missing:missing").value, WithinRel(1 / 5.0, 1e-15));
  CHECK_THAT(*figure(m.items[1], "missing:invalid").value, WithinRel(1 / 5.0, 1e-15));
  CHECK(figure(m.items[2], "missing:missing").name.empty());
  CHECK(*figure(m.items[2], "mean").value == 2);
}

TEST_CASE("what cannot be computed says why") {
  const ScaleShape shape = shape_of(2);
  const MeasuredScale nobody = measure(ScaleSums(shape), shape);
  CHECK(figure(nobody.statistics, "alpha").reason == "nobody answered");
  CHECK_FALSE(figure(nobody.statistics, "mean").value);
  const MeasuredScale two = measure(sums_of(shape, {{1, 2}, {2, 3}}), shape);
  CHECK(figure(two.statistics, "alpha").reason == "fewer than 3 complete answers");
  const MeasuredScale flat = measure(sums_of(shape, {{1, 2}, {1, 2}, {1, 2}}), shape);
  CHECK(figure(flat.statistics, "alpha").reason == "the answers do not vary");
  CHECK(figure(flat.statistics, "omega").reason == "two items do not make out a factor");
  CHECK(figure(flat.items[0], "item_rest").reason == "it, or all the rest, does not vary");
  CHECK(figure(flat.items[0], "alpha_without").reason == "one item would remain");
}

TEST_CASE("figures beyond a documented limit are flagged in words") {
  CHECK(quality_flag("alpha", false, 0.69) == "alpha below 0.7");
  CHECK(quality_flag("alpha", false, 0.7).empty());
  CHECK(quality_flag("ceiling", false, 0.1501) == "ceiling: more than 15 % at the highest score");
  CHECK(quality_flag("ceiling", false, 0.15).empty());
  CHECK(quality_flag("ceiling", true, 0.9).empty()); // of items: not a rule
  CHECK(quality_flag("item_rest", true, 0.2) == "little in common with the rest: below 0.3");
  CHECK(quality_flag("item_rest", true, -0.2) == "runs against the rest: is its scoring the wrong way round?");
  for (const QualityRule& rule : quality_rules())
    CHECK_FALSE(rule.source.empty());
}

TEST_CASE("a record that stands for several counts as so many") {
  const ScaleShape shape = shape_of(2);
  ScaleSums once(shape), often(shape);
  once.add(shape, record({1, 3}).data(), 4, 3);
  for (int i = 0; i < 3; ++i)
    often.add(shape, record({1, 3}).data(), 4, 1);
  CHECK(once.cross == often.cross);
  CHECK(once.score_squares == often.score_squares);
  CHECK(once.items[1].squares == 27);
  CHECK(once.respondents == 3);
}

TEST_CASE("every reason of a missing answer has a word") {
  CHECK(lack_words(lack_reason(answer::missing)) == "missing");
  CHECK(lack_words(lack_reason(answer::not_applicable)) == "not_applicable");
  CHECK(lack_words(lack_reason(answer::user_missing)) == "user_missing");
  CHECK(lack_words(lack_reason(answer::invalid)) == "invalid");
  CHECK(lack_words(lack_reason(answer::catch_all)) == "catch_all");
  CHECK(lack_words(lack_reason(9)) == "invalid"); // a code that the item does not have
}

TEST_CASE("counts too large for the interval of alpha leave alpha and say why the interval lacks") {
  const ScaleShape shape = shape_of(3);
  ScaleSums sums(shape);
  for (const std::vector<int>& codes : {std::vector<int>{0, 0, 1}, {3, 3, 2}, {1, 2, 3}, {2, 1, 0}}) {
    double score = 0;
    for (const int code : codes)
      score += code;
    sums.add(shape, record(codes).data(), score, 100'000'000'000);
  }
  const QualityStatistic alpha = figure(measure(sums, shape).statistics, "alpha");
  REQUIRE(alpha.value);
  CHECK(alpha.lower.has_value() == alpha.upper.has_value());
  CHECK(alpha.reason.empty() == alpha.lower.has_value());
}
