// Options that none of many answers names. The expected messages were written by hand.
#include "support/catch.hpp"
#include "support/survey_reading.hpp"

#include <string>
#include <vector>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

/// Records whose items take every code from `low` to `high` in turn.
std::string survey(int low, int high, int items, int records) {
  std::string text = "id";
  for (int i = 1; i <= items; ++i)
    text += ",q" + std::to_string(i);
  text += "\n";
  for (int record = 0; record < records; ++record) {
    text += std::to_string(record);
    for (int i = 0; i < items; ++i)
      text += "," + std::to_string(low + (record + i) % (high - low + 1));
    text += "\n";
  }
  return text;
}

Instrument scale(int low, int high, int items) {
  std::vector<Item> all;
  for (int i = 1; i <= items; ++i)
    all.push_back(item_of("q" + std::to_string(i), low, high));
  return instrument_of("scale", std::move(all));
}

/// What is said of scales, messages of other codes left out.
std::string said(const std::string& text, const Instrument& instrument, std::size_t block_bytes = 0) {
  Reading reading;
  reading.request.instruments = {&instrument};
  reading.threads.block_bytes = block_bytes;
  Diagnostics out;
  const Everything read = read_everything(text, reading);
  for (const Diagnostic& d : read.diagnostics.all()) {
    if (d.code == "J258" || d.code == "J251") out.add(d);
  }
  return render_text(out);
}

std::string warning(const std::string& what) {
  return "survey.csv: warning[J258]: scale: " + what +
         "\n  hint: nothing was changed: is it another version of the questionnaire (-i), or do its numbers begin "
         "elsewhere (recode in a map)?\n";
}

} // namespace

TEST_CASE("three levels in a file that is read as five are a warning") {
  CHECK(said(survey(1, 3, 5, 200), scale(1, 5, 5)) ==
        warning("1,000 answers to 5 items hold only 1 to 3, where 1 to 5 is expected"));
}

TEST_CASE("numbers that would all be legal one lower are a warning") {
  CHECK(said(survey(1, 3, 10, 150), scale(0, 3, 10)) ==
        warning("1,500 answers to 10 items hold only 1 to 3, where 0 to 3 is expected"));
  CHECK(said(survey(1, 3, 10, 150), scale(1, 4, 10)) ==
        warning("1,500 answers to 10 items hold only 1 to 3, where 1 to 4 is expected"));
}

TEST_CASE("an unused extreme, few answers, few items or few options say nothing") {
  CHECK(said(survey(1, 4, 5, 400), scale(1, 5, 5)).empty()); // the worst state is rare
  CHECK(said(survey(1, 3, 5, 199), scale(1, 5, 5)).empty()); // 995 answers
  CHECK(said(survey(1, 3, 2, 900), scale(1, 5, 2)).empty());
  CHECK(said(survey(1, 2, 5, 400), scale(1, 3, 5)).empty());
  CHECK(said(survey(0, 3, 5, 400), scale(0, 3, 5)).empty());
}

TEST_CASE("one item at the end of the scale is enough to say nothing") {
  std::string text = survey(1, 3, 5, 400);
  text += "last,1,1,1,1,5\n";
  CHECK(said(text, scale(1, 5, 5)).empty());
}

TEST_CASE("numbers of another scale are said once") {
  CHECK(said(survey(1, 4, 5, 400), scale(0, 3, 5)).find("J251") != std::string::npos);
  CHECK(said(survey(1, 4, 5, 400), scale(0, 3, 5)).find("J258") == std::string::npos);
}

TEST_CASE("unused options do not depend on the size of blocks") {
  const std::string text = survey(1, 3, 5, 200);
  for (const std::size_t bytes : {std::size_t{40}, std::size_t{1000}})
    CHECK(said(text, scale(1, 5, 5), bytes) == said(text, scale(1, 5, 5)));
}
