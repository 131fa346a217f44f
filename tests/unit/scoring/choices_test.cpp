// What a user may choose, and every message about a choice that cannot be.
#include "base/render.hpp"
#include "support/scorer.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string messages(const std::string& id, const ScoringChoices& choices,
                     const std::vector<std::string>& wanted = {}) {
  return render_text(ScoringPlan::compile(shipped(id), choices, shipped_value_sets(), wanted).diagnostics);
}

ScoringChoices sets(std::vector<std::string> ids) {
  ScoringChoices out;
  out.value_sets = std::move(ids);
  return out;
}

LookupTable rising_table(int first = 13, int last = 52) {
  LookupTable out;
  out.where = {"table.csv", 1, 1, ""};
  for (int raw = first; raw <= last; ++raw)
    out.rows.emplace_back(raw, (raw - first) * 2.0);
  return out;
}

ScoringChoices with_table(LookupTable table) {
  ScoringChoices out;
  out.table = std::move(table);
  return out;
}

} // namespace

TEST_CASE("an unknown missing rule is refused with the near name") {
  ScoringChoices choices;
  choices.missing_rule = "halv";
  CHECK(messages("p3ceq", choices) == "error[J131]: p3ceq has no missing rule \"halv\"\n  hint: did you mean half?\n");
  choices.missing_rule = "half";
  CHECK(messages("fft", choices) ==
        "error[J131]: fft has no missing rule \"half\"\n  hint: it needs all items, whatever the rule\n");
}

TEST_CASE("unknown choices and values are refused, all at once") {
  ScoringChoices choices;
  choices.choices = {{"care_plam", "gate_mean"}, {"catch_all", "one"}};
  CHECK(messages("p3ceq", choices) ==
        "error[J134]: p3ceq.catch_all cannot be \"one\"\n  hint: one of zero, missing\n"
        "error[J133]: p3ceq offers no choice \"care_plam\"\n  hint: did you mean care_plan?\n");
}

TEST_CASE("a value set of another instrument is refused with alternatives") {
  CHECK(messages("eq-5d-5l", sets({"3L-TTO-UK"})) ==
        "error[J132]: value set 3L-TTO-UK belongs to eq-5d-3l, not to eq-5d-5l\n"
        "  hint: one of 5L-VT-UK, 5L-CW-UK, 5L-VT-England\n");
  CHECK(messages("eq-5d-5l", sets({"5L-VT-UL"})) ==
        "error[J132]: there is no value set 5L-VT-UL for eq-5d-5l\n  hint: did you mean 5L-VT-UK?\n");
}

TEST_CASE("without a value set the five-level index is unsupported and one warning lists the choices") {
  CHECK(messages("eq-5d-5l", {}) ==
        "warning[J412]: eq-5d-5l.index needs a value set, and none is assumed\n"
        "  hint: choose with --value-set eq-5d-5l=SET: 5L-VT-UK, 5L-CW-UK, 5L-VT-England\n");
  CHECK(messages("eq-5d-5l", {}, {"profile"}).empty());
  const Scorer scorer("eq-5d-5l");
  const Cell index =
      scorer.score({{"eq5d_mo", 1}, {"eq5d_sc", 1}, {"eq5d_ua", 1}, {"eq5d_pd", 1}, {"eq5d_ad", 1}}).at("index");
  CHECK(index.status == "unsupported");
  CHECK(index.text.empty());
  CHECK(scorer.plan().columns().back().unsupported == "no value set was chosen");
}

TEST_CASE("several value sets make a column each") {
  // 22222: 0.784 in 5L-VT-UK, 0.592 in 5L-CW-UK (reference, worked values)
  const Scorer scorer("eq-5d-5l", sets({"5L-VT-UK", "5L-CW-UK"}));
  const auto scores = scorer.score({{"eq5d_mo", 2}, {"eq5d_sc", 2}, {"eq5d_ua", 2}, {"eq5d_pd", 2}, {"eq5d_ad", 2}});
  CHECK(scores.at("index[5L-VT-UK]").text == "0.784");
  CHECK(scores.at("index[5L-CW-UK]").text == "0.592");
  CHECK(scores.count("index") == 0);
  CHECK(Scorer("eq-5d-5l", sets({"5L-VT-UK", "5L-CW-UK"}), {"index"}).plan().columns().size() == 2);
  CHECK(Scorer("eq-5d-5l", sets({"5L-VT-UK", "5L-CW-UK"}), {"index[5L-CW-UK]"}).plan().columns().size() == 1);
}

