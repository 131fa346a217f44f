#include "pipeline/score_run.hpp"

#include "support/catch.hpp"
#include "support/memory_store.hpp"

using namespace joinedup;

namespace {

struct Scored {
  std::string text;
  Outcome<ScoreSummary> outcome;
};

Scored score(const std::string& csv, ScoreRequest request) {
  test::MemoryStore store;
  store.files["in.csv"] = csv;
  request.survey.files = {"in.csv"};
  Scored out;
  out.outcome = run_score(request, store, [&out](std::string_view piece) { out.text += piece; });
  return out;
}

ScoreRequest wemwbs_total() {
  ScoreRequest request;
  request.survey.instruments = {"wemwbs"};
  request.scores = {"wemwbs.total"};
  request.survey.id = "id";
  return request;
}

const std::string header = "id,wemwbs_1,wemwbs_2,wemwbs_3,wemwbs_4,wemwbs_5,wemwbs_6,wemwbs_7,wemwbs_8,wemwbs_9,"
                           "wemwbs_10,wemwbs_11,wemwbs_12,wemwbs_13,wemwbs_14\n";

} // namespace

TEST_CASE("score writes one row per record in input order with a status beside each score") {
  const Scored s =
      score(header + "r1,3,3,3,3,3,3,3,3,3,3,3,3,3,3\nr2,3,3,3,3,3,3,3,3,3,3,3,3,3,\nr3,5,5,5,5,5,5,5,5,5,5,5,5,5,5\n",
            wemwbs_total());
  REQUIRE(s.outcome);
  CHECK(s.text == "id,wemwbs.total,wemwbs.total:status\nr1,42,ok\nr2,,missing\nr3,70,ok\n");
  CHECK(s.outcome->reconciliation.read == 3);
  CHECK(s.outcome->reconciliation.scored_full == 2);
  CHECK(s.outcome->reconciliation.not_scored.at("too few items") == 1);
  CHECK(s.outcome->reconciliation.sum() == 3);
}

TEST_CASE("score does not depend on threads or block size") {
  std::string csv = header;
  for (int r = 0; r < 500; ++r) {
    csv += "r" + std::to_string(r);
    for (int i = 0; i < 14; ++i)
      csv += "," + std::to_string(1 + (r + i * r) % 5);
    csv += "\n";
  }
  const Scored whole = score(csv, wemwbs_total());
  REQUIRE(whole.outcome);
  for (const unsigned threads : {1U, 2U, 4U}) {
    for (const std::size_t block : {64UL, 1000UL}) {
      ScoreRequest request = wemwbs_total();
      request.survey.threads = threads;
      request.survey.block_bytes = block;
      CHECK(score(csv, request).text == whole.text);
    }
  }
}

TEST_CASE("columns that two instruments could read ask for -i") {
  const Scored s = score("eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad\n1,1,1,1,1\n", {});
  REQUIRE_FALSE(s.outcome);
  CHECK(s.outcome.diagnostics.all().back().code == "J113");
}

TEST_CASE("a score that the run does not make is named with a near one") {
  ScoreRequest request;
  request.survey.instruments = {"fft"};
  request.scores = {"fft.positiv"};
  const Scored s = score("fft_1\n1\n", request);
  REQUIRE_FALSE(s.outcome);
  CHECK(s.outcome.diagnostics.has_errors());
}
