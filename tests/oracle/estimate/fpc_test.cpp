#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/kept_records.hpp"
#include "support/oracle_data.hpp"
#include "support/survey_records.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Populations of 8, 12, 16 ... PSUs in the strata in order of name.
double population(std::uint32_t stratum) { return 8 + 4 * static_cast<double>(stratum); }

/// Indicator: pos. With `singles` the last two strata keep their first PSU only.
Estimates survey_estimates(const DesignChoices& choices, bool singles) {
  const ScoredRecords records = survey_oracle_records(true);
  SumsDesign design = design_of(1, 0, true, true);
  design.centres = {0.5};
  std::map<std::uint32_t, std::uint32_t> first;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const auto [known, is_new] = first.emplace(records.strata[r], records.clusters[r]);
    if (!is_new) known->second = std::min(known->second, records.clusters[r]);
  }
  IndicatorSums sums(design);
  for (std::size_t r = 0; r < records.size(); ++r) {
    if (singles && records.strata[r] >= 6 && records.clusters[r] != first[records.strata[r]]) continue;
    const std::vector<double> pos{records.score(r, 1)};
    sums.add(records.areas[r], records.strata[r], records.clusters[r], records.weights[r], 1, pos);
  }
  return sums.estimate([](std::uint32_t area) { return std::string(1, static_cast<char>('A' + area)); },
                       [](const std::string&) { return ""; }, "ALL", choices);
}

double se_of(const Estimates& found, const std::string& area) {
  if (area == "ALL") return std::sqrt(found.total.covariance[0]);
  return std::sqrt(std::ranges::find(found.areas, area, &DomainEstimate::code)->covariance[0]);
}

} // namespace

TEST_CASE("finite populations and strata of one PSU equal R survey") {
  const OracleTable table("survey/fpc_expected.csv");
  const std::map<std::string, SinglePsu> options{{"adjust", SinglePsu::adjust},
                                                 {"certainty", SinglePsu::certainty},
                                                 {"average", SinglePsu::average},
                                                 {"full", SinglePsu::adjust}};
  std::size_t checked = 0;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::string &single = table.text("single")[r], &area = table.text("area")[r];
    const double expected = table.numbers("se")[r];
    if (single != "full" && area == "D") continue; // two strata of one PSU each: R gives 0 or NaN
    INFO(table.text("fpc")[r] << " " << single << " " << area);
    DesignChoices choices{options.at(single), {}};
    if (table.text("fpc")[r] == "fpc") choices.population = population;
    check_close(se_of(survey_estimates(choices, single != "full"), area), expected);
    ++checked;
  }
  CHECK(checked == 29);
}

TEST_CASE("an area that lies in strata of one PSU has no error under average") {
  CHECK(std::isnan(se_of(survey_estimates({SinglePsu::average, {}}, true), "D")));
}

TEST_CASE("a population that is all in the sample has no error") {
  const auto all = [](std::uint32_t) { return 2.0; };
  const Estimates found = estimates_of(design_of(1, 0, true), {{.stratum = 1, .scores = {1}}});
  CHECK(std::isnan(found.total.covariance[0]));
  IndicatorSums sums = sums_of(design_of(1, 0, true), {{.stratum = 1, .scores = {1}}, {.stratum = 1, .scores = {4}}});
  const Estimates known = sums.estimate([](std::uint32_t) { return "A"; }, [](const std::string&) { return ""; }, "ALL",
                                        {SinglePsu::adjust, all});
  CHECK(known.total.covariance[0] == 0);
}
