// Policies of the shipped instruments that are off unless somebody asks for them.
#include "base/render.hpp"
#include "model/codings.hpp"
#include "support/scorer.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

ScoringChoices chosen(std::map<std::string, std::string> choices) {
  ScoringChoices out;
  out.choices = std::move(choices);
  return out;
}

/// The seven items of the short form with the given sum, each from 1 to 5.
std::map<std::string, AnswerCode> short_form(int sum, int items = 7) {
  std::map<std::string, AnswerCode> out;
  const std::vector<int> numbers = {1, 2, 3, 6, 7, 9, 11};
  int left = sum - items;
  for (int i = 0; i < items; ++i) {
    const int more = std::min(left, 4);
    out["wemwbs_" + std::to_string(numbers[static_cast<std::size_t>(i)])] = static_cast<AnswerCode>(1 + more);
    left -= more;
  }
  return out;
}

/// Thirteen answers from 1 to 4, the last `blank` of them missing, not all alike.
std::map<std::string, AnswerCode> activation_items(const std::vector<int>& codes) {
  std::map<std::string, AnswerCode> out;
  for (std::size_t i = 0; i < codes.size(); ++i)
    out["pam13_" + std::to_string(i + 1)] = static_cast<AnswerCode>(codes[i]);
  return out;
}

/// Invented scores: raw 13 is 0, each point more is worth 2.5; levels change at raw 25, 35 and 45.
ScoringChoices with_table(std::map<std::string, std::string> choices, bool levels) {
  ScoringChoices out = chosen(std::move(choices));
  out.table.emplace();
  out.table->where = {"table.csv", 1, 0, ""};
  for (int raw = 13; raw <= 52; ++raw) {
    out.table->rows.emplace_back(raw, 2.5 * (raw - 13));
    if (levels) out.table->levels.emplace_back(raw < 25 ? "one" : raw < 35 ? "two" : raw < 45 ? "three" : "four");
  }
  return out;
}

} // namespace

TEST_CASE("the screen of the short form is off unless it is named") {
  CHECK(Scorer("swemwbs").score(short_form(20)).count("screen") == 0);
  const Scorer scorer("swemwbs", chosen({{"screen", "warwick"}}));
  const auto screen = [&](int raw) { return scorer.score(short_form(raw)).at("screen").text; };
  CHECK(screen(18) == "probable"); // metric 17.43
  CHECK(screen(19) == "possible"); // 17.98
  CHECK(screen(22) == "possible"); // 19.98
  CHECK(screen(23) == "none");     // 20.73
}

TEST_CASE("both published wordings of the short form's bands agree on every complete record") {
  const Scorer usual("swemwbs"), other("swemwbs", chosen({{"bands", "ng_fat_2017"}}));
  for (int raw = 7; raw <= 35; ++raw) {
    INFO(raw);
    CHECK(usual.score(short_form(raw)).at("band").text == other.score(short_form(raw)).at("band").text);
  }
}

TEST_CASE("an interpolated score can fall between the bands of the other wording") {
  ScoringChoices other = chosen({{"bands", "ng_fat_2017"}}), usual;
  other.missing_rule = usual.missing_rule = "person_mean_max1_interp";
  // 26 x 7/6 = 30.33: 27.03 + 0.33 x 1.10 = 27.40, above 27.0 and below 28.1.
  const auto answers = short_form(26, 6);
  CHECK(Scorer("swemwbs", usual).score(answers).at("band").text == "moderate");
  CHECK(Scorer("swemwbs", other).score(answers).at("band").status == "missing");
}

TEST_CASE("an incomplete sum is looked up in the licensed table only when asked, by the nearest row and with a flag") {
  const auto twelve = activation_items({4, 4, 3, 3, 4, 4, 3, 3, 3, 3, 3, 3}); // 40 x 13/12 = 43.33
  const auto ten = activation_items({4, 4, 3, 4, 3, 4, 4, 3, 3, 3});          // 35 x 13/10 = 45.5
  const Scorer plain("pam-13", with_table({}, false));
  CHECK(plain.score(twelve).at("activation").status == "missing");
  CHECK(plain.score(twelve).at("flags").text.empty());
  const Scorer nearest("pam-13", with_table({{"prorated_table", "nearest"}, {"levels", "newer"}}, false));
  CHECK(nearest.score(twelve).at("activation").text == "75"); // row 43
  CHECK(nearest.score(ten).at("activation").text == "82.5");  // row 46: halves go up
  CHECK(nearest.score(ten).at("activation").status == "prorated");
  CHECK(nearest.score(ten).at("level").text == "4");
  CHECK(nearest.score(ten).at("flags").text == "nearest_row");
}

