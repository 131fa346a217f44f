// What a whole file says of its scales. The expected messages were written by hand from the answers in each text.
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

using namespace joinedup;
using namespace joinedup::testing;

namespace {

/// Records that give each item every code from `low` to `high` in turn.
std::string survey(int low, int high, int items = 3) {
  std::string text = "id";
  for (int i = 1; i <= items; ++i)
    text += ",q" + std::to_string(i);
  text += "\n";
  for (int record = 0; record < 12; ++record) {
    text += std::to_string(record);
    for (int i = 0; i < items; ++i)
      text += "," + std::to_string(low + (record + i) % (high - low + 1));
    text += "\n";
  }
  return text;
}

Instrument scale(int low, int high, int items = 3) {
  std::vector<Item> all;
  for (int i = 1; i <= items; ++i)
    all.push_back(item_of("q" + std::to_string(i), low, high));
  return instrument_of("scale", std::move(all));
}

/// Messages of one code only.
std::string said_of(const Diagnostics& diagnostics, const std::string& code) {
  Diagnostics out;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.code == code) out.add(d);
  }
  return render_text(out);
}

Diagnostics read(const std::string& text, const Instrument& instrument, std::size_t block_bytes = 0) {
  Reading reading;
  reading.request.instruments = {&instrument};
  reading.threads.block_bytes = block_bytes;
  return read_everything(text, reading).diagnostics;
}

} // namespace

TEST_CASE("numbers that count from 1 where 0 is expected are a warning, and nothing is shifted") {
  CHECK(said_of(read(survey(1, 4), scale(0, 3)), "J251") ==
        "survey.csv: warning[J251]: scale: numbers from 1 to 4 where 0 to 3 is expected, in 3 of 3 items: they seem to "
        "count "
        "from 1\n  hint: nothing was shifted: if that is so, say it in a map with recode, 1 as 0 and so on\n");
}

TEST_CASE("numbers that count from 0 where 1 is expected are a warning") {
  CHECK(said_of(read(survey(0, 3), scale(1, 4)), "J251") ==
        "survey.csv: warning[J251]: scale: numbers from 0 to 3 where 1 to 4 is expected, in 3 of 3 items: they seem to "
        "count "
        "from 0\n  hint: nothing was shifted: if that is so, say it in a map with recode, 0 as 1 and so on\n");
}

TEST_CASE("codes of a survey tool far from the scale are a warning") {
  CHECK(said_of(read(survey(4, 8), scale(1, 5)), "J251") ==
        "survey.csv: warning[J251]: scale: numbers from 4 to 8 where 1 to 5 is expected, in 3 of 3 items: they seem to "
        "count "
        "from 4\n  hint: nothing was shifted: if that is so, say it in a map with recode, 4 as 1 and so on\n");
}

TEST_CASE("a scale with more options than the questionnaire has is a warning") {
  CHECK(said_of(read(survey(1, 5), scale(1, 3)), "J251") ==
        "survey.csv: warning[J251]: scale: numbers from 1 to 5 where 1 to 3 is expected, in 3 of 3 items: they run "
        "beyond the "
        "options\n  hint: is it another version of the questionnaire (-i), or does the last number stand for no answer "
        "(--missing)?\n");
}

TEST_CASE("a good file and a stray code say nothing of scales") {
  CHECK(said_of(read(survey(1, 4), scale(1, 4)), "J251").empty());
  CHECK(said_of(read("q1,q2,q3\n1,2,3\n4,1,2\n0,3,4\n2,2,1\n", scale(1, 4)), "J251").empty());
  CHECK(
      said_of(read("q1,q2,q3\n1,2,3\n4,1,2\n9,9,9\n2,2,1\n", scale(1, 4)), "J251").empty()); // undeclared missing code
}

TEST_CASE("a column of totals is told from an item") {
  const std::string text = "q1,q2,q3\n1,14,3\n4,33,2\n2,70,4\n2,5,1\n3,41,2\n1,28,4\n";
  CHECK(said_of(read(text, scale(1, 5)), "J252") ==
        "survey.csv:1:2: warning[J252]: [q2] 5 of 6 numbers for q2 are above 5 (up to 70): a total of several "
        "questions, not "
        "an answer to one\n  hint: map the column of the question itself; a total cannot be taken apart again\n");
  CHECK(said_of(read(text, scale(1, 5)), "J251").empty());
}

TEST_CASE("words of another coding stop the run with the choice that reads them") {
  Instrument instrument = instrument_of("fft", {item_of("q1", 1, 2, {"very good", "good"})});
  instrument.items[0].elsewhere = {{"extremely likely", "series=pre2020"}};
  const std::string expected =
      "survey.csv:1:1: error[J250]: [q1] 2 answers of q1 are in the words of series=pre2020, which this run does not "
      "read\n"
      "  hint: --set fft.series=pre2020 if the whole file is of that kind; else split the file: answers of both kinds "
      "are never put into one figure\n";
  CHECK(said_of(read("q1\nVery good\nExtremely  likely\n1 - Extremely likely\n", instrument), "J250") == expected);
}

TEST_CASE("what is said of scales does not depend on the size of blocks") {
  const std::string whole = said_of(read(survey(1, 4), scale(0, 3)), "J251");
  for (const std::size_t bytes : {std::size_t{16}, std::size_t{40}, std::size_t{100}})
    CHECK(said_of(read(survey(1, 4), scale(0, 3), bytes), "J251") == whole);
}
