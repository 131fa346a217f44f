#include "evaluate/scale_quality.hpp"
#include "support/catch.hpp"
#include "support/oracle_data.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace joinedup;
using joinedup::test::oracle_json;
using joinedup::test::OracleTable;

namespace {

struct Scale {
  ScaleShape shape;
  ScaleSums sums;
};

Scale read(const std::string& file, std::size_t items, int levels, const std::vector<std::string>& reversed) {
  const OracleTable table(file);
  Scale out;
  out.shape = {items,
               1,
               std::vector<std::int32_t>(items, 1),
               std::vector<std::int32_t>(items, levels),
               static_cast<double>(items),
               static_cast<double>(items) * levels};
  out.sums = ScaleSums(out.shape);
  for (std::size_t r = 0; r < table.rows(); ++r) {
    std::vector<ItemAnswer> answers(items);
    double score = 0;
    for (std::size_t i = 0; i < items; ++i) {
      const std::string name = "q" + std::to_string(i + 1);
      const double value = table.numbers(name)[r];
      score += value;
      if (std::isnan(value)) continue;
      const int code = static_cast<int>(value);
      const bool turned = std::find(reversed.begin(), reversed.end(), name) != reversed.end();
      answers[i] = {turned ? levels + 1 - code : code, static_cast<AnswerCode>(code), 0};
    }
    double sum = 0;
    for (const ItemAnswer& answer : answers)
      sum += answer.value;
    out.sums.add(out.shape, answers.data(), std::isnan(score) ? score : sum, 1);
  }
  return out;
}

const QualityStatistic& figure(const std::vector<MeasuredStatistic>& all, const std::string& name) {
  for (const MeasuredStatistic& one : all)
    if (one.statistic.name == name) return one.statistic;
  FAIL("no statistic " << name);
  return all.front().statistic;
}

double value(const std::vector<MeasuredStatistic>& all, const std::string& name) {
  const QualityStatistic& one = figure(all, name);
  return one.value ? *one.value : std::nan("");
}

} // namespace

TEST_CASE("alpha and item statistics of the worked set of 38 complete records equal psych") {
  const auto expected = oracle_json("quality/alpha_expected.json").at("complete");
  const Scale scale = read("quality/alpha_input.csv", 6, 5, {});
  const MeasuredScale m = measure(scale.sums, scale.shape);
  CHECK(scale.sums.complete == 38);
  CHECK_THAT(value(m.statistics, "alpha"), WithinRel(expected.at("raw_alpha").get<double>(), 1e-12));
  const QualityStatistic& alpha = figure(m.statistics, "alpha");
  CHECK_THAT(*alpha.lower, WithinRel(expected.at("feldt_ci95").at("lower").get<double>(), 1e-10));
  CHECK_THAT(*alpha.upper, WithinRel(expected.at("feldt_ci95").at("upper").get<double>(), 1e-10));
  CHECK_THAT(value(m.statistics, "inter_item"), WithinRel(expected.at("average_r").get<double>(), 1e-12));
  CHECK_THAT(value(m.statistics, "omega"), WithinAbs(expected.at("omega_total_1factor").get<double>(), 1e-6));
  for (std::size_t i = 0; i < 6; ++i) {
    const std::string name = "q" + std::to_string(i + 1);
    CHECK_THAT(value(m.items[i], "item_rest"), WithinRel(expected.at("item_rest_r").at(name).get<double>(), 1e-12));
    CHECK_THAT(value(m.items[i], "alpha_without"),
               WithinRel(expected.at("alpha_if_dropped").at(name).get<double>(), 1e-12));
  }
}

TEST_CASE("scales of three invented surveys have the quality that psych gives them") {
  const auto all = oracle_json("quality/psych_expected.json");
  for (const std::string name : {"near_one_factor", "reversed_item", "two_strands"}) {
    INFO(name);
    const auto& e = all.at(name);
    const auto numbers = [&](const char* key) { return e.at(key).get<std::vector<double>>(); };
    std::vector<std::string> reversed;
    if (e.at("reversed").is_string()) reversed.push_back(e.at("reversed"));
    const std::size_t items = numbers("item_mean").size();
    const Scale scale = read("quality/" + name + ".csv", items, e.at("levels").get<int>(), reversed);
    const MeasuredScale m = measure(scale.sums, scale.shape);
    CHECK(scale.sums.records == e.at("records").get<std::uint64_t>());
    CHECK(scale.sums.respondents == e.at("respondents").get<std::uint64_t>());
    CHECK(scale.sums.complete == e.at("complete").get<std::uint64_t>());
    for (const char* key : {"missing", "mean", "sd", "alpha", "inter_item"})
      CHECK_THAT(value(m.statistics, key), WithinRel(e.at(key).get<double>(), 1e-12));
    CHECK_THAT(*figure(m.statistics, "alpha").lower, WithinAbs(e.at("lower").get<double>(), 1e-10));
    CHECK_THAT(*figure(m.statistics, "alpha").upper, WithinAbs(e.at("upper").get<double>(), 1e-10));
    CHECK_THAT(value(m.statistics, "omega"), WithinAbs(e.at("omega").get<double>(), 1e-9));
    CHECK_THAT(value(m.statistics, "omega"), WithinAbs(e.at("omega_psych").get<double>(), 1e-6));
    for (std::size_t i = 0; i < items; ++i) {
      CHECK_THAT(value(m.items[i], "missing"), WithinAbs(numbers("item_missing")[i], 1e-12));
      CHECK_THAT(value(m.items[i], "mean"), WithinRel(numbers("item_mean")[i], 1e-12));
      CHECK_THAT(value(m.items[i], "sd"), WithinRel(numbers("item_sd")[i], 1e-12));
      CHECK_THAT(value(m.items[i], "item_rest"), WithinAbs(numbers("item_rest")[i], 1e-12));
      CHECK_THAT(value(m.items[i], "alpha_without"), WithinAbs(numbers("alpha_without")[i], 1e-12));
      CHECK_THAT(value(m.items[i], "loading"), WithinAbs(numbers("loadings")[i], 1e-7));
      CHECK_THAT(value(m.items[i], "loading"), WithinAbs(numbers("loadings_psych")[i], 1e-4)); // its optimiser's end
    }
  }
}
