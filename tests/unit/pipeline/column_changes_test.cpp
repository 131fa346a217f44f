#include "pipeline/column_changes.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

SurveyHeader header_of(std::vector<std::string> headings, std::vector<ColumnInfo> columns) {
  SurveyHeader out;
  out.headings = std::move(headings);
  out.columns = std::move(columns);
  return out;
}

std::string said(const SurveyHeader& before, const SurveyHeader& after) {
  std::string out;
  for (const Change& c : header_changes(before, after))
    out += c.kind + " " + c.subject + (c.subject.empty() ? "" : " ") + c.what + "\n";
  return out;
}

const ColumnInfo mood{"How are you?", "QID1", {{"1", "well"}, {"2", "ill"}}, {}};

} // namespace

TEST_CASE("a column with the same code of the tool or the same question text was renamed") {
  const SurveyHeader before = header_of({"Q1", "Q2"}, {mood, {"Why?", "", {}, {}}});
  SurveyHeader after = header_of({"Mood today", "Reason"}, {mood, {"Why?", "", {}, {}}});
  after.columns[0].text = "How are you today?";
  CHECK(said(before, after) == "column Q1 is now called Mood today\n"
                               "text Mood today its question text changed\n"
                               "column Q2 is now called Reason\n");
}

TEST_CASE("a slip in a heading at the same place is a new name, any other pair is gone and new") {
  CHECK(said(header_of({"a", "sleep"}, {}), header_of({"a", "slep"}, {})) == "column sleep is now called slep\n");
  CHECK(said(header_of({"a", "sleep"}, {}), header_of({"a", "walking"}, {})) ==
        "column sleep is gone\ncolumn walking is new\n");
  CHECK(said(header_of({"a", "b"}, {}), header_of({"b", "a"}, {})).empty());
}

TEST_CASE("changed value labels, tools and dialects are told") {
  const SurveyHeader before = header_of({"Q1"}, {mood});
  SurveyHeader after = header_of({"Q1"}, {mood});
  after.columns[0].labels = {{"1", "well"}, {"2", "not so well"}, {"3", "ill"}};
  after.tool = {"snap", "Snap", "UNVERIFIED", {}, 1, {}, {}};
  after.dialect.delimiter = ';';
  CHECK(said(before, after) == "tool was of no known tool, is of Snap\n"
                               "dialect fields were parted by a comma, are by a semicolon\n"
                               "labels Q1 2 of its value labels changed\n");
}
