#include "definitions/study.hpp"
#include "definitions/study_comparison.hpp"
#include "definitions/study_who_answered.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;
using joinedup::test::said;

namespace {

/// A small study with more members in line 2.
Outcome<StudySpec> with_member(const std::string& member) {
  return read_study("{\"index\": \"balanced\", \"inputs\": [{\"file\": \"a.csv\"}],\n" + member + "}", "s.json");
}

std::string said_of_member(const std::string& member) { return said(with_member(member)); }

} // namespace

TEST_CASE("a study is read as it is written") {
  const auto study = read_study(joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/study.json"), "study.json");
  REQUIRE(study);
  CHECK(study->study == "Winter 2026");
  CHECK(study->index == "balanced");
  REQUIRE(study->area);
  CHECK(study->area->column == "icb");
  CHECK(study->area->lookup->to == "b");
  CHECK(study->geography == "icb-2022");
  CHECK(study->weight == "w");
  CHECK(study->strata == "s");
  CHECK(study->cluster == "c");
  CHECK(study->count == "n");
  CHECK(study->id == "rid");
  CHECK(study->wave == "wave");
  CHECK(study->where == "age >= 18");
  CHECK(study->keep == std::vector<std::string>{"rid"});
  CHECK(study->instruments == std::vector<std::string>{"p3ceq", "wemwbs"});
  CHECK(study->missing == std::map<std::string, std::string>{{"99", "missing"}});
  CHECK(study->value_sets.at("eq-5d-5l") == std::vector<std::string>{"5L-VT-UK"});
  CHECK(study->value_sets.at("eq-5d-3l") == std::vector<std::string>{"3L-TTO-UK"});
  CHECK(study->missing_rules.at("p3ceq") == "half");
  CHECK(study->missing_rules.at("wemwbs") == "person_mean_max3");
  CHECK(study->choices.at("p3ceq").at("care_plan") == "gate_mean");
  CHECK(study->tables.at("pam-13") == "pam.csv");
  CHECK(study->target.kind == TargetKind::fixed);
  CHECK(study->target.value == 60.5);
  CHECK(study->target.se == 0.4);
  CHECK(study->target.label == "Last year");
  CHECK(study->disclosure.minimum == 20);
  CHECK(study->disclosure.caution == 50);
  CHECK(study->partial_levels);
  CHECK(study->show_ranks);
  CHECK(study->seed == 7);
  CHECK(study->purpose == "Learning");
  CHECK(study->population == "Adults");
  CHECK(study->fieldwork == "January 2026");
  CHECK(study->mode.empty()); // each respondent has their own
  CHECK(study->role == "patient");
  CHECK(study->person == "nhs_id");
  REQUIRE(study->by.size() == 2);
  CHECK(study->by[0].column == "sex");
  CHECK(study->age_band == "age");
  CHECK(study->sex == "gender");
  REQUIRE(study->issued);
  CHECK(study->issued->n == "sent");
  CHECK(study->weights_by == "A panel; March 2026; by vote");
}

TEST_CASE("an input of a study takes what it leaves open from the study") {
  const auto study = read_study(joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/study.json"), "study.json");
  REQUIRE(study);
  REQUIRE(study->inputs.size() == 2);
  const StudyInput &own = study->inputs[0], &shared = study->inputs[1];
  CHECK(own.map == "a.json");
  CHECK(own.where == Position{"study.json", 5, 5, ""});
  CHECK(own.reader ==
        ReaderOptions{"redcap", "utf-8", ",", "point", 1, 0, "Data", "stop", "refuse", "fields.csv", false, true});
  CHECK(shared.file == "b.csv");
  CHECK(shared.map == "shared.json");
  CHECK(shared.reader == ReaderOptions{"csv", "windows-1252", ";", "comma", 2, 3, "Form1", "replace", "number"});
}

TEST_CASE("the defaults of a study are those of the rulings") {
  const auto study = with_member("\"seed\": null");
  REQUIRE(said(study) == "");
  CHECK(study->target.kind == TargetKind::england);
  CHECK(study->disclosure.minimum == 10);
  CHECK(study->disclosure.caution == 30);
  CHECK_FALSE(study->partial_levels);
  CHECK(study->seed == 1);
}

TEST_CASE("the example of the contract is read whole") {
  const auto study = read_study(R"({ "study": "Winter 2026", "index": "balanced",
  "inputs": [{"file": "export.csv", "from": "auto", "map": "map.json"}],
  "area": {"column": "icb_code", "geography": "icb-2022"}, "weight": "weight", "strata": "stratum", "cluster": "practice",
  "case_mix": {"method": "regression", "adjusters": ["age_band", "sex"]}, "rake": {"margins": "margins.csv", "trim": 5},
  "target": "england", "disclosure": "default", "uncertainty": {"method": "linearised"}, "seed": 1 })",
                                "s.json");
  REQUIRE(said(study) == "");
  REQUIRE(study->case_mix);
  CHECK(study->case_mix->method == CaseMixMethod::regression);
  REQUIRE(study->case_mix->adjusters.size() == 2);
  CHECK(study->case_mix->adjusters[1].column == "sex");
  CHECK_FALSE(study->adjusted_headline);
  REQUIRE(study->rake);
  CHECK(study->rake->file == "margins.csv");
  CHECK(study->rake->trim == 5);
}

