#include "pipeline/simulate_run.hpp"

#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <algorithm>

using namespace joinedup;

namespace {

std::string simulated(const SimulateRequest& request, test::MemoryStore& files) {
  std::string out;
  const auto notes = run_simulate(request, files, [&](std::string_view text) { out += text; });
  REQUIRE(notes);
  return out;
}

} // namespace

TEST_CASE("A simulated survey has a row per record and codes of the geography asked for") {
  test::MemoryStore files;
  const std::string survey = simulated({"icb-2026", 50, 3}, files);
  CHECK(survey.starts_with("respondent_id,icb_code,practice,stratum,weight,age_band,sex,p3ceq_1,"));
  CHECK(survey.find("\nR00000050,") != std::string::npos);
  CHECK(survey.find("\nR00000051,") == std::string::npos);
  CHECK(survey.find(",E54") != std::string::npos);
}

TEST_CASE("The notes say how sure the figures are that a survey is drawn near") {
  test::MemoryStore files;
  const auto notes = run_simulate({"icb-2022", 1, 1}, files, [](std::string_view) {});
  REQUIRE(notes);
  const bool likely = std::any_of(notes->begin(), notes->end(), [](const std::string& note) {
    return note.find("LIKELY") != std::string::npos && note.find("P3CEQ") != std::string::npos;
  });
  CHECK(likely);
}

TEST_CASE("An unknown geography is a fault of definitions with a near name and nothing is written") {
  test::MemoryStore files;
  std::string out;
  const auto notes = run_simulate({"icb-2020", 10, 1}, files, [&](std::string_view text) { out += text; });
  CHECK_FALSE(notes);
  CHECK(out.empty());
  REQUIRE(notes.diagnostics.all().size() == 1);
  CHECK(notes.diagnostics.all().front().code == "J503");
  CHECK(exit_code(notes.diagnostics) == 4);
}
