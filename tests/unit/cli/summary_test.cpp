#include "cli/summary.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

AreaResult area(const std::string& code, double value, Band sampling, Band spread) {
  AreaResult a;
  a.code = code;
  a.name = "Area " + code;
  a.n = 1412;
  a.index = {value, 1.0, value - 1.96, value + 1.96, value - 3.09, value + 3.09};
  a.rank = 1;
  a.rank_interval = RankInterval{1, 17};
  a.comparison.band_sampling = sampling;
  a.comparison.band = spread;
  return a;
}

RunResults example() {
  RunResults r;
  r.index.title = "Test index";
  r.total_name = "England";
  r.target.name = "England";
  r.total.index = {61.94, 0.2, 61.5, 62.3, {}, {}};
  r.areas = {area("A1", 60.0, Band::worse, Band::as_expected), area("A2", 66.81, Band::much_better, Band::better)};
  AreaResult hidden;
  hidden.code = "A3";
  hidden.status.suppressed = true;
  r.areas.push_back(hidden);
  IndicatorInfo info;
  info.label = "P3CEQ";
  info.domain = "experience";
  info.weight = 0.5;
  info.question_weights = {{"a", 0.05}, {"b", 0.05}};
  r.indicators = {info};
  return r;
}

} // namespace

TEST_CASE("the summary quotes its numbers and puts the highest value first") {
  CHECK(summary_text(example(), 200, "out/index.csv") ==
        "Test index: England 61.9 (61.5 to 62.3)\n"
        " 3 areas: 2 ranked, 1 suppressed\n"
        " different from England: 1 better, 1 worse; outside the usual spread of areas: 1 better\n"
        "\n"
        " area          n        index   95 % interval   rank between   against England   against the usual spread\n"
        " Area A2   1,412         66.8    64.9 to 68.8       1 and 17   much better       better\n"
        " Area A1   1,412         60.0    58.0 to 62.0       1 and 17   worse             as expected\n"
        " A3            -   suppressed               -              -   -                 -\n"
        " what weighs: P3CEQ 50.0 % (each question 5.0 %)\n");
}

TEST_CASE("crude outcomes are higher and lower") {
  RunResults r = example();
  r.crude_outcomes = true;
  const std::string text = summary_text(r, 200, "out/index.csv");
  CHECK(text.find("1 higher, 1 lower; outside the usual spread of areas: 1 higher") != std::string::npos);
  CHECK(text.find("better") == std::string::npos);
  CHECK(band_words(Band::as_expected, true) == "as expected");
  CHECK(band_words(Band::none, true) == "-");
}

TEST_CASE("more than ten areas are cut and the file is named") {
  RunResults r = example();
  r.areas.assign(12, area("A1", 60, Band::none, Band::none));
  CHECK(summary_text(r, 200, "out/index.csv").find(" ... and 2 more in out/index.csv\n") != std::string::npos);
}