TEST_CASE("what a study must have is asked for all at once") {
  CHECK(said(read_study("{\"studdy\": \"x\",\n\"inputs\": [{\"map\": \"m.json\"}]}", "s.json")) ==
        "s.json:1:1: error[J504]: \"index\" is missing, expected a text\n"
        "s.json:1:2: error[J502]: unknown member \"studdy\"\n  hint: did you mean study?\n"
        "s.json:2:12: error[J504]: \"file\" is missing, expected a text\n");
  CHECK(said(read_study("{\"index\": \"balanced\", \"inputs\": []}", "s.json")) ==
        "s.json:1:33: error[J506]: \"inputs\" is an empty list, expected at least one object\n");
}

TEST_CASE("a study says how errors and intervals are made") {
  const auto drawn = with_member(R"("df": "design", "uncertainty": {"method": "bootstrap", "replicates": 1000,
  "single_psu": "average", "proportion": "beta"})");
  REQUIRE(said(drawn) == "");
  CHECK(drawn->estimation.uncertainty == Uncertainty::bootstrap);
  CHECK(drawn->estimation.replicates == 1000);
  CHECK(drawn->estimation.single_psu == SinglePsu::average);
  CHECK(drawn->estimation.proportion == ProportionInterval::beta);
  CHECK(drawn->estimation.design_df);

  const auto finite =
      with_member(R"("uncertainty": {"method": "jackknife", "fpc": {"file": "p.csv", "stratum": "s", "n": "k"}})");
  REQUIRE(said(finite) == "");
  CHECK(finite->estimation.uncertainty == Uncertainty::jackknife);
  REQUIRE(finite->estimation.fpc);
  CHECK(finite->estimation.fpc->n == "k");
}

TEST_CASE("seven bands have three limits") {
  const auto seven = with_member(R"("bands": {"scheme": "seven"})");
  REQUIRE(said(seven) == "");
  CHECK(seven->comparison.first_limit() == 90);
  const auto other = with_member(R"("bands": {"scheme": "seven", "limits": [80, 90, 99]})");
  REQUIRE(said(other) == "");
  CHECK(other->comparison.somewhat == 80);
  CHECK(other->comparison.inner == 90);
  CHECK(other->comparison.outer == 99);
  CHECK(
      said_of_member(R"("bands": {"scheme": "seven", "limits": [95, 99.8]})") ==
      "s.json:2:40: error[J506]: \"limits\" are three levels of confidence in per cent, the smaller first, from 50 to "
      "below 100\n"
      "  hint: the default is [90, 95, 99.8]\n");
}

TEST_CASE("a yes or no is adjusted on the log odds where a study says so, and by regression only") {
  const auto study = with_member(R"("case_mix": {"proportion": "logistic", "adjusters": ["age"]})");
  REQUIRE(said(study) == "");
  CHECK(study->case_mix->logistic);
  CHECK(said_of_member(R"("case_mix": {"method": "direct", "proportion": "logistic", "adjusters": ["age"]})")
            .find("no regression, so that none is logistic") != std::string::npos);
}

