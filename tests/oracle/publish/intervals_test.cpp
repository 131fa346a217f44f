#include "publish/intervals.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

using namespace joinedup;
using namespace joinedup::test;

namespace {

IntervalBasis basis_of(ProportionInterval proportion, double df) { return {true, df, 120, proportion}; }

/// Row of the survey oracle.
std::size_t row_of(const OracleTable& table, const std::string& design, const std::string& stat) {
  for (std::size_t r = 0; r < table.rows(); ++r)
    if (table.text("design")[r] == design && table.text("stat")[r] == stat && table.text("area")[r] == "ALL") return r;
  throw std::runtime_error("no such row");
}

} // namespace

TEST_CASE("t, logit and beta limits equal R survey's confint and svyciprop") {
  const OracleTable table("survey/survey_expected.csv");
  for (const std::string design : {"weighted_srs", "stratified_cluster"}) {
    for (const auto& [stat, kind] : {std::pair<std::string, ProportionInterval>{"mean_pos", ProportionInterval::normal},
                                     {"prop_pos_logit_ci", ProportionInterval::logit},
                                     {"prop_pos_beta_ci", ProportionInterval::beta}}) {
      INFO(design << " " << stat);
      const std::size_t r = row_of(table, design, stat);
      const Estimated found = proportion_limits(table.numbers("estimate")[r], table.numbers("se")[r], 120, 94.6,
                                                basis_of(kind, table.numbers("df")[r]));
      check_close(*found.lower, table.numbers("ci_low")[r]);
      check_close(*found.upper, table.numbers("ci_high")[r]);
    }
  }
}

TEST_CASE("Wilson limits rest on the effective number of answers") {
  // 45 of 60 with a design effect of 1.268: n = 47.3186 (worked example).
  const double p = 0.75, deff = 1.268, se = std::sqrt(deff * p * (1 - p) / 59);
  const Estimated found = proportion_limits(p, se, 60, 50, {false, 0, 60, ProportionInterval::wilson});
  CHECK_THAT(*found.lower, WithinAbs(0.611098, 5e-7));
  CHECK_THAT(*found.upper, WithinAbs(0.851358, 5e-7));
}

TEST_CASE("where everybody agrees the limits rest on Kish's number") {
  for (const ProportionInterval kind :
       {ProportionInterval::wilson, ProportionInterval::logit, ProportionInterval::beta}) {
    const Estimated found = proportion_limits(0, 0, 40, 10, {false, 39, 40, kind});
    CHECK(*found.lower == 0);
    // None of 10: Wilson 0.2775, exact 0.3085.
    CHECK_THAT(*found.upper, WithinAbs(kind == ProportionInterval::beta ? 0.308497 : 0.277533, 1e-6));
  }
}

TEST_CASE("limits of an index have t quantiles on request only") {
  const Estimated normal = mean_limits(50, 2, {}), t = mean_limits(50, 2, {true, 10, 0, ProportionInterval::normal});
  CHECK_THAT(*normal.upper, WithinAbs(50 + 2 * 1.959963985, 1e-8));
  CHECK_THAT(*t.upper, WithinAbs(50 + 2 * 2.228138852, 1e-8));
  CHECK_THAT(*t.upper99_8, WithinAbs(50 + 2 * 4.143700494, 1e-8));
}
