#include "pipeline/explain_area.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>

using namespace joinedup;

namespace {

// Two measures worked by hand: 100 x (15 - 0) / 30 = 50 and, where low is good, 100 x (10 - 4) / 10 = 60; index
// 0.75 x 50 + 0.25 x 60 = 52.5, against 40 and 80 of the whole: 0.75 x 10 - 0.25 x 20 = 2.5 above its 50.
const std::string results = R"({
  "index": {"title": "Worked"},
  "target": {"name": "the whole", "value": 50, "tau2": 1.25, "phi": 2.5},
  "settings": [{"name": "overdispersion", "value": "additive"}],
  "indicators": [
    {"indicator": "one", "label": "First", "domain": "d", "low": 0, "high": 30, "direction": "higher", "weight": 0.75},
    {"indicator": "two", "label": "Second", "domain": "e", "low": 0, "high": 10, "direction": "lower", "weight": 0.25},
    {"indicator": "three", "label": "Third", "domain": null, "low": 0, "high": 1, "direction": "higher", "weight": 0}],
  "domain_weights": {"d": 0.75, "e": 0.25},
  "areas": [
    {"area_code": "A", "area_name": "Aye", "value": 52.5, "n": 80, "se": 1, "difference": 2.5, "z": 2.5, "p": 0.0124,
     "band_sampling": "better", "band": "as expected", "fdr": "yes", "z_od": 1.667, "status": "ok", "rank": 1,
     "rank_low": 1, "rank_high": 2, "domains": {"d": 50, "e": 60},
     "indicators": [{"indicator": "one", "value": 15, "n": 70, "status": "ok"},
                    {"indicator": "two", "value": 4, "n": 75, "status": "ok"},
                    {"indicator": "three", "value": null, "n": null, "status": "suppressed", "reason": "fewer than 10 answers"}],
     "contributions": [{"indicator": "one", "weight": 0.75, "points": 7.5},
                       {"indicator": "two", "weight": 0.25, "points": -5}]},
    {"area_code": "B", "area_name": "Bee", "value": null, "n": null, "status": "suppressed",
     "reason": "fewer than 10 answers", "domains": {}, "indicators": [], "contributions": []}],
  "regions": [],
  "total": {"value": 50, "indicators": [{"indicator": "one", "value": 12}, {"indicator": "two", "value": 2}]}})";

std::string line(const ExplainLines& lines, const std::string& name, unsigned which = 0) {
  for (const ExplainLine& one : lines)
    if (one.name == name && which-- == 0) return one.text;
  return {};
}

} // namespace

TEST_CASE("an area is explained by the arithmetic of its published numbers") {
  const auto lines = explain_area(results, "results.json", "A");
  REQUIRE(lines);
  CHECK(line(*lines, "index") == "= 52.500 (ok), Worked, from 80 respondents");
  CHECK(line(*lines, "points", 0) == "100 x (15.0000 - 0) / (30 - 0) = 50.000");
  CHECK(line(*lines, "points", 1) == "100 x (10 - 4.0000) / (10 - 0) = 60.000");
  CHECK(line(*lines, "the whole", 0) == "40.000 points");
  CHECK(line(*lines, "the whole", 1) == "80.000 points");
  CHECK(line(*lines, "domains") == "0.7500 x d 50.000 + 0.2500 x e 60.000 = 52.500");
  CHECK(line(*lines, "sum") == "+2.500");
  CHECK(line(*lines, "z").starts_with("difference / SE = 2.500, p 0.0124, better"));
  CHECK(line(*lines, "z_od")
            .starts_with("difference / SE with the usual spread in it (tau2 1.2500, phi 2.5000; additive) = 1.667"));
  CHECK(line(*lines, "rank") == "1, with 95 % confidence between 1 and 2");
  CHECK(line(*lines, "mean", 2) == "not given (suppressed): fewer than 10 answers");
}

TEST_CASE("an area can be named and a hidden one tells its reason alone") {
  const auto lines = explain_area(results, "results.json", "Bee");
  REQUIRE(lines);
  CHECK(line(*lines, "index") == "not given (suppressed): fewer than 10 answers");
  CHECK(lines->size() == 2);
}

TEST_CASE("what is no result of a benchmark, or no area in it, is J154") {
  const auto unknown = explain_area(results, "results.json", "C");
  CHECK_FALSE(unknown);
  CHECK(unknown.diagnostics.count("J154") == 1);
  CHECK(explain_area(results, "results.json", "Nowhere").diagnostics.all().front().hint == "one of A, B");
  CHECK(explain_area(results, "results.json", "Beee").diagnostics.all().front().hint == "did you mean Bee?");
  const auto other = explain_area("{}", "other.json", "A");
  CHECK_FALSE(other);
  CHECK(other.diagnostics.all().front().message == "this holds no results of a benchmark");
  CHECK_FALSE(explain_area("{", "broken.json", "A"));
}
