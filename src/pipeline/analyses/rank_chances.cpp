#include "pipeline/analyses/rank_chances.hpp"

#include "stats/counted_bits.hpp"
#include "stats/ranks.hpp"

#include <boost/random/normal_distribution.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace joinedup {

namespace {

constexpr std::uint32_t first_stream = 500000; // sensitivity draws use the streams below

struct Ranked {
  std::vector<const AreaResult*> rows;
  std::vector<double> value, se;
};

Ranked ranked_areas(const RunResults& results) {
  Ranked out;
  for (const AreaResult& area : results.areas) {
    if (!area.rank || !area.index.value || !area.index.se) continue;
    out.rows.push_back(&area);
    out.value.push_back(*area.index.value);
    out.se.push_back(*area.index.se);
  }
  return out;
}

struct Chances {
  std::vector<std::uint64_t> top, bottom; ///< [area] draws
};

/// In each draw the ceil(A / 5) highest and lowest.
Chances draw(const Ranked& areas, std::uint64_t draws, std::uint64_t seed) {
  const std::size_t count = areas.value.size(), fifth = (count + 4) / 5;
  Chances out{std::vector<std::uint64_t>(count), std::vector<std::uint64_t>(count)};
  std::vector<double> drawn(count);
  std::vector<std::size_t> order(count);
  for (std::uint64_t run = 0; run < draws; ++run) {
    for (std::size_t a = 0; a < count; ++a) {
      CountedBits bits(seed, first_stream + static_cast<std::uint32_t>(a), run);
      drawn[a] = areas.value[a] + areas.se[a] * boost::random::normal_distribution<double>()(bits);
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return drawn[a] > drawn[b]; });
    for (std::size_t i = 0; i < fifth; ++i) {
      ++out.top[order[i]];
      ++out.bottom[order[count - 1 - i]];
    }
  }
  return out;
}

ResultTable table_of(const Ranked& areas, std::uint64_t draws, std::uint64_t seed) {
  const std::vector<double> expected = expected_ranks({areas.value, areas.se});
  const Chances chances = draw(areas, draws, seed);
  ResultTable out;
  out.id = "rank_chances";
  out.title = "How sure places are";
  out.method = "rank_chances";
  out.columns = {{"area_code", "Code", 0},
                 {"area_name", "Area", 0},
                 {"rank", "Rank", 0},
                 {"expected_rank", "Expected rank", 1},
                 {"top_fifth", "In the highest fifth", 0, true},
                 {"bottom_fifth", "In the lowest fifth", 0, true}};
  std::size_t sure = 0;
  const auto share = [draws](std::uint64_t hits) { return static_cast<double>(hits) / static_cast<double>(draws); };
  for (std::size_t a = 0; a < areas.rows.size(); ++a) {
    const double top = share(chances.top[a]), bottom = share(chances.bottom[a]);
    if (std::max(top, bottom) >= 0.95) ++sure;
    out.rows.push_back({areas.rows[a]->code, areas.rows[a]->name, static_cast<std::uint64_t>(*areas.rows[a]->rank),
                        expected[a], top, bottom});
  }
  out.finding = fmt::format("{} of {} ranked areas are in the highest or the lowest fifth in 95 % of draws.", sure,
                            areas.rows.size());
  out.notes = {"Areas are drawn as independent; areas that are not ranked take no part"};
  return out;
}

AnalysisOutput run_rank_chances(const AnalysisInput& input) {
  AnalysisOutput out;
  const StudySpec& study = input.results.study;
  const Ranked areas = ranked_areas(input.results);
  const std::string asked = fmt::format("{} draws, seed {}", study.comparison.rank_draws, study.seed);
  if (areas.rows.size() < 2) {
    out.settings.push_back({"rank chances", asked + "; not given: nobody is ranked", "study"});
    return out;
  }
  out.settings.push_back({"rank chances", asked, "study"});
  out.tables.push_back(table_of(areas, study.comparison.rank_draws, study.seed));
  return out;
}

} // namespace

const Analysis rank_chances_analysis{
    "rank_chances", [](const RunResults& r) { return r.study.comparison.rank_draws > 0; }, run_rank_chances};

} // namespace joinedup