TEST_CASE("levels can come from the licensed table itself") {
  const Scorer scorer("pam-13", with_table({{"levels", "table"}}, true));
  const auto level = [&](const std::vector<int>& codes) { return scorer.score(activation_items(codes)).at("level"); };
  CHECK(level({1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}).text == "one");
  CHECK(level({1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1}).text == "one");  // 24
  CHECK(level({2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1}).text == "two");  // 25
  CHECK(level({4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3}).text == "four"); // 45
  CHECK(level({4, 4}).status == "missing");
}

TEST_CASE("levels of a table that holds none are refused") {
  const auto compiled = ScoringPlan::compile(shipped("pam-13"), with_table({{"levels", "table"}}, false), {});
  CHECK(render_text(compiled.diagnostics) ==
        "table.csv:1: error[J449]: the table holds no levels\n  hint: add a third column \"level\", or name cut-points "
        "that the definition has: joinedup instruments show pam-13\n");
}

TEST_CASE("records that answer everything alike lose their scores only when asked") {
  const std::vector<int> alike(13, 3), other = {4, 4, 3, 4, 3, 4, 4, 3, 3, 3, 3, 3, 3};
  const Scorer scorer("pam-13", chosen({{"straight_lining", "exclude"}}));
  const auto left_out = scorer.score(activation_items(alike));
  for (const char* score : {"raw", "raw_prorated", "rasch_se2019"})
    CHECK(left_out.at(score).status == "invalid");
  CHECK(left_out.at("flags").text == "all_same");
  CHECK(scorer.score(activation_items(other)).at("raw").text == "44");
  CHECK(Scorer("pam-13").score(activation_items(alike)).at("raw").text == "39");
}

TEST_CASE("the score of the Friends and Family Test before October 2014 comes with the old series only") {
  CHECK(Scorer("fft").score({{"fft_1", AnswerCode{1}}}).count("score_pre_oct2014") == 0);
  const Scorer old("fft", chosen({{"series", "pre2020"}}));
  const std::vector<std::string> expected = {"100", "0", "-100", "-100", "-100"};
  for (int code = 1; code <= 5; ++code)
    CHECK(old.score({{"fft_1", static_cast<AnswerCode>(code)}}).at("score_pre_oct2014").text ==
          expected[static_cast<std::size_t>(code - 1)]);
  const auto unknown = old.score({{"fft_1", AnswerCode{6}}});
  CHECK(unknown.at("score_pre_oct2014").status == "not_applicable");
  CHECK(unknown.at("positive").text == "0");
}

TEST_CASE("bands of the P3CEQ are those quoted, and only when asked") {
  CHECK(Scorer("p3ceq").score({}).count("care_coordination_band") == 0);
  const Scorer scorer("p3ceq", chosen({{"bands", "quoted"}}));
  const auto bands = [&](int code) {
    std::map<std::string, AnswerCode> answers;
    for (const char* item : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"})
      answers["p3ceq_" + std::string(item)] = static_cast<AnswerCode>(code);
    const auto scores = scorer.score(answers);
    return scores.at("person_centredness_band").text + "|" + scores.at("care_coordination_band").text;
  };
  CHECK(bands(0) == "below the quoted cut-point|very low"); // 0 of 24, 0 of 15
  CHECK(bands(1) == "below the quoted cut-point|low");      // 8, 5
  CHECK(bands(2) == "positive|high");                       // 16, 10
  CHECK(bands(3) == "positive|very high");                  // 24, 15
}

TEST_CASE("every policy in force is told with how sure it is") {
  const auto compiled = ScoringPlan::compile(
      shipped("pam-13"), with_table({{"levels", "table"}, {"prorated_table", "nearest"}}, true), {});
  REQUIRE(compiled);
  std::vector<std::string> told;
  for (const Setting& s : compiled->settings())
    told.push_back(s.name + " = " + s.value + " (" + s.from + ")");
  CHECK(told ==
        std::vector<std::string>{
            "pam-13.missing_rule = min10 (RULING) (default)",
            "pam-13.levels = table (the user's own cut-points, from the column \"level\" of the licensed table) "
            "(option)",
            "pam-13.prorated_table = nearest (UNVERIFIED) (option)", "pam-13.straight_lining = keep (RULING) (default)",
            "pam-13.table = the user's own table, with levels (option)"});
}
