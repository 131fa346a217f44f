// Normalising, weighting and combining against COINr (tests/oracle/data/composite).
#include "index/combiners/ordinal.hpp"
#include "index/composite.hpp"

#include "support/catch.hpp"
#include "support/oracle_data.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace joinedup;
using namespace joinedup::test;

namespace {

const std::vector<std::pair<const char*, std::vector<std::pair<const char*, double>>>> framework = {
    {"EXP", {{"p3c_pc", 2}, {"p3c_cc", 2}, {"fft_pos", 1}, {"repeat_story", 1}}},
    {"OUT", {{"eq5d", 1}, {"wemwbs", 1}}},
    {"ACT", {{"pam", 1}}}};

IndexSpec spec() {
  IndexSpec index;
  index.coverage_total = index.coverage_domain = 0;
  const std::vector<double> weights = {0.5, 0.3, 0.2};
  for (std::size_t d = 0; d < framework.size(); ++d) {
    Domain domain;
    domain.id = framework[d].first;
    domain.weight = weights[d];
    for (const auto& [id, weight] : framework[d].second) {
      Indicator indicator;
      indicator.id = id;
      indicator.weight = weight;
      domain.indicators.push_back(indicator);
    }
    index.domains.push_back(domain);
  }
  return index;
}

struct Study {
  std::vector<std::vector<double>> areas; // [area][indicator], NaN missing
  std::vector<std::string> codes;
  IndexFrame frame;
};

Study study(const MethodChoice& normalise = {"min_max"}, const MethodChoice& aggregate = {"arithmetic"},
            const MethodChoice& weighting = {"given"}) {
  const OracleTable table("composite/composite_input.csv");
  Study out;
  out.codes = table.text("uCode");
  out.areas.resize(out.codes.size());
  std::vector<IndicatorInfo> infos;
  IndexSpec index = spec();
  index.aggregate = aggregate;
  index.weighting = weighting;
  for (Domain& domain : index.domains) {
    domain.aggregate = aggregate;
    for (Indicator& indicator : domain.indicators) {
      indicator.normalise = normalise;
      const std::vector<double> column = table.numbers(indicator.id);
      for (std::size_t a = 0; a < column.size(); ++a)
        out.areas[a].push_back(column[a]);
      IndicatorInfo info;
      info.id = indicator.id;
      info.high = 100;
      info.low_is_good = info.id == "repeat_story";
      infos.push_back(info);
    }
  }
  out.frame = index_frame(index, infos, true, out.areas);
  return out;
}

Composite composite(const Study& study, std::size_t area) {
  DomainEstimate estimate;
  Presence present;
  for (const double mean : study.areas[area]) {
    estimate.mean.push_back(mean);
    present.push_back(!std::isnan(mean));
  }
  const std::size_t size = estimate.mean.size();
  estimate.covariance.assign(size * size, 0);
  estimate.covariance_with_total.assign(size * size, 0);
  const DomainEstimate none = estimate;
  return compose(study.frame, estimate, present, {none, present});
}

double oracle(const std::string& method, const std::string& area, const std::string& level) {
  static const OracleTable table("composite/composite_expected.csv");
  static const std::vector<double> values = table.numbers("value");
  for (std::size_t i = 0; i < table.rows(); ++i)
    if (table.text("method")[i] == method && table.text("area")[i] == area && table.text("level")[i] == level)
      return values[i];
  throw std::runtime_error("no such oracle row");
}

} // namespace

