// Normalising, weighting and combining against COINr (tests/oracle/data/composite).
#include "index/composite.hpp"

#include "support/catch.hpp"
#include "support/oracle_data.hpp"

#include <algorithm>
#include <cmath>

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
  std::vector<std::vector<double>> columns; // [indicator][area]
  std::vector<std::string> areas;
  IndexFrame frame;
};

/// Goalposts at the smallest and largest area make min-max of it, which is what the oracle has.
Study study() {
  const OracleTable table("composite/composite_input.csv");
  Study out;
  out.areas = table.text("uCode");
  std::vector<IndicatorInfo> infos;
  const IndexSpec index = spec();
  for (const Domain& domain : index.domains)
    for (const Indicator& indicator : domain.indicators) {
      out.columns.push_back(table.numbers(indicator.id));
      const auto less = [](double a, double b) { return !std::isnan(a) && (std::isnan(b) || a < b); };
      const auto more = [](double a, double b) { return std::isnan(a) || (!std::isnan(b) && a < b); };
      IndicatorInfo info;
      info.id = indicator.id;
      info.low = *std::min_element(out.columns.back().begin(), out.columns.back().end(), less);
      info.high = *std::max_element(out.columns.back().begin(), out.columns.back().end(), more);
      info.low_is_good = info.id == "repeat_story";
      infos.push_back(info);
    }
  out.frame = index_frame(index, infos, true);
  return out;
}

Composite composite(const Study& study, std::size_t area) {
  DomainEstimate estimate;
  Presence present;
  for (const auto& column : study.columns) {
    estimate.mean.push_back(column[area]);
    present.push_back(!std::isnan(column[area]));
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

TEST_CASE("arithmetic composites with missing cells equal those of COINr at both levels") {
  const Study data = study();
  for (std::size_t a = 0; a < data.areas.size(); ++a) {
    INFO(data.areas[a]);
    const Composite found = composite(data, a);
    CHECK_THAT(found.value, WithinRel(oracle("minmax0-100|amean", data.areas[a], "INDEX"), 1e-8));
    for (std::size_t d = 0; d < framework.size(); ++d) {
      const double expected = oracle("minmax0-100|amean", data.areas[a], framework[d].first);
      CHECK(std::isnan(found.domains[d]) == std::isnan(expected));
      if (!std::isnan(expected)) CHECK_THAT(found.domains[d], WithinRel(expected, 1e-8) || WithinAbs(expected, 1e-12));
    }
  }
}

TEST_CASE("geometric composites on the scale from 1 to 100 equal those of COINr") {
  const Study data = study();
  for (std::size_t a = 0; a < data.areas.size(); ++a) {
    INFO(data.areas[a]);
    CHECK_THAT(composite(data, a).geometric, WithinRel(oracle("minmax1-100|gmean", data.areas[a], "INDEX"), 1e-8));
  }
}

TEST_CASE("effective weights are the products of shares up the tree") {
  // COINr get_eff_weights of the same framework.
  const Study data = study();
  const std::vector<double> expected = {1.0 / 6, 1.0 / 6, 1.0 / 12, 1.0 / 12, 0.15, 0.15, 0.2};
  for (std::size_t k = 0; k < expected.size(); ++k)
    CHECK_THAT(data.frame.components[k].weight, WithinRel(expected[k], 1e-12));
}