TEST_CASE("the sensitivity analysis may vary case mix and what stands in for a missing measure") {
  const auto study =
      with_member(R"("sensitivity": {"factors": {"case_mix": false, "imputation": ["deviations", "group_median"]}})");
  REQUIRE(said(study) == "");
  CHECK_FALSE(study->sensitivity->case_mix);
  CHECK(study->sensitivity->imputation == std::vector<std::string>{"deviations", "group_median"});
  CHECK(said_of_member(R"("sensitivity": {"factors": {"imputation": ["group_means"]}})").find("group_mean") !=
        std::string::npos);
}

TEST_CASE("replicates go with finite populations, raking and case mix") {
  CHECK(said_of_member(
            R"("uncertainty": {"method": "bootstrap", "fpc": {"file": "p.csv", "stratum": "s", "n": "k"}})") == "");
  CHECK(said_of_member(R"("uncertainty": "bootstrap", "rake": {"margins": "m.csv"})") == "");
  CHECK(said_of_member(R"("uncertainty": "jackknife", "case_mix": {"adjusters": ["age"]})") == "");
}

TEST_CASE("errors that do not go together are refused") {
  CHECK(said_of_member(R"("headline": "adjusted")") ==
        "s.json:2:13: error[J582]: the headline is adjusted, and the study adjusts for nothing\n"
        "  hint: name adjusters under \"case_mix\", or take \"headline\" out\n");
}

TEST_CASE("what is only carried is announced") {
  const auto study = with_member(R"("person": "nhs_id")");
  REQUIRE(study);
  CHECK(
      said(study) ==
      "s.json:2:11: warning[J505]: \"person\" is carried in the run record: this release does not follow people across "
      "waves of different files\n");
}

TEST_CASE("groups are columns, each with the order of its values or without") {
  const auto study = with_member(R"("by": ["sex", {"column": "imd", "order": ["1", "2"]}], "against": "last")");
  REQUIRE(study);
  CHECK(said(study) == "");
  REQUIRE(study->by.size() == 2);
  CHECK(study->by[0].column == "sex");
  CHECK(study->by[0].order.empty());
  CHECK(study->by[1].column == "imd");
  CHECK(study->by[1].order == std::vector<std::string>{"1", "2"});
  CHECK(study->against == "last");
  CHECK(with_member(R"("by": {"column": "age"})")->by[0].column == "age");
  CHECK(said_of_member(R"("by": {"columns": "age"})") ==
        "s.json:2:7: error[J504]: \"column\" is missing, expected a text\n"
        "s.json:2:8: error[J502]: unknown member \"columns\"\n  hint: did you mean column?\n");
}

TEST_CASE("groups whose tables would have one name are refused") {
  CHECK(said_of_member(R"("by": ["sex", "SEX"])") ==
        "s.json:2:15: error[J506]: \"by\" names sex and SEX, whose tables would have one name\n"
        "  hint: name each column once\n");
  CHECK(said_of_member(R"("by": [{"column": "age", "order": ["1", "2"]}, "age slope"])") ==
        "s.json:2:48: error[J506]: \"by\" names age and age slope, whose tables would have one name\n"
        "  hint: name each column once\n");
  CHECK(said_of_member(R"("by": ["sex", "sexes"])") == "");
}

TEST_CASE("targets are words, numbers, tables or objects") {
  CHECK(with_member(R"("target": "areas")")->target.kind == TargetKind::areas);
  CHECK(with_member(R"("target": "areas-fixed")")->target.kind == TargetKind::areas_fixed);
  CHECK(with_member(R"("target": 61.5)")->target.value == 61.5);
  CHECK(with_member(R"("target": 61.5)")->target.kind == TargetKind::fixed);
  CHECK(with_member(R"("target": "last/year.csv")")->target.table == "last/year.csv");
  const auto table = with_member(R"("target": {"method": "table", "file": "t.csv", "label": "Last year"})");
  REQUIRE(said(table) == "");
  CHECK(table->target.kind == TargetKind::table);
  CHECK(table->target.table == "t.csv");
}

