// Tables of events and population by age band, read from CSV, against PHEindicatormethods 2.1.0 (phe_expected.json).
#include "definitions/area_table.hpp"
#include "pipeline/area_tables.hpp"
#include "stats/normal.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/memory_store.hpp"
#include "support/oracle_data.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>

using namespace joinedup;
using namespace joinedup::test;
using nlohmann::json;

namespace {

json phe(const char* part) { return oracle_json("proportion/phe_expected.json")[part]; }

/// The oracle's input as a table that an analyst would have; `reference` adds rows of a whole, "W".
std::string table_of(const json& oracle, bool reference) {
  std::string out = "area,band,events,people,standard\n";
  for (const json& row : oracle["input"])
    out += fmt::format("{},{},{},{},{}\n", row["area"].get<std::string>(), row["band"].get<std::string>(),
                       row["x"].get<double>(), row["n"].get<double>(), row["stdpop"].get<double>());
  for (std::size_t j = 0; reference && j < oracle["x_ref"].size(); ++j)
    out += fmt::format("W,{},{},{},0\n", oracle["input"][j]["band"].get<std::string>(),
                       oracle["x_ref"][j].get<double>(), oracle["n_ref"][j].get<double>());
  return out;
}

AreaTable standardised(TableKind kind, double per) {
  AreaTable out;
  out.kind = kind;
  out.file = "events.csv";
  out.area = "area";
  out.numerator = {"events"};
  out.denominator = {"people"};
  out.group = "band";
  if (kind == TableKind::standardised_rate) out.standard = "standard";
  out.per = per;
  return out;
}

Estimates estimates_of_table(const std::string& text, AreaTable spec) {
  IndexBinding binding;
  binding.indicators.resize(1);
  binding.indicators[0].spec.id = "events";
  binding.indicators[0].spec.table = std::move(spec);
  binding.indicators[0].domain = "d";
  binding.index_indicators = 1;
  MemoryStore store;
  store.files["events.csv"] = text;
  const auto tables = load_area_tables(binding, nullptr, store);
  REQUIRE(tables);
  Estimates out;
  out.indicators = {"events"};
  Diagnostics diagnostics;
  lay_over(*tables, nullptr, true, out, diagnostics);
  CHECK(diagnostics.all().empty());
  return out;
}

/// Value, and the standard error that half the width of the 95 % interval is.
void check_area(const DomainEstimate& found, const json& expected) {
  check_close(found.mean[0], expected["value"]);
  const double width = expected["upper95_0cl"].get<double>() - expected["lower95_0cl"].get<double>();
  check_close(std::sqrt(found.covariance[0]), width / (2 * normal_quantile(0.975)));
}

} // namespace

TEST_CASE("a table by age band is standardised directly as PHEindicatormethods does") {
  const json oracle = phe("dsr_dobson");
  const Estimates found = estimates_of_table(table_of(oracle, false), standardised(TableKind::standardised_rate, 100));
  REQUIRE(found.areas.size() == 2);
  for (std::size_t a = 0; a < 2; ++a) {
    CHECK(found.areas[a].code == oracle["expected"][a]["area"]);
    check_area(found.areas[a], oracle["expected"][a]);
  }
  // The whole is standardised from the sums by band: by hand.
  double weighted = 0, standard = 0;
  for (std::size_t j = 0; j < 5; ++j) {
    const json &a = oracle["input"][j], &b = oracle["input"][j + 5];
    weighted += a["stdpop"].get<double>() * (a["x"].get<double>() + b["x"].get<double>()) /
                (a["n"].get<double>() + b["n"].get<double>());
    standard += a["stdpop"].get<double>();
  }
  check_close(found.total.mean[0], 100 * weighted / standard);
}

TEST_CASE("a table by age band gives events over those expected at the whole's rates, as PHEindicatormethods does") {
  const json oracle = phe("isratio");
  AreaTable spec = standardised(TableKind::standardised_ratio, 1);
  spec.whole = "W";
  const Estimates found = estimates_of_table(table_of(oracle, true), std::move(spec));
  REQUIRE(found.areas.size() == 2);
  for (std::size_t a = 0; a < 2; ++a)
    check_area(found.areas[a], oracle["expected"][a]);
  check_close(found.total.mean[0], 1); // what the whole is by definition
}

TEST_CASE("without a row of the whole the areas together are what events are expected at") {
  const Estimates found =
      estimates_of_table(table_of(phe("isratio"), false), standardised(TableKind::standardised_ratio, 100));
  check_close(found.total.mean[0], 100);
}

TEST_CASE("an area with fewer than ten events has no directly standardised rate, and one with a hidden group none") {
  AreaTable spec = standardised(TableKind::standardised_rate, 100);
  const Estimates found = estimates_of_table("area,band,events,people,standard\nA,young,4,50,60\nA,old,5,50,40\n"
                                             "B,young,20,50,60\nB,old,*,50,40\nC,young,20,50,60\nC,old,10,50,40\n",
                                             spec);
  CHECK(std::isnan(found.areas[0].mean[0]));
  CHECK(std::isnan(found.areas[1].mean[0]));
  check_close(found.areas[2].mean[0], (20.0 / 50 * 60 + 10.0 / 50 * 40));
}
