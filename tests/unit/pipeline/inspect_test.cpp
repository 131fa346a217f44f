#include "pipeline/inspect/inspect_lines.hpp"
#include "pipeline/map_check.hpp"
#include "pipeline/map_diff.hpp"
#include "pipeline/map_propose.hpp"
#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <algorithm>

using namespace joinedup;
using joinedup::test::MemoryStore;

namespace {

/// 300 records; the second item is turned round, the fourth shifted by 2, ids repeat every 100 records.
std::string answers() {
  std::string out = "id,place,wemwbs_1,wemwbs_2,wemwbs_3,wemwbs_4,wemwbs_5\n";
  for (int r = 0; r < 300; ++r) {
    const int a = r % 5 + 1, b = std::min(5, a + r % 2);
    out += std::to_string(r % 100) + ",QOX," + std::to_string(a) + "," + std::to_string(6 - b) + "," +
           std::to_string(b) + "," + std::to_string(a + 2) + "," + std::to_string(b) + "\n";
  }
  return out;
}

std::string inspected(MemoryStore& store, unsigned threads, std::size_t block_bytes) {
  SurveyRequest request;
  request.threads = threads;
  request.block_bytes = block_bytes;
  const auto found = inspect("a.csv", request, store);
  REQUIRE(found);
  return inspect_json(*found);
}

std::string line_with(const std::vector<InspectLine>& lines, const std::string& part) {
  for (const InspectLine& line : lines)
    if (line.text.find(part) != std::string::npos) return line.text;
  return {};
}

} // namespace

TEST_CASE("an inspection is the same whatever the threads and the blocks") {
  MemoryStore store;
  store.files["a.csv"] = answers();
  const std::string one = inspected(store, 1, 1 << 20);
  CHECK(inspected(store, 2, 512) == one);
  CHECK(inspected(store, 3, 2000) == one);
}

TEST_CASE("an inspection tells a shifted and a reversed item, repeated ids and areas") {
  MemoryStore store;
  store.files["a.csv"] = answers();
  SurveyRequest request;
  request.instruments = {"wemwbs"};
  const auto found = inspect("a.csv", request, store);
  REQUIRE(found);
  const auto lines = inspect_lines(*found);
  CHECK(line_with(lines, "wemwbs_4  codes 3-7").ends_with("looks shifted by 2"));
  CHECK(line_with(lines, "wemwbs_2  its answers fall").ends_with("is it coded in reverse?"));
  CHECK(line_with(lines, "200 repeated ids") != "");
  CHECK(line_with(lines, "area place  1 code of") != "");
}

TEST_CASE("a proposal passes its own check and then has no drift against its file") {
  MemoryStore store;
  store.files["a.csv"] = answers();
  SurveyRequest wanted;
  wanted.instruments = {"wemwbs"};
  const auto map = propose_map("a.csv", wanted, store);
  REQUIRE(map);
  store.files["map.json"] = *map;
  const auto checked = check_map("map.json", "a.csv", {}, store);
  REQUIRE(checked);
  CHECK_FALSE(checked.diagnostics.has_errors());
  CHECK(checked.diagnostics.count("J280") == 0);
  CHECK(checked.diagnostics.count("J281") == 1); // the reversed item: turned round only by people
  SurveyRequest request;
  request.map = "map.json";
  const auto changes = diff_exports("a.csv", "a.csv", request, store);
  REQUIRE(changes);
  CHECK(changes->empty());
}

TEST_CASE("a map with too many texts for answers is told") {
  MemoryStore store;
  std::string text = "id,note\n";
  for (int r = 0; r < 600; ++r)
    text += std::to_string(r) + ",text " + std::to_string(r) + "\n";
  store.files["a.csv"] = text;
  store.files["map.json"] = R"({"administrations": [{"instrument": "fft", "items": {"fft_1": "note"}}]})";
  const auto checked = check_map("map.json", "a.csv", {}, store);
  REQUIRE(checked);
  CHECK(checked.diagnostics.count("J282") == 1);
}

TEST_CASE("another questionnaire's column with the same first word does not hide the waves of an extract") {
  MemoryStore store;
  std::string text = "Pre-Op Q Mobility,Pre-Op Q Self-Care,Pre-Op Q Activity,Pre-Op Q Discomfort,Pre-Op Q Anxiety,"
                     "Post-Op Q Mobility,Post-Op Q Self-Care,Post-Op Q Activity,Post-Op Q Discomfort,Post-Op Q Anxiety,"
                     "Hip Replacement Pre-Op Q Pain,Hip Replacement Pre-Op Q Night Pain,"
                     "Hip Replacement Post-Op Q Pain,Hip Replacement Post-Op Q Night Pain\n";
  for (int r = 0; r < 30; ++r)
    text += "1,2,3,1,2,1,1,1,2,3,4,0,1,2\n";
  store.files["proms.csv"] = text;
  SurveyRequest request;
  request.instruments = {"eq-5d-3l"};
  const auto found = inspect("proms.csv", request, store);
  REQUIRE(found);
  REQUIRE(found->instruments.size() == 2);
  CHECK(found->instruments[0].found == 5);
  CHECK(found->instruments[1].found == 5);
}

TEST_CASE("a proposal lists labels that come again and never a text written once") {
  MemoryStore store;
  const std::vector<std::string> labels = {"Fine", "So so", "Bad"};
  std::string& text = store.files["a.csv"];
  text = "record,eq5d_mo,eq5d_sc,eq5d_ua,eq5d_pd,eq5d_ad\n";
  for (std::size_t r = 0; r < 60; ++r) {
    text += std::to_string(r);
    for (std::size_t i = 0; i < 5; ++i)
      text += i == 0 && r == 30  ? ",\"I am JANE ROE, NHS number 999 000 1111\""
              : i == 1 && r == 7 ? ",JS42"
              : i == 2 && r == 9 ? ",1956"
                                 : "," + labels[(r + i) % labels.size()];
    text += "\n";
  }
  SurveyRequest request;
  request.instruments = {"eq-5d-3l"};
  const auto proposed = propose_map("a.csv", request, store);
  REQUIRE(proposed);
  CHECK(proposed->find("\"So so\": null") != std::string::npos);
  CHECK(proposed->find("not shown") != std::string::npos);
  const auto found = inspect("a.csv", request, store);
  REQUIRE(found);
  for (const std::string& out : {*proposed, inspect_json(*found)}) {
    CHECK(out.find("JANE") == std::string::npos);
    CHECK(out.find("JS42") == std::string::npos);
    CHECK(out.find("1956") == std::string::npos);
  }
}