TEST_CASE("composites with missing cells equal those of COINr at both levels, whatever the method") {
  struct Case {
    const char* oracle;
    MethodChoice normalise, aggregate;
    double scale = 1; // ours / theirs
  };
  const std::vector<Case> cases = {
      {"minmax0-100|amean", {"min_max"}, {"arithmetic"}},
      {"minmax1-100|gmean", {"min_max"}, {"geometric"}},
      {"minmax1-100|gmean", {"min_max"}, {"power", {{"power", 0}}}},
      {"minmax1-100|hmean", {"min_max"}, {"harmonic"}},
      {"minmax1-100|hmean", {"min_max"}, {"power", {{"power", -1}}}},
      {"zscore0_1|amean", {"z_score", {{"centre", 0}, {"spread", 1}}}, {"arithmetic"}},
      {"zscore100_10|amean", {"z_score", {{"centre", 100}}}, {"arithmetic"}},
      {"rank_min|amean", {"rank"}, {"arithmetic"}},
      {"borda_min|amean", {"borda"}, {"arithmetic"}},
      {"percentile_rank_min|amean", {"percentile"}, {"arithmetic"}, 100},
      {"dist2max|amean", {"distance_to_max"}, {"arithmetic"}, 100},
  };
  for (const Case& one : cases) {
    const Study data = study(one.normalise, one.aggregate);
    for (std::size_t a = 0; a < data.codes.size(); ++a) {
      INFO(one.oracle << " by " << one.aggregate.text() << " in " << data.codes[a]);
      const Composite found = composite(data, a);
      CHECK_THAT(found.value, WithinRel(one.scale * oracle(one.oracle, data.codes[a], "INDEX"), 1e-8));
      for (std::size_t d = 0; d < framework.size(); ++d) {
        const double expected = one.scale * oracle(one.oracle, data.codes[a], framework[d].first);
        CHECK(std::isnan(found.domains[d]) == std::isnan(expected));
        if (!std::isnan(expected))
          CHECK_THAT(found.domains[d], WithinRel(expected, 1e-8) || WithinAbs(expected, 1e-10));
      }
    }
  }
}

TEST_CASE("the geometric mean beside an arithmetic index equals that of COINr") {
  const Study data = study();
  for (std::size_t a = 0; a < data.codes.size(); ++a) {
    INFO(data.codes[a]);
    CHECK_THAT(composite(data, a).geometric, WithinRel(oracle("minmax1-100|gmean", data.codes[a], "INDEX"), 1e-8));
  }
}

TEST_CASE("outranking shares and Copeland scores equal those of COINr") {
  const auto expected = oracle_json("composite/composite_details.json")["copeland"];
  const Study data = study();
  std::vector<std::vector<double>> points;
  std::vector<double> weights = {2, 2, 1, 1, 1, 1, 1};
  for (double& w : weights)
    w /= 9;
  for (std::size_t a = 0; a < data.codes.size(); ++a) {
    const std::vector<double> area = composite(data, a).points;
    if (std::none_of(area.begin(), area.end(), [](double p) { return std::isnan(p); })) points.push_back(area);
  }
  REQUIRE(points.size() == expected["areas"].size());
  const MethodChoice choice{"copeland"};
  for (std::size_t i = 0; i < points.size(); ++i) {
    CHECK(combine_by_copeland({points[i], weights, choice, points}).value == expected["score"][i].get<double>());
    for (std::size_t j = 0; j < points.size(); ++j)
      if (i != j)
        CHECK_THAT(outranking(points[i], points[j], weights),
                   WithinAbs(expected["outrank_matrix"][i][j].get<double>(), 1e-12));
  }
}

TEST_CASE("the Mazziotta-Pareto index and its adjusted form equal the published definition") {
  const auto oracle = oracle_json("composite/mpi_expected.json");
  const auto rows = oracle["mpi"]["X"].get<std::vector<std::vector<double>>>();
  const auto values = [&rows](const MethodChoice& normalise, const MethodChoice& mpi) {
    std::vector<std::vector<double>> points(rows.size());
    for (std::size_t k = 0; k < 3; ++k) {
      std::vector<double> column;
      for (const auto& row : rows)
        column.push_back(row[k]);
      const PointsScale scale = find_normaliser(normalise.method)->fit({{0, 1, false}, column, &normalise});
      for (std::size_t a = 0; a < rows.size(); ++a)
        points[a].push_back(scale(rows[a][k]));
    }
    std::vector<double> out;
    const std::vector<double> thirds(3, 1.0 / 3);
    for (const auto& area : points)
      out.push_back(find_combiner("mpi")->combine({area, thirds, mpi}).value);
    return out;
  };
  const MethodChoice sample{"mpi", {}, {{"sd", "sample"}}}, population{"mpi"};
  const std::map<std::string, double> hundred = {{"centre", 100}, {"spread", 10}};
  const std::vector<std::pair<std::vector<double>, nlohmann::json>> pairs = {
      {values({"z_score", hundred}, sample), oracle["mpi"]["neg_sampleSD"]},
      {values({"z_score", hundred, {{"sd", "population"}}}, population), oracle["mpi"]["neg_popSD"]},
      {values({"ampi"}, sample), oracle["ampi"]["sampleSD"]},
      {values({"ampi"}, population), oracle["ampi"]["popSD"]}};
  for (const auto& [found, expected] : pairs)
    for (std::size_t a = 0; a < found.size(); ++a)
      CHECK_THAT(found[a], WithinRel(expected[a].get<double>(), 1e-8));
}

