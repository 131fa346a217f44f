// Every fault of a mapping and of a table by age and sex with its message and place.
#include "definitions/respondent_table.hpp"
#include "definitions/value_mapping.hpp"
#include "definitions/value_set.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;

namespace {

std::string mapping_said(const std::string& rest) {
  return said(read_value_mapping("{\"id\": \"m\", \"citation\": \"A 2020\", \"confidence\": \"LIKELY\",\n" + rest + "}",
                                 "m.json"));
}

/// Two dimensions of two levels, two bands and two sexes.
ValueSet set_by_respondent() {
  ValueSet out;
  out.id = "s";
  out.model = "by_respondent";
  out.table_column = "V";
  const auto item = [](const std::string& id, const std::vector<std::string>& words) {
    Item made;
    made.id = id;
    for (const std::string& word : words) {
      made.options.push_back({static_cast<int>(made.options.size()) + 1, {word}});
      made.cells.codes[word] = made.options.back().code;
    }
    return made;
  };
  out.mapping.respondent = {item("age_band", {"young", "old"}), item("sex", {"f", "m"})};
  return out;
}

std::string table_said(const std::string& text) {
  return said(read_respondent_table(text, "t.csv", set_by_respondent()));
}

const std::string wide = "state,1_1,1_2,2_1,2_2\n11,1,2,3,4\n12,5,6,7,8\n21,9,10,11,12\n22,13,14,15,16\n";

} // namespace

TEST_CASE("shipped mappings are read") {
  for (const std::string id : {"van-hout-2012", "van-hout-shaw-2021", "hernandez-alava-2023"}) {
    CAPTURE(id);
    const auto mapping = read_value_mapping(joinedup::test::shipped("mappings/" + id + ".json"), id);
    CHECK(said(mapping) == "");
    CHECK(mapping->id == id);
  }
  const auto crosswalk = read_value_mapping(joinedup::test::shipped("mappings/van-hout-2012.json"), "");
  CHECK(crosswalk->transition.at(0).at(1).at(1) == 0.822652757078987);
}

TEST_CASE("a mapping holds exactly one of its kinds") {
  CHECK(mapping_said("\"link\": \"x\"") ==
        "m.json:1:8: error[J506]: a mapping holds transition, thresholds or respondent: "
        "one of them, not 0\n");
  CHECK(mapping_said(R"("transition": [[[1, 0], [0.5, 0.6]]])") ==
        "m.json:2:16: error[J506]: row 2 of \"transition[1]\" sums to 1.1, expected probabilities that sum to 1\n");
  CHECK(mapping_said(R"("thresholds": [[1, 2]], "effects": [[[0, 1]], [[0, 1]]])") ==
        "m.json:2:36: error[J506]: \"effects\" is not as expected: a table for each row of \"thresholds\"\n");
}

TEST_CASE("a mapping of another kind than the model needs is refused") {
  ValueSet set;
  set.id = "s";
  set.model = "reverse_crosswalk";
  ValueMapping mapping;
  mapping.id = "m";
  Diagnostics diagnostics;
  apply_mapping(set, mapping, diagnostics);
  CHECK(render_text(diagnostics) ==
        "error[J530]: value set s: mapping m holds nothing for model reverse_crosswalk\n"
        "  hint: crosswalk needs transition, reverse_crosswalk thresholds and effects, by_respondent respondent\n");
}

TEST_CASE("both forms of a table by age and sex give the same values") {
  const auto from_wide = read_respondent_table(wide, "t.csv", set_by_respondent());
  REQUIRE(said(from_wide) == "");
  CHECK(*from_wide == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
  std::string text = "state,age_band,sex,other,V\n";
  int value = 0;
  for (const std::string state : {"11", "12", "21", "22"})
    for (const std::string band : {"young", "OLD"})
      for (const std::string sex : {"F", "m"})
        text += state + "," + band + "," + sex + ",0," + std::to_string(++value) + "\n";
  const auto from_long = read_respondent_table(text, "t.csv", set_by_respondent());
  REQUIRE(said(from_long) == "");
  CHECK(*from_long == *from_wide);
}

TEST_CASE("a table with a state missing, twice or unreadable is refused with the place") {
  CHECK(table_said("state,1_1,1_2,2_1,2_2\n11,1,2,3,4\n12,5,6,7,8\n21,9,10,11,12\n") ==
        "t.csv:1:1: error[J533]: [state] the table has 3 states, expected 4\n"
        "  hint: every state of the instrument needs a value\n");
  CHECK(table_said(wide + "22,1,1,1,1\n")
            .find("t.csv:6:2: error[J533]: [1_1] state 22 is given twice for the same "
                  "respondents\n") == 0);
  CHECK(table_said("state,1_1,1_2,2_1,2_2\n11,1,2,3,4\n12,5,x,7,8\n21,9,10,11,12\n22,1,1,1,1\n") ==
        "t.csv:3:3: error[J533]: [1_2] \"1_2\" is no number\n");
  CHECK(table_said("state,1_1,1_2,2_1\n11,1,2,3\n") ==
        "t.csv:1:1: error[J533]: [state] the table has no column \"2_2\"\n"
        "  hint: a column for each combination of codes, or the columns age_band, sex and the values\n");
  CHECK(table_said("profile,V\n11,1\n").find("error[J533]: [profile] the table has no column \"state\"") !=
        std::string::npos);
  CHECK(table_said("state,age_band,sex,W\n11,young,f,1\n").find("the table has no column \"V\"") != std::string::npos);
  CHECK(table_said("state,age_band,sex,V\n1x,young,f,1\n").find("this is no health state") != std::string::npos);
}