TEST_CASE("an unknown score is refused with the near name") {
  CHECK(messages("wemwbs", {}, {"totl"}) == "error[J135]: wemwbs has no score \"totl\"\n  hint: did you mean total?\n");
}

TEST_CASE("activation asked for without the licensed table is unsupported and says what to give") {
  CHECK(messages("pam-13", {}, {"activation"}) == "warning[J413]: pam-13.activation cannot be made without a choice\n"
                                                  "  hint: give --table pam-13=FILE\n");
  CHECK(messages("pam-13", {}, {"level"}) == "warning[J413]: pam-13.level cannot be made without a choice\n"
                                             "  hint: give --table pam-13=FILE and --set pam-13.levels=newer|table\n");
  const Scorer scorer("pam-13", {}, {"activation"});
  CHECK(scorer.score({{"pam13_1", 3}}).at("activation").status == "unsupported");
}

TEST_CASE("a licensed table must hold every raw score and rise within 0 to 100") {
  const std::string hint = "\n  hint: expected rising scores from 0 to 100 for every raw score from 13 to 52\n";
  CHECK(messages("pam-13", with_table(rising_table(13, 51))) ==
        "table.csv:1:1: error[J415]: the table lacks raw score 52" + hint);
  LookupTable falling = rising_table();
  falling.rows[5].second = 1;
  CHECK(messages("pam-13", with_table(falling)) ==
        "table.csv:1:1: error[J415]: the table does not rise at raw score 18" + hint);
  LookupTable high = rising_table();
  high.rows.back().second = 101;
  CHECK(messages("pam-13", with_table(high)) ==
        "table.csv:1:1: error[J415]: raw score 52 has 101, out of range" + hint);
  CHECK(messages("fft", with_table(rising_table())) ==
        "table.csv:1:1: error[J415]: fft takes no table\n  hint: leave --table fft=FILE out\n");
}

TEST_CASE("activation comes with the table and the level only with named cut-points as well") {
  const Scorer without("pam-13", with_table(rising_table()));
  std::map<std::string, AnswerCode> threes;
  for (int i = 1; i <= 13; ++i)
    threes["pam13_" + std::to_string(i)] = 3;
  const auto scores = without.score(threes);
  CHECK(scores.at("activation").text == "52"); // raw 39: (39 - 13) x 2
  CHECK(scores.count("level") == 0);
  ScoringChoices both = with_table(rising_table());
  both.choices["levels"] = "newer";
  CHECK(Scorer("pam-13", both).score(threes).at("level").text == "2");
}

TEST_CASE("every choice in force is told with its confidence") {
  ScoringChoices choices;
  choices.choices["care_plan"] = "gate_mean";
  const Scorer scorer("p3ceq", choices);
  std::vector<std::string> told;
  for (const Setting& setting : scorer.plan().settings())
    told.push_back(setting.name + "=" + setting.value + "|" + setting.from);
  CHECK(told == std::vector<std::string>{
                    "p3ceq.missing_rule=strict (RULING)|default", "p3ceq.care_plan=gate_mean (LIKELY)|option",
                    "p3ceq.catch_all=zero (LIKELY)|default", "p3ceq.codes=scored (RULING)|default"});
  CHECK(Scorer("eq-5d-3l").plan().settings().front().value ==
        "3L-TTO-UK: Dolan 1997, Modeling valuations for EuroQol health states, Med Care 35(11):1095-1108 "
        "https://doi.org/10.1097/00005650-199711000-00002 (VERIFIED)");
}

TEST_CASE("a disputed value set is used with a warning that prints the dispute") {
  std::vector<ValueSet> sets_in_reach = shipped_value_sets();
  sets_in_reach.front().confidence = "DISPUTED";
  sets_in_reach.front().note = "two readings";
  const auto plan = ScoringPlan::compile(shipped("eq-5d-3l"), {}, sets_in_reach);
  REQUIRE(plan);
  CHECK(plan.diagnostics.all().front().code == "J414");
  CHECK(plan.diagnostics.all().front().message == "value set 3L-TTO-UK is disputed: two readings");
}
