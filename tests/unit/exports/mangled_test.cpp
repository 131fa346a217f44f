#include "exports/mangled.hpp"
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

TEST_CASE("each way of mangling a cell is told apart") {
  const std::vector<std::pair<const char*, Mangled>> cells = {{"#N/A", Mangled::error_value},
                                                              {"#VALUE!", Mangled::error_value},
                                                              {"1.23457E+11", Mangled::scientific},
                                                              {"01-Feb", Mangled::date},
                                                              {"Oct-15", Mangled::date},
                                                              {"45778", Mangled::date_serial},
                                                              {"=\"0098\"", Mangled::formula},
                                                              {"TRUE", Mangled::truth_value},
                                                              {"80%", Mangled::percent},
                                                              {"1,000", Mangled::thousands},
                                                              {"7O", Mangled::letter_for_digit},
                                                              {"l", Mangled::letter_for_digit},
                                                              {"\xC2\xBD", Mangled::fraction},
                                                              {"3\xE2\x80\x8B", Mangled::invisible},
                                                              {"\xC2\xA0"
                                                               "65",
                                                               Mangled::no_break_space},
                                                              {"1;2", Mangled::several},
                                                              {".", Mangled::missing_mark},
                                                              {"\\N", Mangled::missing_mark},
                                                              {" null ", Mangled::missing_mark},
                                                              {"NaN", Mangled::missing_mark},
                                                              {"#NULL!", Mangled::missing_mark}};
  for (const auto& [text, kind] : cells) {
    INFO(text);
    CHECK(mangled_answer(text) == kind);
  }
  for (const char* text : {"Good", "70", "7", "", "3 - Some of the time", "E45", "a,b", "Mayday"})
    CHECK_FALSE(mangled_answer(text));
}

TEST_CASE("texts and ids are looked at more gently than answers") {
  for (const char* text : {"TRUE", "80%", "45778", "1,000", "OO", "1;2", "caf\xC3\xA9", "=best service", "A1-Feb"})
    CHECK_FALSE(mangled_text(text));
  CHECK(mangled_text("#REF!") == Mangled::error_value);
  CHECK(mangled_text("4-Mar") == Mangled::date);
}

TEST_CASE("kept columns show what only all their cells together show, whatever the blocks") {
  const std::string text = "id,band\n0012345678,45-54\n12345678,45778\n123,55-64\n0098765432,01-Feb\n1234567890,9\n";
  Reading reading;
  reading.request.keep = {"all"};
  const std::string once = read_everything(text, reading).said();
  CHECK(once.find("[id] 2 records have a number shorter than those that begin with 0 (leading zeros may be lost), "
                  "first record 2") != std::string::npos);
  CHECK(once.find("[band] 1 record has a number among ranges (it may be a spreadsheet's day count of a date), first "
                  "record 2") != std::string::npos);
  CHECK(once.find("survey.csv:5:2: warning[J245]: [band] a date that a spreadsheet made of a range or code") !=
        std::string::npos);
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{30}}) {
    reading.threads = {1, bytes};
    CHECK(read_everything(text, reading).said() == once);
  }
}

TEST_CASE("a date as a workbook's reader writes it is no answer, and stands out among ranges") {
  CHECK(mangled_answer("2026-02-01") == Mangled::date);
  CHECK(mangled_answer("2026-02-01T09:00:00") == Mangled::date);
  CHECK_FALSE(mangled_answer("2026-02-011").has_value());
  Reading reading;
  reading.request.keep = {"all"};
  const auto said = [&](const std::string& text) { return read_everything(text, reading).said(); };
  CHECK(said("id,band\na,1-2\nb,2026-02-01\n").find("[band] 1 record has a date among ranges") != std::string::npos);
  CHECK(said("id,seen\na,2026-02-03\nb,2026-02-01\n").empty());
}
