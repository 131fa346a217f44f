#include "pipeline/analyses/distributions.hpp"
#include "pipeline/analyses/wave_change.hpp"
#include "pipeline/earlier_release.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

Estimated estimate(double value, double se) {
  Estimated out;
  out.value = value;
  out.se = se;
  return out;
}

AreaResult area(const std::string& code, double index, double se, double measure) {
  AreaResult out;
  out.code = out.name = code;
  out.level = code == "ALL" ? Level::total : Level::area;
  out.n = 100;
  out.index = estimate(index, se);
  out.indicators.push_back({"mood", 100, estimate(measure, se), {}, {}, {}, {}});
  return out;
}

RunResults wave(std::vector<AreaResult> areas, AreaResult total) {
  RunResults out;
  out.index.id = "plain";
  out.index.version = "1";
  out.study.last_wave = LastWave{};
  IndicatorInfo info;
  info.id = info.label = "mood";
  info.score = "mood.total";
  info.low = 0;
  info.high = 50;
  info.weight = 1;
  out.indicators = {info};
  out.areas = std::move(areas);
  out.total = std::move(total);
  return out;
}

AnalysisOutput analysed(const Analysis& analysis, const RunResults& now, const RunResults* before,
                        const ScoreCounts* scores = nullptr, std::span<const ScoreBins> bins = {},
                        const EarlierRelease* earlier = nullptr) {
  const Estimates estimates;
  const IndexFrame frame;
  const DraftTable drafts;
  return analysis.run({estimates, nullptr, frame, drafts, now, 1, nullptr, scores, bins, earlier, before});
}

RunResults first() { return wave({area("A", 50, 3, 25), area("B", 60, 3, 30)}, area("ALL", 55, 1, 27)); }
RunResults second() { return wave({area("A", 60, 4, 30), area("B", 58, 4, 29)}, area("ALL", 58, 1, 28)); }

double number(const TableCell& cell) { return std::get<double>(cell); }

} // namespace

TEST_CASE("a change since the wave before has the error of two independent waves") {
  const RunResults before = first(), now = second();
  const AnalysisOutput out = analysed(wave_change_analysis, now, &before);
  REQUIRE(out.tables.size() == 1);
  const ResultTable& table = out.tables.front();
  REQUIRE(table.rows.size() == 6); // two areas and the whole, index and measure
  CHECK(std::get<std::string>(table.rows[0][0]) == "A");
  CHECK(number(table.rows[0][6]) == 10);
  CHECK_THAT(number(table.rows[0][7]), WithinAbs(5, 1e-12)); // root of 9 + 16
  CHECK_THAT(number(table.rows[0][8]), WithinAbs(10 - 1.959963984540054 * 5, 1e-9));
  CHECK_THAT(number(table.rows[0][9]), WithinAbs(10 + 1.959963984540054 * 5, 1e-9));
  CHECK(number(table.rows[1][6]) == -2);
  CHECK(table.finding == "The index rose in 1 and fell in 0 of 2 areas by more than sampling chance.");
}

TEST_CASE("a figure that either wave hides, or that is partial, has no change") {
  RunResults before = first(), now = second();
  before.areas[0].status.suppressed = true;
  before.areas[0].index = {};
  now.areas[1].status.partial = true;
  now.areas[1].indicators[0].status.suppressed_secondary = true;
  const ResultTable table = analysed(wave_change_analysis, now, &before).tables.at(0);
  REQUIRE(table.rows.size() == 3); // the whole's index, A's measure and the whole's
  CHECK(std::get<std::string>(table.rows[0][0]) == "ALL");
  CHECK(std::get<std::string>(table.rows[1][3]) == "mood");
}

TEST_CASE("an index of another version or other measures is not compared with that of the wave before") {
  const RunResults before = first();
  RunResults now = second();
  now.index.version = "2";
  CHECK(analysed(wave_change_analysis, now, &before).tables.at(0).rows.size() == 3); // the measure alone
  now = second();
  now.indicators[0].high = 60;
  CHECK(analysed(wave_change_analysis, now, &before).tables.empty());
}

TEST_CASE("bars that an earlier release and this one together would use to tell of few people are left out") {
  const std::vector<ScoreBins> bins{score_bins(0, 10, {})};
  RunResults now = second();
  now.study.disclosure.minimum = 10;
  now.total.indicators[0].n = 60;
  ScoreCounts counts(bins);
  for (const double score : {1.0, 5.0, 9.0}) // twenty people each
    counts.add(bins, 1, 20, std::vector<double>{score});
  const AnalysisOutput alone = analysed(distributions_analysis, now, nullptr, &counts, bins);
  REQUIRE(alone.tables.size() == 1);
  REQUIRE(alone.tables[0].rows.size() == 3);
  EarlierRelease earlier;
  for (const auto& row : alone.tables[0].rows)
    earlier.bars["mood.total"].push_back({number(row[1]), number(row[2]), std::get<std::uint64_t>(row[6])});
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins, &earlier).tables.size() == 1); // the same people
  earlier.bars["mood.total"][1].n -= 3;
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins, &earlier).tables.empty());
  earlier.bars["mood.total"][1].n -= 7; // ten came
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins, &earlier).tables.size() == 1);
}

TEST_CASE("scores of people who are not all counted by score, and of a hidden whole, are not told") {
  const std::vector<ScoreBins> bins{score_bins(0, 10, {})};
  RunResults now = second();
  now.study.disclosure.minimum = 10;
  ScoreCounts counts(bins);
  counts.add(bins, 1, 50, std::vector<double>{1.0});
  counts.add(bins, 1, 49, std::vector<double>{9.0});
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins).tables.empty()); // 99 of 100
  counts.add(bins, 1, 1, std::vector<double>{9.0});
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins).tables.size() == 1);
  now.total.indicators[0].status.suppressed = true;
  CHECK(analysed(distributions_analysis, now, nullptr, &counts, bins).tables.empty());
}
