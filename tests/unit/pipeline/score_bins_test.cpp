#include "pipeline/score_bins.hpp"
#include "pipeline/score_counts.hpp"

#include "base/pack.hpp"
#include "support/catch.hpp"

#include <limits>

using namespace joinedup;

namespace {

std::vector<std::pair<std::int64_t, std::int64_t>> ends(const ScoreBins& bins) {
  std::vector<std::pair<std::int64_t, std::int64_t>> out;
  for (const ScoreBin& bin : bins.bins)
    out.emplace_back(bin.low, bin.high);
  return out;
}

} // namespace

TEST_CASE("bins are of round width and end where a band ends") {
  const ScoreBins bins = score_bins(14, 70, {"Band", 0, {{"low", 14, 42}, {"moderate", 43, 59}, {"high", 60, 70}}});
  CHECK(bins.decimals == 0);
  CHECK(ends(bins) == std::vector<std::pair<std::int64_t, std::int64_t>>{{14, 19},
                                                                         {20, 24},
                                                                         {25, 29},
                                                                         {30, 34},
                                                                         {35, 39},
                                                                         {40, 42}, // 14 alone is too narrow
                                                                         {43, 49},
                                                                         {50, 54},
                                                                         {55, 59},
                                                                         {60, 64},
                                                                         {65, 70}});
  CHECK(bins.bins[5].band == "low");
  CHECK(bins.bins[6].band == "moderate");
  CHECK(bins.bins.back().zone == 2);
}

TEST_CASE("scores fall into bins after rounding half up, as they fall into bands") {
  const ScoreBins bins = score_bins(14, 70, {"Band", 0, {{"low", 14, 42}, {"moderate", 43, 59}, {"high", 60, 70}}});
  CHECK(bins.bins[bins.bin_of(42.4999)].band == "low");
  CHECK(bins.bins[bins.bin_of(42.5)].band == "moderate");
  const ScoreBins tenths =
      score_bins(7, 35, {"Band", 1, {{"low", 70, 195}, {"moderate", 196, 274}, {"high", 275, 350}}});
  CHECK(tenths.bins[tenths.bin_of(19.54)].band == "low");
  CHECK(tenths.bins[tenths.bin_of(19.55)].band == "moderate"); // the nearest double lies below 19.55
  CHECK(tenths.bins[tenths.bin_of(27.449999)].band == "moderate");
}

TEST_CASE("scores beyond the ends fall into the first bin or the last") {
  const ScoreBins bins = score_bins(0, 100, {});
  CHECK(bins.bins.size() == 20);
  CHECK(bins.bin_of(-5) == 0);
  CHECK(bins.bin_of(1e9) == 19);
  CHECK(ends(bins).back() == std::pair<std::int64_t, std::int64_t>{95, 100});
}

TEST_CASE("a scale of fractions has bins of tenths, and what bands leave free is a stretch of its own") {
  const ScoreBins bins = score_bins(-0.594, 1, {});
  CHECK(bins.decimals == 3);
  CHECK(ends(bins).front() == std::pair<std::int64_t, std::int64_t>{-594, -501});
  CHECK(ends(bins).back() == std::pair<std::int64_t, std::int64_t>{900, 1000});
  const ScoreBins gaps = score_bins(0, 30, {"Band", 0, {{"low", 0, 9}, {"high", 20, 30}}});
  CHECK(gaps.bins[gaps.bin_of(12)].band.empty());
  CHECK(gaps.bins[gaps.bin_of(12)].zone == 1);
}

TEST_CASE("a range that is none has no bins, and a score of two values two") {
  CHECK(score_bins(1, 1, {}).bins.empty());
  CHECK(score_bins(0, 1e12, {}).bins.empty());
  const ScoreBins states = two_states(0, 1);
  CHECK(states.bin_of(0) == 0);
  CHECK(states.bin_of(1) == 1);
}

TEST_CASE("counts by score add up however they are cut, and come back from bytes as they were") {
  const std::vector<ScoreBins> bins{two_states(0, 1), {}, score_bins(0, 10, {})};
  const double none = std::numeric_limits<double>::quiet_NaN();
  ScoreCounts all(bins), first(bins), second(bins);
  const std::vector<std::vector<double>> scores{{0, 3, 2}, {1, 3, none}, {1, 3, 9.6}, {none, 3, 2}};
  const std::vector<double> weights{0.1, 0.2, 0.3, 0};
  for (std::size_t r = 0; r < scores.size(); ++r) {
    all.add(bins, weights[r], r + 1, scores[r]);
    (r % 2 == 0 ? first : second).add(bins, weights[r], r + 1, scores[r]);
  }
  second.merge(first);
  CHECK(all.of(0)[1].people == 5); // rows that stand for 2 and 3 people
  CHECK(all.of(1).empty());
  CHECK(all.of(2)[10].people == 3);
  CHECK(all.of(2)[2].people == 1); // the record without weight counts nobody
  for (std::size_t k = 0; k < bins.size(); ++k)
    for (std::size_t b = 0; b < bins[k].bins.size(); ++b) {
      CHECK(second.of(k)[b].people == all.of(k)[b].people);
      CHECK(second.of(k)[b].weight == all.of(k)[b].weight);
    }
  PackWriter out;
  all.pack(out);
  PackReader in(out.bytes());
  ScoreCounts again(bins);
  again.pack(in);
  CHECK(in.at_end());
  CHECK(again.of(2)[2].weight == all.of(2)[2].weight);
}
