#include "exports/cell_codes.hpp"
#include "exports/profile_cell.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using joinedup::testing::item_of;

namespace {

CellCodes codes_of(const CellWords& words = {}) {
  Diagnostics diagnostics;
  CellCodes codes = cell_codes(item_of("st_wk", 1, 3), words, {}, diagnostics);
  CHECK(diagnostics.empty());
  return codes;
}

AnswerCode second_of_five(const CellCodes& codes, std::string_view raw) { return decode_digit(codes, {1, 5}, raw); }

} // namespace

TEST_CASE("each item of a profile has its digit") {
  const CellCodes codes = codes_of();
  CHECK(decode_digit(codes, {0, 5}, "12321") == 1);
  CHECK(second_of_five(codes, "12321") == 2);
  CHECK(decode_digit(codes, {2, 5}, "\"12321\"") == 3);
  CHECK(decode_digit(codes, {4, 5}, " 12321 ") == 1);
}

TEST_CASE("9, a blank and a full stop in a place are a missing answer of that item alone") {
  const CellCodes codes = codes_of();
  for (const char* cell : {"19321", "1 321", "1.321"}) {
    INFO(cell);
    CHECK(second_of_five(codes, cell) == answer::missing);
    CHECK(decode_digit(codes, {2, 5}, cell) == 3);
  }
  CHECK(second_of_five(codes, "") == answer::missing);
  CHECK(second_of_five(codes, "99999") == answer::missing);
}

TEST_CASE("what is no level or no profile is invalid") {
  const CellCodes codes = codes_of();
  for (const char* cell : {"14321", "10321", "1x321", "1/321", "123", "2", "123211", "North", "12321.0"}) {
    INFO(cell);
    CHECK(second_of_five(codes, cell) == answer::invalid);
  }
  CHECK(decode_digit(codes, {0, 5}, "14321") == 1); // the other digits stand
}

TEST_CASE("words of the map for missing answers hold for the whole cell and for a digit") {
  const CellCodes codes = codes_of({{}, {{"-", "suppressed"}, {"0", "not_applicable"}}, {}});
  CHECK(second_of_five(codes, "-") == answer::suppressed);
  CHECK(second_of_five(codes, "10321") == answer::not_applicable);
}
