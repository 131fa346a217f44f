#include "definitions/index.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;
using joinedup::test::shipped;

namespace {

/// A small index whose one indicator has the members `members`; it stands in line 2 from column 29.
Outcome<IndexSpec> with_indicator(const std::string& members) {
  return read_index(
      "{\"id\": \"x\", \"version\": \"1\", \"title\": \"X\",\n\"domains\": [{\"id\": \"d\", \"indicators\": [{" +
          members + "}]}]}",
      "x.json");
}

/// A small index with more members after its domains, in line 3 from column 1.
std::string said_of_member(const std::string& member) {
  return said(
      read_index("{\"id\": \"x\", \"version\": \"1\", \"title\": \"X\",\n"
                 "\"domains\": [{\"id\": \"d\", \"indicators\": [{\"id\": \"i\", \"score\": \"p3ceq.total\"}]}],\n" +
                     member + "}",
                 "x.json"));
}

} // namespace

TEST_CASE("an index is read as it is written") {
  const auto index = read_index(joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/index.json"), "full.json");
  REQUIRE(said(index) == "");
  CHECK(index->id == "full");
  CHECK(index->version == "2");
  CHECK(index->title == "Every member");
  CHECK(index->notices == std::vector<std::string>{"Invented."});
  CHECK_FALSE(index->ranked);
  CHECK(index->coverage_total == 0.8);
  CHECK(index->coverage_domain == 0.4);
  REQUIRE(index->domains.size() == 1);
  CHECK(index->domains[0].label == "One");
  CHECK(index->domains[0].weight == 0.25);
  REQUIRE(index->domains[0].indicators.size() == 7);
  const Indicator& gain = index->domains[0].indicators[0];
  CHECK(gain.score == "post.eq-5d-3l.index");
  CHECK(gain.change_from == "pre.eq-5d-3l.index");
  CHECK(gain.value_set == "3L-TTO-UK");
  CHECK(gain.goalposts == std::pair(-1.594, 1.594));
  CHECK(gain.direction_given);
  CHECK(gain.weight == 2);
  CHECK_FALSE(gain.banded);
  CHECK(gain.notice == "Invented.");
  CHECK(gain.where == Position{"full.json", 6, 7, ""});
  const Indicator& wait = index->domains[0].indicators[1];
  CHECK(wait.column == "days_waited");
  CHECK(wait.label == "wait");
  CHECK(wait.direction == Direction::lower);
  CHECK(wait.weight == 1);
  const AreaTable table = index->domains[0].indicators[2].table.value_or(AreaTable{});
  CHECK(table.file == "admissions.csv");
  CHECK(table.kind == TableKind::rate);
  CHECK(table.numerator == std::vector<std::string>{"elective", "emergency"});
  CHECK(table.per == 100000);
  CHECK(table.skip == 2);
  CHECK(table.rows.at("sex") == std::vector<std::string>{"F", "M"});
  CHECK(table.whole == "E92000001");
  const AreaTable by_band = index->domains[0].indicators[3].table.value_or(AreaTable{});
  CHECK(by_band.kind == TableKind::standardised_rate);
  CHECK(by_band.group == "band");
  CHECK(by_band.standard == "esp2013");
  REQUIRE(index->companions.size() == 1);
  CHECK_FALSE(index->companions[0].goalposts);
  CHECK_FALSE(index->companions[0].direction_given);
  CHECK(index->companions[0].weight == 0);
}

TEST_CASE("the example of the contract is an index") {
  const auto index = read_index(R"({ "id": "balanced", "version": "1", "title": "Integration Index, balanced proposal",
  "domains": [
    {"id": "experience", "weight": 0.5, "indicators": [
      {"id": "p3ceq", "score": "p3ceq.total", "goalposts": "range", "direction": "higher", "weight": 1}]},
    {"id": "outcomes", "weight": 0.5, "indicators": [
      {"id": "eq5d", "score": "eq-5d-5l.index", "value_set": "5L-VT-UK"},
      {"id": "wemwbs", "score": "wemwbs.total"}]}],
  "companions": [{"id": "coordination", "score": "p3ceq.care_coordination"}, {"id": "fft", "score": "fft.positive"}],
  "normalise": {"method": "goalposts"}, "aggregate": {"method": "arithmetic"}, "coverage": {"total": 0.75, "domain": 0.5} })",
                                "i.json");
  REQUIRE(said(index) == "");
  CHECK(index->domains[1].indicators[0].value_set == "5L-VT-UK");
  CHECK(index->companions.size() == 2);
}

