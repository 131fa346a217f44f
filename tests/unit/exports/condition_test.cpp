#include "exports/condition.hpp"
#include "support/catch.hpp"

#include "base/render.hpp"

using namespace joinedup;

namespace {

SurveyFile file() {
  return std::move(*SurveyFile::open(text_source("wave,age,sex,Year of visit,note\n"), "s.csv", {}));
}

/// The expression on a record with wave 2, age 67, sex F, Year of visit 2024-05-01 and a blank note.
bool holds_for(std::string_view expression) {
  const SurveyFile survey = file();
  Diagnostics diagnostics;
  const auto condition = parse_condition(expression, Headings(survey), diagnostics);
  INFO(render_text(diagnostics));
  REQUIRE(condition);
  const std::vector<std::string> cells = {"2", "67", "F", "2024-05-01", ""};
  return holds(*condition, [&](std::uint32_t column) { return std::string_view(cells[column]); });
}

std::string fault_of(std::string_view expression) {
  const SurveyFile survey = file();
  Diagnostics diagnostics;
  CHECK(parse_condition(expression, Headings(survey), diagnostics) == nullptr);
  return render_text(diagnostics);
}

} // namespace

TEST_CASE("conditions compare numbers as numbers and texts as texts") {
  CHECK(holds_for("wave = 2"));
  CHECK(holds_for("wave = 2.0"));
  CHECK_FALSE(holds_for("wave != 2"));
  CHECK(holds_for("age >= 65"));
  CHECK_FALSE(holds_for("age < 9"));
  CHECK(holds_for("sex = F"));
  CHECK_FALSE(holds_for("sex = f"));
  CHECK(holds_for("[Year of visit] >= '2024-01-01'"));
  CHECK(holds_for("\"Year of visit\" < 2025-01-01"));
  CHECK(holds_for("note = ''"));
  CHECK_FALSE(holds_for("note < 5"));
  CHECK_FALSE(holds_for("sex > 5"));
}

TEST_CASE("codes of organisations that look like numbers with an exponent stay text in a condition") {
  const SurveyFile survey = std::move(*SurveyFile::open(text_source("org,size\n"), "s.csv", {}));
  const auto holds_where = [&](std::string_view expression, const std::vector<std::string>& cells) {
    Diagnostics diagnostics;
    const auto condition = parse_condition(expression, Headings(survey), diagnostics);
    INFO(render_text(diagnostics));
    REQUIRE(condition);
    return holds(*condition, [&](std::uint32_t column) { return std::string_view(cells[column]); });
  };
  CHECK(holds_where("org = 5E1", {"5E1", ""}));
  CHECK_FALSE(holds_where("org = 50", {"5E1", ""}));
  CHECK_FALSE(holds_where("org = 5E1", {"50", ""}));
  CHECK_FALSE(holds_where("org in (5E1, 1E2)", {"5e1", ""}));
  CHECK_FALSE(holds_where("org = 100", {"1E2", ""}));
  CHECK(holds_where("org < 99E", {"10E", ""})); // texts, byte by byte
  CHECK_FALSE(holds_where("size >= 10", {"", "5E1"}));
  CHECK(holds_where("size = 5.0", {"", "+5"}));
  CHECK(holds_where("size > -1.5", {"", "-1"}));
}

TEST_CASE("conditions are joined by and before or and can be put in parentheses") {
  CHECK(holds_for("wave = 1 and age = 1 or sex = F"));
  CHECK_FALSE(holds_for("wave = 1 and (age = 1 or sex = F)"));
  CHECK(holds_for("NOT wave = 1 AND sex in (M, F)"));
  CHECK_FALSE(holds_for("sex not in (M, 'F')"));
  CHECK(holds_for("age in (66, 67)"));
}

TEST_CASE("a faulty condition says what was expected at which character") {
  CHECK(fault_of("wave = ").find("--where:1:8: error[J109]: a value was expected at character 8") == 0);
  CHECK(fault_of("wave 2").find("one of = != < <= > >= in was expected at character 6") != std::string::npos);
  CHECK(fault_of("(wave = 2").find("a closing parenthesis was expected at character 10") != std::string::npos);
  CHECK(fault_of("wave = 2 sex = F").find("\"and\", \"or\" or the end was expected at character 10") !=
        std::string::npos);
  CHECK(fault_of("wave = 'x").find("a closing quote") != std::string::npos);
  CHECK(fault_of("").find("a column was expected at character 1") != std::string::npos);
  CHECK(fault_of("sex in F").find("a list of values in parentheses") != std::string::npos);
  CHECK(fault_of(std::string(1000, '(')).find("a simpler expression") != std::string::npos);
}

TEST_CASE("an unknown column in a condition is named with the nearest heading") {
  CHECK(fault_of("wawe = 2 and agee = 3")
            .find("--where:1:1: error[J110]: --where: no column \"wawe\" in s.csv\n"
                  "  hint: did you mean wave?") == 0);
  CHECK(fault_of("wawe = 2 and agee = 3").find("did you mean age?") != std::string::npos);
}
