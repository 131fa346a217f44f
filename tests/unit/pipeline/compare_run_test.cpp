#include "pipeline/compare_run.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>

using namespace joinedup;
using joinedup::test::MemoryStore;

namespace {

/// Two waves of `people` in three areas; levels by a fixed rule, the third level rare.
std::string survey(int people) {
  std::string out = "id,wave,place,eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad\n";
  std::uint32_t state = 20;
  const auto level = [&state] {
    state = state * 1664525U + 1013904223U;
    const std::uint32_t draw = state >> 24U; // 0 to 255
    return draw < 150 ? "1" : draw < 250 ? "2" : "3";
  };
  for (const std::string wave : {"pre", "post"}) {
    for (int p = 0; p < people; ++p) {
      if (wave == "post" && p % 11 == 0) continue;
      out += std::to_string(p) + "," + wave + "," + std::string(1, static_cast<char>('A' + p % 7 % 3));
      for (int item = 0; item < 5; ++item)
        out += std::string(",") + (p % 13 == 0 && item == 2 ? "" : level());
      out += '\n';
    }
  }
  return out;
}

std::vector<ComparisonRow> rows(int people, std::size_t block_bytes = 0, unsigned threads = 1) {
  MemoryStore store;
  store.files["s.csv"] = survey(people);
  CompareRequest request;
  request.survey.files = {"s.csv"};
  request.survey.instruments = {"eq-5d-3l"};
  request.survey.id = "id";
  request.survey.wave = "wave";
  request.survey.area = "place";
  request.survey.block_bytes = block_bytes;
  request.survey.threads = threads;
  request.between = {"pre", "post"};
  auto outcome = run_compare(request, store);
  REQUIRE(outcome);
  return std::move(outcome->results.rows);
}

auto fields(const ComparisonRow& row) {
  return std::tie(row.area_code, row.level, row.score, row.wave, row.statistic, row.dimension, row.category, row.value,
                  row.n, row.status);
}

} // namespace

TEST_CASE("compare does not depend on blocks or threads") {
  const auto one = rows(400), many = rows(400, 64, 4), other = rows(400, 1000, 3);
  REQUIRE(one.size() > 300);
  REQUIRE(many.size() == one.size());
  REQUIRE(other.size() == one.size());
  bool alike = true;
  for (std::size_t i = 0; i < one.size(); ++i)
    alike = alike && fields(one[i]) == fields(many[i]) && fields(one[i]) == fields(other[i]);
  CHECK(alike);
}

TEST_CASE("an interrupted series does not depend on blocks or threads") {
  const auto series = [](std::size_t block_bytes, unsigned threads) {
    MemoryStore store;
    std::string& text = store.files["s.csv"] = "month,eq5d_vas,eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad\n";
    for (int r = 0; r < 600; ++r)
      text += std::to_string(r * 7 % 6) + "," + std::to_string(r * 37 % 101) + ",1,1,2,1,3\n";
    CompareRequest request;
    request.survey.files = {"s.csv"};
    request.survey.instruments = {"eq-5d-3l"};
    request.survey.wave = "month";
    request.survey.block_bytes = block_bytes;
    request.survey.threads = threads;
    request.series = {"0", "1", "2", "3", "4", "5"};
    request.interruption = "3";
    auto outcome = run_compare(request, store);
    REQUIRE(outcome);
    return std::move(outcome->results.rows);
  };
  const auto one = series(0, 1), many = series(64, 4);
  REQUIRE(many.size() == one.size());
  bool alike = !one.empty();
  for (std::size_t i = 0; i < one.size(); ++i)
    alike = alike && fields(one[i]) == fields(many[i]);
  CHECK(alike);
}

TEST_CASE("whoever takes the areas shown from the total finds no category of 1 to 4 people") {
  std::size_t hidden = 0, shown = 0;
  for (const int people : {60, 120, 400, 900}) {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, double> left;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, int> hidden_areas;
    for (const ComparisonRow& row : rows(people)) {
      if (row.statistic != "level_count" && row.statistic != "pchc_count") continue;
      const auto key = std::tuple(row.wave, row.statistic, row.dimension, row.category);
      ++(row.value ? shown : hidden);
      if (row.value) {
        CHECK((*row.value == 0 || *row.value >= 5));
        if (row.level == "total") left[key] = *row.value;
      }
      if (row.level != "area" || !left.contains(key)) continue;
      if (row.value)
        left[key] -= *row.value;
      else
        ++hidden_areas[key];
    }
    for (const auto& [key, value] : left) {
      INFO(people << " " << std::get<0>(key) << " " << std::get<1>(key) << " " << std::get<2>(key) << " "
                  << std::get<3>(key) << " leaves " << value << " of " << hidden_areas[key]);
      CHECK((value == 0 || value >= 5));
      CHECK(hidden_areas[key] != 1);
    }
  }
  CHECK(hidden > 50);
  CHECK(shown > 50);
}