TEST_CASE("every shipped index can be read and says that it is a proposal") {
  for (const std::string id : {"balanced", "experience", "four-domains", "with-fft"}) {
    CAPTURE(id);
    const auto index = read_index(shipped("indices/" + id + ".json"), id + ".json");
    REQUIRE(said(index) == "");
    CHECK(index->id == id);
    CHECK(index->ranked == (id != "with-fft"));
    REQUIRE_FALSE(index->notices.empty());
    CHECK(index->notices[0] == "This index is a proposal. No official Integration Index has been published.");
  }
}

TEST_CASE("an index shows the friends and family test without bands") {
  const auto index = read_index(shipped("indices/balanced.json"), "balanced.json");
  REQUIRE(index);
  CHECK(index->unranked_companions == std::vector<std::string>{"fft"});
  const auto with_fft = read_index(shipped("indices/with-fft.json"), "with-fft.json");
  REQUIRE(with_fft);
  CHECK(with_fft->unranked_companions == std::vector<std::string>{"fft"});
  CHECK(index->companions[2].score == "pam-13.rasch_se2019");
  CHECK(index->companions[3].notice.starts_with("NHS England says that the Friends and Family Test cannot be used"));
}

TEST_CASE("what an index must have is asked for all at once") {
  CHECK(said(read_index("{\"domains\": [{\"weight\": 1},\n{\"id\": \"b\", \"indicators\": []}]}", "x.json")) ==
        "x.json:1:1: error[J504]: \"id\" is missing, expected a text\n"
        "x.json:1:1: error[J504]: \"version\" is missing, expected a text\n"
        "x.json:1:1: error[J504]: \"title\" is missing, expected a text\n"
        "x.json:1:14: error[J504]: \"id\" is missing, expected a text\n"
        "x.json:1:14: error[J504]: \"indicators\" is missing, expected a list of objects\n"
        "x.json:2:27: error[J506]: \"indicators\" is an empty list, expected at least one object\n");
}

TEST_CASE("unknown members of an index come with near names") {
  CHECK(said(with_indicator(R"("id": "i", "score": "p3ceq.total", "wieght": 2)")) ==
        "x.json:2:76: error[J502]: unknown member \"wieght\"\n  hint: did you mean weight?\n");
  CHECK(said_of_member("\"companion\": []") ==
        "x.json:3:1: error[J502]: unknown member \"companion\"\n  hint: did you mean companions?\n");
}

TEST_CASE("scores are named by instrument and score, with the wave in front") {
  CHECK(said(with_indicator(R"("id": "i", "score": "total")")) ==
        "x.json:2:61: error[J506]: \"score\" is \"total\", expected INSTRUMENT.SCORE or WAVE.INSTRUMENT.SCORE\n");
  CHECK(with_indicator(R"("id": "i", "score": "after 6.5 weeks.eq-5d-5l.index[5L-VT-UK]")"));
}

TEST_CASE("an indicator has a score, a column or a table") {
  CHECK(said(with_indicator(R"("id": "i")")) ==
        "x.json:2:40: error[J504]: \"score\" is missing, expected a score of an instrument\n"
        "  hint: or name a numeric column of the survey file in \"column\", or figures by area in \"table\"\n");
  CHECK(said(with_indicator(R"("id": "i", "score": "p3ceq.total", "column": "c", "goalposts": [0, 1])")) ==
        "x.json:2:86: error[J506]: \"score\" and \"column\" are both given, expected one of them\n");
}

TEST_CASE("changes and columns need goalposts") {
  CHECK(said(with_indicator(R"("id": "i", "score": "b.p3ceq.total", "change_from": "a.p3ceq.total")")) ==
        "x.json:2:40: error[J504]: a change needs \"goalposts\", expected two numbers\n"
        "  hint: they are the values that stand for 0 and 100 points\n");
  CHECK(said(with_indicator(R"("id": "i", "column": "c", "goalposts": "range")")) ==
        "x.json:2:80: error[J504]: a column needs \"goalposts\", expected two numbers\n"
        "  hint: they are the values that stand for 0 and 100 points\n");
  CHECK(said(with_indicator(R"("id": "i", "column": "c", "change_from": "a.p3ceq.total", "goalposts": [0, 1])")) ==
        "x.json:2:82: error[J506]: \"change_from\" without \"score\", expected the score it is subtracted from\n");
}

