#include "pipeline/quality_run.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <string>

using namespace joinedup;
using joinedup::test::MemoryStore;

namespace {

constexpr const char* headings = "area,wemwbs_1,wemwbs_2,wemwbs_3,wemwbs_6,wemwbs_7,wemwbs_9,wemwbs_11\n";

/// `people` of an area, the first `complete` of them with all seven answers.
std::string answers(const std::string& area, int people, int complete) {
  std::string out;
  for (int i = 0; i < people; ++i) {
    out += area;
    for (int item = 0; item < 7; ++item)
      out += i >= complete && item == 6 ? "," : "," + std::to_string(1 + (i * 3 + item * (i % 2 + 1)) % 5);
    out += '\n';
  }
  return out;
}

QualityResults run(MemoryStore& store, std::size_t block_bytes = 0, unsigned threads = 1) {
  QualityRequest request;
  request.survey.files = {"s.csv"};
  request.survey.instruments = {"swemwbs"};
  request.survey.area = "area";
  request.survey.block_bytes = block_bytes;
  request.survey.threads = threads;
  auto outcome = run_quality(request, store);
  REQUIRE(outcome);
  return std::move(outcome->results);
}

const QualityStatistic& figure(const QualityResults& results, std::size_t area, const std::string& name) {
  const QualityStatistic* one = statistic(results.areas.at(area).scales.front().statistics, name);
  REQUIRE(one != nullptr);
  return *one;
}

} // namespace

TEST_CASE("alpha is hidden where too few are complete and in the area that would give it away") {
  MemoryStore store;
  store.files["s.csv"] = headings + answers("A", 30, 30) + answers("B", 25, 25) + answers("C", 20, 5);
  const QualityResults results = run(store);
  REQUIRE(results.areas.size() == 3);
  for (std::size_t a = 0; a < 3; ++a)
    CHECK(figure(results, a, "response").value == 1.0);
  CHECK(figure(results, 0, "alpha").value);
  CHECK(figure(results, 1, "alpha").status.suppressed_secondary);
  CHECK(figure(results, 2, "alpha").status.suppressed);
  for (const char* name : {"alpha", "omega", "complete", "mean"}) {
    CHECK_FALSE(figure(results, 2, name).value);
    CHECK_FALSE(figure(results, 2, name).n);
  }
  CHECK(statistic(results.total.scales.front().statistics, "alpha")->value);
}

TEST_CASE("quality does not depend on blocks or threads") {
  MemoryStore store;
  store.files["s.csv"] = headings + answers("A", 40, 35) + answers("B", 33, 20) + answers("A", 21, 21);
  const QualityResults one = run(store), many = run(store, 64, 4);
  for (std::size_t a = 0; a < 2; ++a) {
    for (const char* name : {"response", "missing", "mean", "sd", "alpha", "omega", "inter_item"})
      CHECK(figure(one, a, name).value == figure(many, a, name).value);
  }
}
