#include "exports/cell_codes.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using joinedup::testing::item_of;

namespace {

Item five() {
  Item item = item_of("fft_1", 1, 5, {"Very good", "Good", "Neither good nor poor", "Poor", "Very poor"});
  item.options.push_back({6, {"Don't know"}});
  item.not_applicable = {"Does not apply"};
  item.catch_all = {{"Not sure", 0}};
  return item;
}

CellCodes codes_of(const Item& item, const CellWords& words = {}) {
  Diagnostics diagnostics;
  CellCodes codes = cell_codes(item, words, {}, diagnostics);
  CHECK(diagnostics.empty());
  return codes;
}

AnswerCode code(const CellCodes& codes, std::string_view raw) { return decode_cell(codes, raw).code; }

} // namespace

TEST_CASE("codes and labels are read whatever their case and spaces") {
  const CellCodes codes = codes_of(five());
  CHECK(code(codes, "1") == 1);
  CHECK(code(codes, "\"2\"") == 2);
  CHECK(code(codes, "Good") == 2);
  CHECK(code(codes, "VERY GOOD") == 1);
  CHECK(code(codes, "very  good ") == 1);
  CHECK(code(codes, "Dont Know") == 6);
  CHECK(code(codes, "Don\xE2\x80\x99t know") == 6);
  CHECK(code(codes, "3 - Neither good nor poor") == 3);
  CHECK(code(codes, "Very poor (5)") == 5);
}

TEST_CASE("numbers written another way are taken and marked as reshaped") {
  const CellCodes codes = codes_of(five());
  for (const char* text : {"3.0", "03", " 3", "\" 3 \"", "3,0", "+3"}) {
    INFO(text);
    CHECK(decode_cell(codes, text).code == 3);
    CHECK(decode_cell(codes, text).reshaped);
  }
  CHECK_FALSE(decode_cell(codes, "3").reshaped);
  CHECK_FALSE(decode_cell(codes, "Good").reshaped);
}

TEST_CASE("what is outside the options is invalid") {
  const CellCodes codes = codes_of(five());
  for (const char* text : {"7",
                           "0",
                           "-1",
                           "1;2",
                           "99",
                           "2.5",
                           "#N/A",
                           "#VALUE!",
                           "TRUE",
                           "l",
                           "7O",
                           "3 - Good",
                           "Good (1)",
                           "1,000",
                           "3\xE2\x80\x8B",
                           "\xC2\xA0"
                           "1",
                           "1e99",
                           "80%",
                           "3-",
                           "()",
                           "3 ("}) {
    INFO(text);
    CHECK(code(codes, text) == answer::invalid);
  }
  CHECK(code(codes, std::string(5000, 'x')) == answer::invalid);
}

TEST_CASE("blank cells and words for not applicable have their own codes") {
  const CellCodes codes = codes_of(five());
  CHECK(code(codes, "") == answer::missing);
  CHECK(code(codes, "   ") == answer::missing);
  CHECK(code(codes, "\"\"") == answer::missing);
  CHECK(code(codes, "NA") == answer::not_applicable);
  CHECK(code(codes, "n/A") == answer::not_applicable);
  CHECK(code(codes, "does not apply") == answer::not_applicable);
  CHECK(code(codes, "Not sure") == answer::catch_all);
  CHECK(codes.single[' '] == answer::missing);
  CHECK(codes.single['5'] == 5);
  CHECK(codes.single['9'] == answer::invalid);
}

TEST_CASE("the map's words come before the definition's") {
  CellWords words;
  words.missing = {{"9", "missing"}, {"*", "suppressed"}, {"", "not_shown"}};
  words.recode = {{"4", 1}, {"yes", 2}};
  const CellCodes codes = codes_of(five(), words);
  CHECK(codes.single['9'] == answer::missing);
  CHECK(codes.single['*'] == answer::suppressed);
  CHECK(codes.single['4'] == 1);
  CHECK(code(codes, "YES") == 2);
  CHECK(code(codes, "") == answer::not_shown);
}

TEST_CASE("whole numbers of a range are read and a missing code inside the range wins") {
  Item vas;
  vas.id = "eq5d_vas";
  vas.range = {0, 100};
  CHECK(code(codes_of(vas), "70") == 70);
  CHECK(code(codes_of(vas), "0") == 0);
  CHECK(code(codes_of(vas), "100") == 100);
  CHECK(code(codes_of(vas), "75.0") == 75);
  CHECK(code(codes_of(vas), "101") == answer::invalid);
  CHECK(code(codes_of(vas), "007") == 7);
  CHECK(codes_of(vas).single['5'] == 5);
  CellWords words;
  words.missing = {{"99", "missing"}, {"999", "user_missing"}};
  CHECK(code(codes_of(vas, words), "99") == answer::missing);
  CHECK(code(codes_of(vas, words), "999") == answer::user_missing);
  CHECK(code(codes_of(vas, words), "98") == 98);
}

TEST_CASE("reasons and recodes that none are faults of the map") {
  Diagnostics diagnostics;
  cell_codes(five(), {{}, {{"9", "gone"}}, {{"x", 12}}}, {"map.json", 3, 5, ""}, diagnostics);
  CHECK(diagnostics.count("J117") == 1);
  CHECK(diagnostics.count("J118") == 1);
  CHECK(exit_code(diagnostics) == 2);
}

TEST_CASE("what an item takes is said in words") {
  CHECK(expected_answers(five()) == "1 to 6");
  CHECK(expected_answers(item_of("x", 0, 1)) == "0 or 1");
  Item gate = item_of("p3ceq_7a", 0, 0);
  gate.options.push_back({3, {}});
  CHECK(expected_answers(gate) == "0 or 3");
}