TEST_CASE("goalposts are the word range or two rising numbers") {
  const std::string before = R"("id": "i", "score": "p3ceq.total", "goalposts": )";
  CHECK(said(with_indicator(before + "\"rang\"")) ==
        "x.json:2:89: error[J506]: \"goalposts\" is \"rang\", expected \"range\" or two numbers\n");
  CHECK(said(with_indicator(before + "[1]")) ==
        "x.json:2:89: error[J506]: \"goalposts\" has 1 numbers, expected two\n");
  CHECK(said(with_indicator(before + "[24, 0]")) ==
        "x.json:2:89: error[J506]: \"goalposts\" run from 24 to 0, expected the lower first\n"
        "  hint: say which way is good with \"direction\"\n");
  CHECK(said(with_indicator(before + "[0, \"24\"]")) ==
        "x.json:2:93: error[J504]: \"goalposts[2]\" is a text, expected a number\n");
  CHECK(said(with_indicator(before + "24")) ==
        "x.json:2:89: error[J504]: \"goalposts\" is a number, expected \"range\" or a list of two numbers\n");
}

TEST_CASE("directions of an index are words") {
  CHECK(said(with_indicator(R"("id": "i", "score": "p3ceq.total", "direction": "hgiher")")) ==
        "x.json:2:89: error[J506]: \"direction\" is \"hgiher\", expected one of higher, lower\n"
        "  hint: did you mean higher?\n");
}

TEST_CASE("weights are not negative and not all zero") {
  CHECK(said(with_indicator(R"("id": "i", "score": "p3ceq.total", "weight": -1)")) ==
        "x.json:2:39: error[J506]: the weights of the indicators sum to -1, expected more than 0\n"
        "x.json:2:86: error[J506]: \"weight\" is -1, expected 0 or more\n");
  CHECK(said(with_indicator(R"("id": "i", "score": "p3ceq.total", "weight": 0)")) ==
        "x.json:2:39: error[J506]: the weights of the indicators sum to 0, expected more than 0\n");
}

TEST_CASE("companions carry no weight") {
  CHECK(said_of_member(R"("companions": [{"id": "c", "score": "p3ceq.flags", "weight": 1}])") ==
        "x.json:3:62: error[J506]: \"weight\" of a companion, expected none\n"
        "  hint: companions do not enter the index\n");
}

TEST_CASE("an id is given once in an index and is fit for a column name") {
  CHECK(
      said_of_member(R"("companions": [{"id": "i", "score": "p3ceq.total"}, {"id": "a b", "score": "p3ceq.total"}])") ==
      "x.json:3:23: error[J507]: indicator \"i\" is given twice, first in line 2\n"
      "x.json:3:60: error[J506]: \"id\" is \"a b\", expected letters, digits, - and _ only\n");
}

TEST_CASE("a domain is given once") {
  CHECK(said(read_index("{\"id\": \"x\", \"version\": \"1\", \"title\": \"X\", \"domains\": [\n"
                        "{\"id\": \"d\", \"indicators\": [{\"id\": \"i\", \"score\": \"p3ceq.total\"}]},\n"
                        "{\"id\": \"d\", \"indicators\": [{\"id\": \"j\", \"score\": \"p3ceq.total\"}]}]}",
                        "x.json")) == "x.json:3:8: error[J507]: domain \"d\" is given twice, first in line 2\n");
}

TEST_CASE("methods have near names, parameters and ranges") {
  CHECK(said_of_member(R"("normalise": {"method": "z_scor", "mean": 100})") ==
        "x.json:3:25: error[J550]: \"normalise\": no method \"z_scor\"\n  hint: did you mean z_score?\n");
  CHECK(said_of_member(R"("aggregate": "geometrical")") ==
        "x.json:3:14: error[J550]: \"aggregate\": no method \"geometrical\"\n  hint: did you mean geometric?\n");
  CHECK(said_of_member(R"("aggregate": {"method": "arithmetic", "floor": 1})") ==
        "x.json:3:39: error[J550]: arithmetic has no parameter \"floor\"\n  hint: arithmetic has no parameters\n");
  CHECK(said_of_member(R"("normalise": {"method": "z_score", "center": 100})") ==
        "x.json:3:36: error[J550]: z_score has no parameter \"center\"\n  hint: did you mean centre?\n");
  CHECK(said_of_member(R"("aggregate": {"method": "power", "power": 99})") ==
        "x.json:3:43: error[J550]: \"power\" is 99, expected -20 to 20\n");
  CHECK(said_of_member(R"("normalise": {"method": "rank", "ties": "mean"})")
            .starts_with("x.json:3:41: error[J550]: \"ties\" is \"mean\", expected min or average\n"));
  CHECK(said_of_member(R"("weights": "pcaa")") ==
        "x.json:3:12: error[J550]: \"weights\": no method \"pcaa\"\n  hint: did you mean pca?\n");
}

