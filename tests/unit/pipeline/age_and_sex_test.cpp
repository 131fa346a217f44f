// Columns of age and sex: who names them, and what is said of records that have none.
#include "pipeline/explain_run.hpp"
#include "pipeline/quality_run.hpp"
#include "pipeline/score_run.hpp"
#include "pipeline/survey_setup.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <string>

using namespace joinedup;
using joinedup::test::MemoryStore;

TEST_CASE("columns of age and sex come from the option, else the map, else the study") {
  MemoryStore store;
  store.files["m.json"] = R"({"age_band": "map_age"})";
  StudySpec study;
  study.age_band = "study_age";
  study.sex = "study_sex";
  study.inputs = {{"s.csv", "m.json", {}, {}}};
  SurveyRequest request;
  const auto map_of = [&] {
    auto setup = set_up_survey(request, &study, "study.json", store);
    REQUIRE(setup);
    return setup->inputs.at(0).map;
  };
  CHECK(map_of().age_band == "map_age");
  CHECK(map_of().sex == "study_sex");
  request.age_band = "option_age";
  request.sex = "option_sex";
  CHECK(map_of().age_band == "option_age");
  CHECK(map_of().sex == "option_sex");
}

TEST_CASE("records without age or sex are counted where the value set needs them") {
  MemoryStore store;
  std::string& survey = store.files["s.csv"] = "eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad,age_band,sex\n";
  survey += "1,1,1,1,1,34,F\n1,1,1,1,1,,F\n1,1,1,1,1,40,\n,,,,,,\n1,1,1,1,1,17,M\n";
  ScoreRequest request;
  request.survey.files = {"s.csv"};
  request.survey.instruments = {"eq-5d-5l"};
  const auto said = [&](const std::string& set, std::size_t block) {
    request.survey.value_sets["eq-5d-5l"] = {set};
    request.survey.block_bytes = block;
    const auto outcome = run_score(request, store, [](std::string_view) {});
    REQUIRE(outcome);
    for (const Diagnostic& one : outcome.diagnostics.all()) {
      if (one.code == "J438") return one.message;
    }
    return std::string();
  };
  const std::string expected =
      "eq-5d-5l: 3 records with answers lack age_band or sex, so the value set that needs them gives no value";
  CHECK(said("5L-DSU-UK", 0) == expected);
  CHECK(said("5L-DSU-UK", 20) == expected);
  CHECK(said("5L-VT-UK", 0).empty());
}

TEST_CASE("explain and quality refuse a value set whose columns are not there as score does") {
  MemoryStore store;
  store.files["s.csv"] = "id,eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad\nR1,1,1,1,1,1\n";
  SurveyRequest survey;
  survey.files = {"s.csv"};
  survey.instruments = {"eq-5d-5l"};
  survey.value_sets["eq-5d-5l"] = {"5L-DSU-UK"};
  survey.id = "id";
  QualityRequest quality;
  quality.survey = survey;
  CHECK(run_quality(quality, store).diagnostics.count("J432") == 1);
  ExplainRequest explain;
  explain.survey = survey;
  explain.record = "R1";
  CHECK(run_explain(explain, store).diagnostics.count("J432") == 1);
}