TEST_CASE("faults of a target are named") {
  CHECK(
      said_of_member(R"("target": "englnad")") ==
      "s.json:2:11: error[J506]: \"target\" is \"englnad\", expected england, areas, areas-fixed, a number or the path "
      "of a .csv\n  hint: did you mean england?\n");
  CHECK(said_of_member(R"("target": true)") ==
        "s.json:2:11: error[J504]: \"target\" is true or false, expected a word, a number, the path of a table or an "
        "object\n");
  CHECK(said_of_member(R"("target": {"method": "fixed", "se": -1})") ==
        "s.json:2:11: error[J504]: \"value\" is missing, expected a number\n"
        "s.json:2:37: error[J506]: \"se\" is -1, expected 0 or more\n");
  CHECK(said_of_member(R"("target": {"method": "areas", "se": 1})") ==
        "s.json:2:31: error[J502]: unknown member \"se\"\n  hint: one of label, method\n");
  CHECK(said_of_member(R"("target": {"value": 1})") ==
        "s.json:2:11: error[J504]: \"method\" is missing, expected how the target is made\n"
        "s.json:2:12: error[J502]: unknown member \"value\"\n  hint: one of label, method\n");
}

TEST_CASE("disclosure rules are a preset, numbers of one's own, or both") {
  const auto named = with_member(R"("disclosure": "gpps")");
  REQUIRE(named);
  CHECK(named->disclosure.preset == "gpps");
  CHECK(named->disclosure.minimum == 0); // the preset's, once it is read
  CHECK(said_of_member(R"("disclosure": {"preset": "ons", "minimum": 50, "caution": 20})") ==
        "s.json:2:59: error[J506]: \"caution\" is 20, expected \"minimum\" (50) or more\n");
  const auto less = with_member(R"("disclosure": {"minimum": 5})");
  REQUIRE(less);
  CHECK(less->disclosure.minimum == 5);
  CHECK(said(less) == "s.json:2:27: warning[J506]: \"minimum\" is 5: less is hidden than under the default of 10\n"
                      "  hint: check with whoever answers for the data before you publish\n");
  CHECK(with_member(R"("disclosure": {"minimum": 100})")->disclosure.caution == 100);
}

TEST_CASE("words and numbers of a study are checked") {
  CHECK(said_of_member(R"("partial": "level", "role": "nurse", "seed": -3, "show_ranks": "yes")") ==
        "s.json:2:12: error[J506]: \"partial\" is \"level\", expected one of deviations, levels\n"
        "  hint: did you mean levels?\n"
        "s.json:2:29: error[J506]: \"role\" is \"nurse\", expected one of patient, carer, proxy, staff\n"
        "s.json:2:46: error[J506]: \"seed\" is -3, expected 0 or more\n"
        "s.json:2:64: error[J504]: \"show_ranks\" is a text, expected true or false\n");
}

TEST_CASE("mode and role are words for all or a column of each") {
  const auto words = with_member(R"("mode": ["online", "paper"], "role": "carer")");
  REQUIRE(words);
  CHECK(words->mode == "online, paper");
  CHECK(words->role == "carer");
  const auto columns = with_member(R"("mode": {"column": "how"}, "role": {"column": "who"})");
  REQUIRE(columns);
  CHECK(columns->mode.empty());
  CHECK(columns->role.empty());
  const auto source = parse_json(R"({"mode": {"column": "how"}, "role": "carer"})", "s.json");
  REQUIRE(source);
  const AnsweredSpec answered = read_answered_columns(*source);
  REQUIRE(answered.mode);
  CHECK(answered.mode->column == "how");
  CHECK_FALSE(answered.role);
  CHECK(said_of_member(R"("mode": {"columns": "how"})") ==
        "s.json:2:9: error[J504]: \"column\" is missing, expected a text\n"
        "s.json:2:10: error[J502]: unknown member \"columns\"\n"
        "  hint: did you mean column?\n");
}

TEST_CASE("choices of a study name an instrument and a choice") {
  CHECK(said_of_member(R"("set": {"care_plan": "gate_mean", "p3ceq.catch_all": 0})") ==
        "s.json:2:9: error[J506]: \"care_plan\", expected INSTRUMENT.CHOICE\n"
        "s.json:2:54: error[J504]: \"p3ceq.catch_all\" is a number, expected a text\n");
}