TEST_CASE("a method says which parameter it cannot do without") {
  CHECK(said_of_member(R"("normalise": "distance_to_target")") ==
        "x.json:2:40: error[J551]: indicator i: distance_to_target needs \"target\"\n"
        "  hint: {\"method\": \"distance_to_target\", \"target\": NUMBER}\n");
  CHECK(said_of_member(R"("aggregate": "power")").find("domain d: power needs \"power\"") != std::string::npos);
}

TEST_CASE("an indicator and a domain may have methods of their own, else they have those of the index") {
  const auto index =
      read_index(R"({"id": "x", "version": "1", "title": "X", "normalise": {"method": "reference_z", "centre": 100},
    "aggregate": "geometric", "domains": [{"id": "d", "aggregate": "median", "indicators": [
      {"id": "a", "score": "p3ceq.total", "normalise": {"method": "reference_z", "mean": 15, "sd": 2}},
      {"id": "b", "score": "wemwbs.total", "normalise": "min_max"}]},
    {"id": "e", "indicators": [{"id": "c", "score": "eq-5d-5l.vas", "normalise": "rank"}]}]})",
                 "x.json");
  REQUIRE(said(index) == "");
  const auto& [a, b] = std::tie(index->domains[0].indicators[0], index->domains[0].indicators[1]);
  CHECK(a.normalise.text() == "reference_z, centre 100, mean 15, sd 2");
  CHECK(b.normalise.text() == "min_max");
  CHECK(index->domains[0].aggregate.text() == "median");
  CHECK(index->domains[1].aggregate.text() == "geometric");
}

TEST_CASE("weights that are equal take the place of those typed") {
  const auto index = read_index(R"({"id": "x", "version": "1", "title": "X", "weights": "equal", "domains": [
    {"id": "d", "weight": 3, "indicators": [{"id": "a", "score": "p3ceq.total", "weight": 5}]}]})",
                                "x.json");
  REQUIRE(said(index) == "");
  CHECK(index->domains[0].weight == 1);
  CHECK(index->domains[0].indicators[0].weight == 1);
}

TEST_CASE("a local module adds to a core and replaces what it names again") {
  const auto core =
      read_index(R"({"id": "core", "version": "1", "title": "Core", "notices": ["A proposal."], "ranked": false,
    "coverage": {"total": 0.8}, "aggregate": "geometric", "domains": [
    {"id": "d", "indicators": [{"id": "a", "score": "p3ceq.total"}]},
    {"id": "e", "indicators": [{"id": "b", "score": "wemwbs.total"}]}]})",
                 "core.json");
  REQUIRE(core);
  const auto read = [&core](const std::string& members) {
    return read_index("{\"id\": \"local\", \"version\": \"2\", \"title\": \"Local\", \"extends\": \"core.json\", " +
                          members + "}",
                      "local.json", &*core);
  };
  const auto local = read(R"("notices": ["With a local domain."], "domains": [
    {"id": "e", "weight": 2, "indicators": [{"id": "b", "score": "swemwbs.metric"}]},
    {"id": "f", "indicators": [{"id": "c", "score": "eq-5d-5l.vas"}]}])");
  REQUIRE(said(local) == "");
  REQUIRE(local->domains.size() == 3);
  CHECK(local->domains[0].indicators[0].score == "p3ceq.total");
  CHECK(local->domains[1].indicators[0].score == "swemwbs.metric");
  CHECK(local->domains[1].weight == 2);
  CHECK(local->domains[2].aggregate.method == "geometric");
  CHECK(local->coverage_total == 0.8);
  CHECK_FALSE(local->ranked);
  CHECK(local->notices == std::vector<std::string>{"A proposal.", "With a local domain."});
  CHECK(read(R"("companions": [{"id": "c", "score": "eq-5d-5l.vas"}])")->domains.size() == 2);
  CHECK(said(read(R"("companions": [{"id": "a", "score": "eq-5d-5l.vas"}])")).find("indicator \"a\" is given twice") !=
        std::string::npos);
}

TEST_CASE("coverage is a share") {
  CHECK(said_of_member(R"("coverage": {"total": 75, "domain": -0.5})") ==
        "x.json:3:23: error[J506]: \"total\" is 75, expected a share from 0 to 1\n"
        "x.json:3:37: error[J506]: \"domain\" is -0.5, expected a share from 0 to 1\n");
}