TEST_CASE("one person who is met once cannot be had from a wave's mean and that of the pairs") {
  const auto statuses = [](int lost) {
    MemoryStore store;
    std::string& text = store.files["s.csv"];
    text = "id,wave,eq5d_vas\n";
    for (int p = 0; p < 60; ++p) {
      text += std::to_string(p) + ",pre," + std::to_string(40 + p % 50) + "\n";
      if (p >= lost) text += std::to_string(p) + ",post," + std::to_string(45 + p % 50) + "\n";
    }
    CompareRequest request;
    request.survey.files = {"s.csv"};
    request.survey.instruments = {"eq-5d-3l"};
    request.survey.id = "id";
    request.survey.wave = "wave";
    request.between = {"pre", "post"};
    auto outcome = run_compare(request, store);
    REQUIRE(outcome);
    std::map<std::string, std::string> out;
    for (const ComparisonRow& row : outcome->results.rows)
      if (row.score.ends_with("vas")) out[row.wave + " " + row.statistic] = row.status;
    return out;
  };
  auto one = statuses(1), many = statuses(10), none = statuses(0);
  CHECK(one["pre mean"] == "suppressed");
  CHECK(one["pre sd"] == "suppressed");
  CHECK(one["post mean"] == "ok");
  CHECK(one["change mean_before"] == "ok");
  CHECK(many["pre mean"] == "ok");
  CHECK(none["pre mean"] == "ok");
}

namespace {

/// Two waves and one before them, in six areas of two arms; `few`: people of the last area of the first arm.
std::string armed(int few) {
  std::string out = "id,wave,place,arm,fft_1\n";
  std::uint32_t state = 5;
  for (const std::string wave : {"old", "pre", "post"})
    for (int a = 0; a < 6; ++a)
      for (int p = 0; p < (a == 2 ? few : 20); ++p) {
        state = state * 1664525U + 1013904223U;
        out += std::to_string(100 * a + p) + "," + wave + "," + std::string(1, static_cast<char>('A' + a)) +
               (a < 3 ? ",pilot," : ",usual,") + ((state >> 24U) < 150 ? "1" : "4") + "\n";
      }
  return out;
}

std::vector<ComparisonRow> armed_rows(const std::string& text, const std::string& arms = "arm=pilot,usual") {
  MemoryStore store;
  store.files["s.csv"] = text;
  CompareRequest request;
  request.survey.files = {"s.csv"};
  request.survey.instruments = {"fft"};
  request.survey.id = "id";
  request.survey.wave = "wave";
  request.survey.area = "place";
  request.between = {"pre", "post"};
  request.arms = arms;
  request.earlier = "old";
  auto outcome = run_compare(request, store);
  REQUIRE(outcome);
  return std::move(outcome->results.rows);
}

/// Rows of a difference in differences that have a value or a status other than suppressed.
std::size_t told(const std::vector<ComparisonRow>& rows, const std::string& wave) {
  std::size_t out = 0;
  for (const ComparisonRow& row : rows)
    out += row.wave == wave && row.status != "suppressed" ? 1U : 0U;
  return out;
}

} // namespace

TEST_CASE("a difference in differences is hidden where it would be an equation in one hidden area") {
  CHECK(told(armed_rows(armed(20)), "difference_in_differences") > 20);
  CHECK(told(armed_rows(armed(20)), "pre_trend") > 20);
  // 6 people in C: it is hidden with A, the next smallest, which is of the same arm and makes 26 with it.
  CHECK(told(armed_rows(armed(6)), "difference_in_differences") > 20);
  // With A in the other arm, C is the only hidden area of its own.
  std::string lone = armed(6);
  for (std::size_t at = lone.find(",A,pilot"); at != std::string::npos; at = lone.find(",A,pilot", at + 1))
    lone.replace(at, 8, ",A,usual");
  CHECK(told(armed_rows(lone), "difference_in_differences") == 0);
}

TEST_CASE("a difference in differences is hidden where few are in neither arm, or an arm has few") {
  std::string few = armed(20);
  for (int p = 0; p < 4; ++p)
    few += std::to_string(900 + p) + ",pre,A,other,1\n";
  CHECK(told(armed_rows(few), "difference_in_differences") == 0);
  for (int p = 0; p < 6; ++p)
    few += std::to_string(950 + p) + ",pre,A,other,1\n";
  CHECK(told(armed_rows(few), "difference_in_differences") > 20);
  CHECK(told(armed_rows(armed(20), "arm=pilot,nobody"), "difference_in_differences") == 0);
}
