#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "report/html/sentences.hpp"
#include "report/html/summary.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

/// Four comparable areas a kind: bands set by hand, so that the counts are known.
RunResults with_bands(std::vector<std::pair<Band, Band>> bands) {
  RunResults results = many_areas();
  results.areas.resize(bands.size());
  for (std::size_t i = 0; i < bands.size(); ++i) {
    AreaResult& area = results.areas[i];
    area.status = {};
    area.index = estimated(60, 1);
    area.comparison = compared(-2, 1, 4);
    area.comparison.fdr = i == 0;
    area.comparison.band_sampling = bands[i].first;
    area.comparison.band = bands[i].second;
  }
  return results;
}

const std::vector<std::pair<Band, Band>> six = {
    {Band::much_better, Band::better},      {Band::better, Band::as_expected},
    {Band::worse, Band::as_expected},       {Band::as_expected, Band::as_expected},
    {Band::as_expected, Band::as_expected}, {Band::as_expected, Band::as_expected}};

} // namespace

TEST_CASE("The headline quotes the value and the counts of the rows") {
  CHECK(headline_sentence(with_bands(six)) ==
        "The index for England is 62.8 out of 100 (95 % interval 62.5 to 63.1). Of 6 areas that can be compared, 3 "
        "differ "
        "from it by more than sampling chance, 2 higher and 1 lower. Only 1 stands outside the usual spread of areas.");
}

TEST_CASE("The headline speaks of better and worse where outcomes are not crude levels") {
  RunResults results = with_bands(six);
  results.crude_outcomes = false;
  CHECK(headline_sentence(results).find("2 better and 1 worse") != std::string::npos);
}

TEST_CASE("The headline says so when no area differs") {
  const RunResults results = with_bands(std::vector<std::pair<Band, Band>>(5, {Band::as_expected, Band::as_expected}));
  CHECK(headline_sentence(results) ==
        "The index for England is 62.8 out of 100 (95 % interval 62.5 to 63.1). Of 5 areas that can be compared, none "
        "differs "
        "from it by more than sampling chance. None stands outside the usual spread of areas.");
}

TEST_CASE("With tau squared 0 the headline says that no difference between areas can be seen") {
  RunResults results = with_bands(six);
  results.target.tau2 = 0.0;
  const std::string text = headline_sentence(results);
  CHECK(text.find("No difference between areas can be seen") != std::string::npos);
  CHECK(text.find("Of 6 areas, 3 lie beyond the 95 % limits, where fewer than 1 would by chance alone.") !=
        std::string::npos);
}

TEST_CASE("Fewer than five areas have no ranks and no usual spread in the headline") {
  const std::string text = headline_sentence(few_areas(3));
  CHECK(text.find("With fewer than five areas there are no ranks and no usual spread.") != std::string::npos);
  CHECK(text.find("stand outside") == std::string::npos);
}

TEST_CASE("One area is compared with the published table in points that add up") {
  CHECK(
      headline_sentence(one_area_with_table()) ==
      "The index here is 61.3 out of 100 (95 % interval 59.3 to 63.2), about 3.7 points below Published figures 2024. "
      "Sampling chance alone is unlikely to make a gap this large.");
}

TEST_CASE("One area without a table has nothing to be compared with") {
  RunResults results = few_areas(1);
  results.areas[0].comparison = {};
  CHECK(headline_sentence(results).find("This is the only area, so there is nothing to compare it with.") !=
        std::string::npos);
}

TEST_CASE("An index that is never ranked says nothing of differences") {
  const std::string text = headline_sentence(unranked_index());
  CHECK(text.find("without comparison") != std::string::npos);
  CHECK(text.find("differ") == std::string::npos);
}

TEST_CASE("Another target is named with its value in the headline") {
  RunResults results = with_bands(six);
  results.target.kind = "fixed";
  results.target.name = "the plan";
  results.target.value = 61.0;
  CHECK(headline_sentence(results).find("3 differ from the plan (61.0) by more") != std::string::npos);
}

TEST_CASE("The sentence of an area has its value and gap and chance and spread") {
  RunResults results = with_bands(six);
  AreaResult& area = results.areas[0];
  area.index = {59.68, 0.76, 58.19, 61.17, 57.33, 62.03};
  area.comparison = {59.68 - 62.8125, -4.1, -1.4, 0.00004, true, Band::much_worse, Band::as_expected};
  CHECK(area_sentence(results, area) ==
        "The index here is 59.7 (95 % interval 58.2 to 61.2), about 3.1 points below England. A gap this large is very "
        "unlikely to be sampling chance alone, yet it is within the usual spread of areas.");
  area.comparison.z = -2.5;
  area.comparison.band_sampling = Band::worse;
  area.comparison.band = Band::worse;
  CHECK(area_sentence(results, area)
            .find("A gap this large is unlikely to be sampling chance alone, and it is outside the "
                  "usual spread of areas.") != std::string::npos);
  area.comparison.z = -0.5;
  area.comparison.band_sampling = Band::as_expected;
  area.comparison.band = Band::as_expected;
  CHECK(area_sentence(results, area).find("A gap of this size could be sampling chance, and it is within") !=
        std::string::npos);
}

TEST_CASE("The sentence of a hidden area gives its reason and no number") {
  const RunResults results = many_areas();
  CHECK(area_sentence(results, results.areas[hidden_area]) ==
        "The figures for this area are hidden: fewer than 10 answers.");
  CHECK(area_sentence(results, results.areas[coverage_area]) ==
        "No index is shown for this area: less than 75 % of the index is left.");
  CHECK(area_sentence(results, results.areas[partial_area]).find("so the area is not compared.") != std::string::npos);
}

TEST_CASE("Headings count what the rows show") {
  const RunResults results = with_bands(six);
  CHECK(counts_heading(results) == "3 areas differ from England; 1 does so by more than areas usually vary");
  CHECK(counts_caption(results) == "One square is one area. Fewer than 1 of 6 would differ by chance alone; 1 of the 3 "
                                   "remains after allowing for that many comparisons, at a false discovery rate of 5 % "
                                   "(Benjamini and Hochberg 1995).");
  CHECK(caterpillar_heading(results) == "For 3 of 6 areas no clear difference from England can be seen");
}

TEST_CASE("The chance figure is a twentieth of the areas compared") {
  CHECK(by_chance(39, {}) == "about 2");
  CHECK(by_chance(42, {}) == "about 2");
  CHECK(by_chance(9, {}) == "fewer than 1");
  CHECK(by_chance(106, {}) == "about 5");
}

TEST_CASE("Half of the ranked areas could hold the median number of places") {
  RunResults results = with_bands(six);
  for (AreaResult& area : results.areas)
    area.rank_interval.reset();
  results.areas[0].rank_interval = RankInterval{1, 1};
  results.areas[1].rank_interval = RankInterval{1, 4};
  results.areas[2].rank_interval = RankInterval{2, 6};
  CHECK(summarise_ranks(results).ranked == 3);
  CHECK(summarise_ranks(results).median_places == 4);
}

TEST_CASE("Words turn round in neutral reports where low values are good") {
  RunResults results = many_areas();
  const Wording neutral(results);
  CHECK(neutral.band(Band::better, Question::sampling, true) == "lower");
  CHECK(neutral.band(Band::much_worse, Question::spread, false) == "much lower");
  results.crude_outcomes = false;
  CHECK(Wording(results).band(Band::better, Question::sampling, true) == "better");
  CHECK(Wording(results).band(Band::none, Question::spread) == "not compared");
}
