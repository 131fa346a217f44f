// The whole chain from a CSV of respondents to bands, against R (survey, metafor; see
// tests/oracle/data/end_to_end/README.md).
#include "base/text.hpp"
#include "pipeline/benchmark_run.hpp"

#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <cmath>

using namespace joinedup;

namespace {

const std::string data = std::string(JOINEDUP_TESTS) + "/oracle/data/end_to_end/";

const char* const index_json = R"({
  "id": "e2e", "version": "1", "title": "End-to-end oracle",
  "domains": [
    {"id": "coordination", "weight": 0.25, "indicators": [
      {"id": "p3c_coord", "column": "p3c_coord", "goalposts": [0, 15]}]},
    {"id": "person_centred", "weight": 0.25, "indicators": [
      {"id": "p3c_person", "column": "p3c_person", "goalposts": [0, 24]}]},
    {"id": "activation", "weight": 0.25, "indicators": [{"id": "pam", "column": "pam", "goalposts": [0, 100]}]},
    {"id": "outcomes", "weight": 0.25, "indicators": [
      {"id": "eq5d", "column": "eq5d", "goalposts": [-0.594, 1]},
      {"id": "wemwbs", "column": "wemwbs", "goalposts": [14, 70]}]}]
})";

const char* const study_json = R"({
  "study": "End-to-end oracle", "index": "./index.json", "inputs": [{"file": "respondents.csv"}],
  "area": {"column": "area"}, "weight": "weight", "target": "areas-fixed", "partial": "levels"
})";

RunResults run(unsigned threads) {
  test::MemoryStore store;
  store.files["index.json"] = store.files["./index.json"] = index_json;
  store.files["study.json"] = study_json;
  store.files["respondents.csv"] = test::file_text(data + "e2e_respondents.csv").value();
  BenchmarkRequest request;
  request.study = "study.json";
  request.survey.threads = threads;
  Outcome<BenchmarkOutcome> out = run_benchmark(request, store);
  for (const Diagnostic& d : out.diagnostics.all())
    UNSCOPED_INFO(d.code << ": " << d.message);
  REQUIRE(out);
  return std::move(out->results);
}

/// Rows of e2e_expected.csv: area -> heading -> text.
std::map<std::string, std::map<std::string, std::string>> expected() {
  const std::string text = test::file_text(data + "e2e_expected.csv").value();
  const auto lines = split(text, '\n');
  const auto heads = split(trim(lines.front()), ',');
  std::map<std::string, std::map<std::string, std::string>> out;
  for (std::size_t l = 1; l < lines.size(); ++l) {
    const auto cells = split(trim(lines[l]), ',');
    for (std::size_t c = 0; c < cells.size() && cells.size() == heads.size(); ++c)
      out[std::string(cells[0])][std::string(heads[c])] = std::string(cells[c]);
  }
  return out;
}

} // namespace

TEST_CASE("from respondents to bands every published number equals the R oracle") {
  const RunResults results = run(2);
  const auto oracle = expected();
  CHECK_THAT(*results.total.index.value, WithinRel(62.5961719336047, 1e-8));
  CHECK_THAT(*results.total.index.se, WithinRel(0.573040501752982, 1e-8));
  CHECK_THAT(*results.target.value, WithinAbs(61.8110375754167, 5e-5));
  CHECK_THAT(*results.target.tau2, WithinAbs(12.4045253067238, 5e-5));
  CHECK_THAT(*results.target.phi, WithinAbs(6.08010814284283, 5e-5));
  std::size_t compared = 0;
  for (const AreaResult& area : results.areas) {
    INFO(area.code);
    const auto& row = oracle.at(area.code);
    if (area.status.hidden()) {
      CHECK((area.code == "A09" ||
             area.code == "A06")); // caution and disclosure rules: see tests/oracle/data/end_to_end/README.md
      CHECK_FALSE(area.index.value);
      CHECK_FALSE(area.n);
      continue;
    }
    ++compared;
    const auto number = [&row](const char* heading) { return *parse_number(row.at(heading)); };
    CHECK(*area.n == static_cast<std::uint64_t>(number("n")));
    CHECK_THAT(*area.index.value, WithinRel(number("index"), 1e-8));
    CHECK_THAT(*area.index.se, WithinRel(number("se"), 1e-8));
    CHECK_THAT(*area.index.lower, WithinRel(number("ci_lo"), 1e-8));
    CHECK_THAT(*area.index.upper, WithinRel(number("ci_hi"), 1e-8));
    CHECK_THAT(*area.comparison.z, WithinRel(number("z"), 1e-8));
    CHECK_THAT(*area.comparison.z_od, WithinRel(number("z_od"), 1e-8));
    CHECK_THAT(*area.comparison.p, WithinRel(number("p_two_sided"), 1e-7));
    CHECK(*area.comparison.fdr == (number("p_BH") < 0.05));
    CHECK(words(area.comparison.band_sampling) == row.at("band_no_od"));
    CHECK(words(area.comparison.band) == row.at("band_od"));
    CHECK_THAT(*area.reliability, WithinRel(number("reliability"), 1e-8));
    CHECK_THAT(*area.shrunk, WithinRel(number("eb_index"), 1e-8));
    CHECK(*area.rank == static_cast<int>(number("rank")));
  }
  CHECK(compared == 7);
}

TEST_CASE("one thread and many give the very same numbers") {
  const RunResults one = run(1), many = run(4);
  REQUIRE(one.areas.size() == many.areas.size());
  for (std::size_t a = 0; a < one.areas.size(); ++a) {
    CHECK(one.areas[a].code == many.areas[a].code);
    CHECK(one.areas[a].index.value == many.areas[a].index.value);
    CHECK(one.areas[a].index.se == many.areas[a].index.se);
  }
}