TEST_CASE("weights by principal components are the squared loadings of R's prcomp") {
  const auto loadings = oracle_json("composite/composite_details.json")["pca"]["abs_loadings_pc1"];
  // Their order: p3c_pc, p3c_cc, fft_pos, eq5d, wemwbs, pam, repeat_story.
  const std::vector<std::size_t> place = {0, 1, 2, 6, 3, 4, 5};
  const Study data = study({"min_max"}, {"arithmetic"}, {"pca"});
  REQUIRE(data.frame.refused.empty());
  for (std::size_t k = 0; k < place.size(); ++k)
    CHECK_THAT(data.frame.components[k].weight, WithinRel(std::pow(loadings[place[k]].get<double>(), 2), 1e-8));
  CHECK_THAT(data.frame.domain_weights[0] + data.frame.domain_weights[1] + data.frame.domain_weights[2],
             WithinRel(1, 1e-12));
}

TEST_CASE("weights by influence minimise the function of risk budgeting, as R's optim and Newton steps find") {
  // R 4.2.2, base functions: exp(l) at the minimum of 0.5 w'Vw - sum t log w over the eight complete areas.
  const std::vector<double> expected = {0.122807105143997, 0.135590457195003, 0.0960218459866039, 0.0909442972330456,
                                        0.113953229174916, 0.125177742004177, 0.315505323262257};
  const Study data = study({"min_max"}, {"arithmetic"}, {"equal_influence"});
  REQUIRE(data.frame.refused.empty());
  for (std::size_t k = 0; k < expected.size(); ++k)
    CHECK_THAT(data.frame.components[k].weight, WithinRel(expected[k], 1e-8));
}

TEST_CASE("effective weights are the products of shares up the tree") {
  // COINr get_eff_weights of the same framework.
  const Study data = study();
  const std::vector<double> expected = {1.0 / 6, 1.0 / 6, 1.0 / 12, 1.0 / 12, 0.15, 0.15, 0.2};
  for (std::size_t k = 0; k < expected.size(); ++k)
    CHECK_THAT(data.frame.components[k].weight, WithinRel(expected[k], 1e-12));
}

namespace {

Combined best_of(const std::vector<std::vector<double>>& areas, std::size_t a, double lower, double upper) {
  const std::vector<double> weights(areas[a].size(), 1.0 / static_cast<double>(areas[a].size()));
  const MethodChoice choice{"benefit_of_the_doubt", {{"lower", lower}, {"upper", upper}}};
  return find_combiner("benefit_of_the_doubt")->combine({areas[a], weights, choice, areas});
}

} // namespace

TEST_CASE("benefit of the doubt equals lpSolve, without limits and within them") {
  const auto oracle = oracle_json("composite/benefit_of_the_doubt.json");
  auto rows = oracle["bod"]["Y"].get<std::vector<std::vector<double>>>();
  for (auto& row : rows)
    for (double& y : row)
      y *= 100;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    CHECK_THAT(best_of(rows, a, 0, 1).value, WithinRel(100 * oracle["bod"]["score"][a].get<double>(), 1e-8));
    CHECK_THAT(best_of(rows, a, 0.2, 0.5).value,
               WithinRel(100 * oracle["bod_share_bounds_0.2_0.5"]["score"][a].get<double>(), 1e-8));
  }
}

TEST_CASE("benefit of the doubt at its edges") {
  const double none = std::nan("");
  const std::vector<std::vector<double>> areas = {{50, 80}, {100, 40}, {0, 90}, {none, 100}, {-1, 10}, {0, 0}};
  // Shares of one half each: w1 y1 = w2 y2 for the area itself; 50, 80 is limited by 100, 40: w1 100 + w2 40 = 1.
  CHECK_THAT(best_of(areas, 0, 0.5, 0.5).value, WithinRel(100 / 1.25, 1e-9));
  CHECK(std::isnan(best_of(areas, 2, 0.2, 0.8).value)); // a part of 0 cannot have a share of 0.2
  CHECK(std::isnan(best_of(areas, 3, 0.2, 0.8).value)); // nothing stands in for a missing part
  CHECK(std::isnan(best_of(areas, 4, 0.2, 0.8).value));
  CHECK(std::isnan(best_of(areas, 5, 0.2, 0.8).value));
  CHECK_THAT(best_of({{30, 60}}, 0, 0.2, 0.8).value, WithinRel(100, 1e-9)); // alone: held against itself
  CHECK(best_of(areas, 0, 0.2, 0.8).slopes.empty());
}