TEST_CASE("what varies in a sensitivity analysis is known by name, each once") {
  const auto study = with_member(
      R"("sensitivity": {"draws": 50, "factors": {"normalise": "z_score", "weights": 0, "leave_out": false}})");
  REQUIRE(study);
  REQUIRE(study->sensitivity);
  CHECK(study->sensitivity->draws == 50);
  CHECK(study->sensitivity->normalise == std::vector<std::string>{"z_score"});
  CHECK(study->sensitivity->aggregate.size() == 2);
  CHECK(study->sensitivity->concentration == 0);
  CHECK_FALSE(study->sensitivity->leave_out);
  CHECK(said_of_member(R"("sensitivity": {"factors": {"normalise": ["zscore", "min_max", "min_max"]}})")
            .find("error[J571]: \"zscore\" is no method of the factor \"normalise\"\n  hint: did you mean z_score?") !=
        std::string::npos);
  CHECK(said_of_member(R"("sensitivity": {"factors": {"weights": -1}})").find("J571") != std::string::npos);
}

TEST_CASE("a table of questionnaires sent out gives all its faults at once") {
  const IssuedTable columns{"sent.csv", "icb", "sent"};
  const auto good = read_issued("icb,sent\nA,100\nB,20\n", "sent.csv", columns);
  REQUIRE(good);
  CHECK(good->size() == 2);
  CHECK(good->at(1).n == 20);
  const auto bad = read_issued("icb,sent\nA,100\nA,1.5\nA,3\n", "sent.csv", columns);
  CHECK_FALSE(bad);
  CHECK(bad.diagnostics.count("J572") == 2);
  CHECK(read_issued("area,sent\nA,1\n", "sent.csv", columns).diagnostics.count("J572") == 1);
}

TEST_CASE("a study chooses how areas are held against each other") {
  const auto study = with_member(
      R"("bands": {"scheme": "three", "limits": [90, 99], "overdispersion": "multiplicative", "truncate": 0.05},
         "shrinkage": "reml", "multiple_testing": {"method": "holm", "level": 0.1},
         "ranks": {"intervals": "marginal", "draws": 50})");
  REQUIRE(study);
  const ComparisonOptions& o = study->comparison;
  CHECK(o.scheme == "three");
  CHECK((o.inner == 90 && o.outer == 99));
  CHECK(o.overdispersion == "multiplicative");
  CHECK((o.trim == "truncate" && o.trim_share == 0.05));
  CHECK(o.shrinkage == "reml");
  CHECK((o.multiple_testing == "holm" && o.level == 0.1));
  CHECK((o.rank_intervals == "marginal" && o.rank_draws == 50));
  CHECK(with_member(R"("multiple_testing": "by")")->comparison.multiple_testing == "by");
  CHECK(with_member(R"("bands": {"winsorise": 0})")->comparison.trim == "none");
}

TEST_CASE("faults of the comparison are named with their place") {
  CHECK(said_of_member(R"("bands": {"limits": [99, 95]})").find("\"limits\" are two levels") != std::string::npos);
  CHECK(said_of_member(R"("bands": {"winsorise": 0.5})").find("J506") != std::string::npos);
  CHECK(said_of_member(R"("bands": {"winsorise": 0.1, "truncate": 0.1})").find("both given") != std::string::npos);
  CHECK(said_of_member(R"("multiple_testing": "bhh")").find("did you mean") != std::string::npos);
  CHECK(said_of_member(R"("multiple_testing": {"level": 1})").find("J506") != std::string::npos);
  CHECK(said_of_member(R"("shrinkage": "pm")").find("paule_mandel") != std::string::npos);
}

TEST_CASE("a table of what areas are like gives all its faults at once") {
  const PeersSpec spec{"like.csv", "code", {"imd", "rural"}, {}};
  const auto good = read_peer_table("code,imd,rural\nA,1.5,\nB,2,0.1\n", "like.csv", spec);
  REQUIRE(good);
  REQUIRE(good->size() == 2);
  CHECK(good->at(0).values[0] == 1.5);
  CHECK(std::isnan(good->at(0).values[1]));
  const auto bad = read_peer_table("code,imd,rural\nA,x,1\nA,1,2\n", "like.csv", spec);
  CHECK_FALSE(bad);
  CHECK(bad.diagnostics.count("J508") == 2);
  CHECK(read_peer_table("code,imd\nA,1\n", "like.csv", spec).diagnostics.count("J508") == 1);
  CHECK(said_of_member(R"("peers": {"file": "l.csv", "area": "code", "columns": ["a", "b"], "weights": [1]})")
            .find("one number of 0 or more for each") != std::string::npos);
}
