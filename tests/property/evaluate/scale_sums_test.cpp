#include "evaluate/scale_quality.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <vector>

using namespace joinedup;

namespace {

ScaleShape shape_of_four() { return {4, 1, {1, 1, 1, 1}, {5, 5, 5, 5}, 4, 20}; }

std::vector<ItemAnswer> some_record() {
  std::vector<ItemAnswer> out(4);
  for (ItemAnswer& answer : out) {
    const int code = *rc::gen::inRange(0, 6);
    if (code > 0) answer = {code, static_cast<AnswerCode>(code), 0};
  }
  return out;
}

double score_of(const std::vector<ItemAnswer>& record) {
  double sum = 0;
  for (const ItemAnswer& answer : record)
    sum += answer.value == ItemAnswer::none ? std::nan("") : answer.value / 3.0;
  return sum;
}

bool same(const ScaleSums& a, const ScaleSums& b) {
  return a.cross == b.cross && a.sums == b.sums && a.complete == b.complete && a.records == b.records &&
         a.straight == b.straight && a.score_sum == b.score_sum && a.score_squares == b.score_squares &&
         a.respondents == b.respondents && a.scored == b.scored;
}

} // namespace

TEST_CASE("sums of a scale do not depend on order or grouping") {
  CHECK(rc::check("forwards in one part equals backwards in two", [] {
    const ScaleShape shape = shape_of_four();
    std::vector<std::vector<ItemAnswer>> records(*rc::gen::inRange<std::size_t>(0, 40));
    for (auto& record : records)
      record = some_record();
    const auto cut = *rc::gen::inRange<std::size_t>(0, records.size() + 1);
    ScaleSums all(shape), first(shape), second(shape);
    for (const auto& record : records)
      all.add(shape, record.data(), score_of(record), 1);
    for (std::size_t r = records.size(); r-- > 0;)
      (r < cut ? first : second).add(shape, records[r].data(), score_of(records[r]), 1);
    second.merge(first);
    RC_ASSERT(same(all, second));
  }));
}

TEST_CASE("covariances of a scale are those of the textbook") {
  CHECK(rc::check("two passes over the records give the same", [] {
    const ScaleShape shape = shape_of_four();
    std::vector<std::vector<ItemAnswer>> records(*rc::gen::inRange<std::size_t>(2, 40));
    ScaleSums sums(shape);
    for (auto& record : records) {
      record = some_record();
      for (ItemAnswer& answer : record)
        if (answer.value == ItemAnswer::none) answer = {1, 1, 0};
      sums.add(shape, record.data(), 0, 1);
    }
    const auto n = static_cast<double>(records.size());
    std::vector<double> mean(4);
    for (const auto& record : records)
      for (std::size_t i = 0; i < 4; ++i)
        mean[i] += record[i].value / n;
    const std::vector<double> found = covariances(sums, shape);
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = 0; j < 4; ++j) {
        double expected = 0;
        for (const auto& record : records)
          expected += (record[i].value - mean[i]) * (record[j].value - mean[j]) / (n - 1);
        RC_ASSERT(std::fabs(found[i * 4 + j] - expected) < 1e-12);
      }
  }));
}
