// The real record file of the finalised NHS PROMs, hip replacement 2018/19 (NHS Digital, 13 February 2020). It is not
// part of the repository; counts are those of an independent count of the same file.
#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

std::string record_file() {
  const char* const given = std::getenv("JOINEDUP_REALDATA");
  const std::string folder = given != nullptr ? given : std::string(JOINEDUP_SOURCE) + "/../shared/realdata";
  return folder + "/nhs_proms_hip_2018_19/hip_1819_provider_eq5d.csv";
}

Instrument eq5d_3l() {
  std::vector<Item> items;
  for (const char* id : {"eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"})
    items.push_back(item_of(id, 1, 3));
  items.emplace_back();
  items.back().id = "eq5d_vas";
  items.back().range = {0, 100};
  return instrument_of("eq-5d-3l", std::move(items));
}

Administration phase(const std::string& name) {
  const std::string start = name + "-Op Q ";
  Administration out;
  out.instrument = "eq-5d-3l";
  out.wave = lower(name);
  out.items = {{"eq5d_mo", {start + "Mobility"}}, {"eq5d_sc", {start + "Self-Care"}},
               {"eq5d_ua", {start + "Activity"}}, {"eq5d_pd", {start + "Discomfort"}},
               {"eq5d_ad", {start + "Anxiety"}},  {"eq5d_vas", {start + "EQ VAS"}}};
  out.missing = {{"*", {{"9", "missing"}}}, {"eq5d_vas", {{"999", "missing"}}}};
  return out;
}

std::size_t complete(const std::vector<std::vector<AnswerCode>>& items) {
  std::size_t out = 0;
  for (std::size_t row = 0; row < items[0].size(); ++row)
    out +=
        std::all_of(items.begin(), items.begin() + 5, [&](const auto& item) { return is_answer(item[row]); }) ? 1U : 0U;
  return out;
}

} // namespace

TEST_CASE("the record file of the NHS PROMs gives the published counts") {
  if (!std::filesystem::exists(record_file())) {
    WARN("skipped: the record file is not here; JOINEDUP_REALDATA names the folder that holds it");
    return;
  }
  const Instrument instrument = eq5d_3l();
  Reading reading;
  reading.threads = {2, 0};
  reading.request.instruments = {&instrument};
  reading.request.map.administrations = {phase("Pre"), phase("Post")};
  reading.request.map.area = AreaColumn{"Provider Code", {}, {}};
  const Everything all = read_everything(open_file(record_file()), reading);
  INFO(all.said());
  REQUIRE(all.complete);
  CHECK(all.summary.records == 41280);
  CHECK(all.dialect.crlf);
  CHECK(complete(all.codes[0]) == 38740);
  CHECK(complete(all.codes[1]) == 39646);
  const auto answered = [](const std::vector<AnswerCode>& vas) {
    return std::count_if(vas.begin(), vas.end(), is_answer);
  };
  const auto zeros = [](const std::vector<AnswerCode>& vas) {
    return std::count(vas.begin(), vas.end(), AnswerCode{0});
  };
  CHECK(zeros(all.codes[0][5]) == 154);
  CHECK(zeros(all.codes[1][5]) == 36);
  std::vector<std::string> providers = all.area;
  std::sort(providers.begin(), providers.end());
  CHECK(std::unique(providers.begin(), providers.end()) - providers.begin() == 274);
  // A VAS of 9 is an answer, though 9 stands for missing in the levels: an item's own list stands for "*".
  CHECK(answered(all.codes[0][5]) == 37348);
  CHECK(answered(all.codes[1][5]) == 39531);
}
