#include "base/render.hpp"
#include "pipeline/score_agreement.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

ComparedColumn number(int decimals = -1) { return {{0, 0}, "try.total", 1, 0, false, decimals, {}}; }
ComparedColumn profile() { return {{0, 0}, "try.profile", 1, 0, true, -1, {{"11", 0}, {"12", 1}, {"21", 2}}}; }

struct Seen {
  double ours;
  std::string theirs;
  ScoreStatus status = ScoreStatus::ok;
};

/// Records one a line from line 2 on, `in_block` a block.
std::string said(const ComparedColumn& of, const std::vector<Seen>& records, std::size_t in_block = 100) {
  ScoreAgreement all;
  for (std::size_t from = 0; from < records.size(); from += in_block) {
    ScoreAgreement block;
    for (std::size_t r = from; r < std::min(records.size(), from + in_block); ++r)
      block.see(of, records[r].ours, records[r].status, records[r].theirs, r - from, 1, {});
    all.merge(block, 2 + from);
  }
  SurveyHeader header;
  header.headings = {"id", "theirs"};
  Diagnostics diagnostics;
  all.say(of, header, "f.csv", diagnostics);
  std::string text = render_text(diagnostics);
  return text.substr(0, text.find('\n'));
}

} // namespace

TEST_CASE("scores that agree are a note") {
  CHECK(said(number(), {{12, "12"}, {13, "13.0"}}) ==
        "f.csv: note[J452]: [theirs] try.total agrees with this column in 2 records");
  CHECK(said(profile(), {{0, "11"}, {2, "21"}}) ==
        "f.csv: note[J452]: [theirs] try.profile agrees with this column in 2 records");
}

TEST_CASE("scores that differ are a warning at the first of them, the same for any blocks") {
  const std::vector<Seen> records{{12, "12"}, {13, "14"}, {9, "9"}, {20, "17.5"}};
  const std::string expected = "f.csv:3:2: warning[J453]: [theirs] try.total agrees with this column in 2 records, "
                               "differs in 2; first on lines 3, 5; largest difference 2.500";
  CHECK(said(number(), records) == expected);
  CHECK(said(number(), records, 1) == expected);
  CHECK(said(number(), records, 3) == expected);
}

TEST_CASE("ours is rounded to the decimals that the column has") {
  CHECK(said(number(), {{50.0 / 3, "16.7"}, {12, "12"}}).find("in 2 records") != std::string::npos);
  CHECK(said(number(), {{50.0 / 3, "16.7"}, {12.25, "12.25"}}).find("differs in 1") != std::string::npos);
  CHECK(said(number(3), {{0.8825, "0.883"}, {1, "1"}}).find("in 2 records") != std::string::npos);
}

TEST_CASE("a score on one side only is counted") {
  CHECK(said(number(), {{12, "12"}, {13, ""}, {14, "*"}}) ==
        "f.csv: note[J452]: [theirs] try.total agrees with this column in 1 record, is only computed here in 2");
  CHECK(said(number(), {{12, "12"}, {0, "15", ScoreStatus::missing}}).find("is only in the file in 1") !=
        std::string::npos);
  CHECK(said(number(), {{12, "about 12"}}).find("finds no such score in 1; first on line 2") != std::string::npos);
  CHECK(said(number(), {{12, ""}}).empty());
}

TEST_CASE("a profile with a missing place is none, and one outside the states is told") {
  CHECK(said(profile(), {{0, "11"}, {0, "19", ScoreStatus::missing}}) ==
        "f.csv: note[J452]: [theirs] try.profile agrees with this column in 1 record");
  CHECK(said(profile(), {{0, "12"}, {0, "19"}, {0, "11"}}) ==
        "f.csv:2:2: warning[J453]: [theirs] try.profile agrees with this column in 1 record, differs in 1, finds no "
        "such score in 1; first on lines 2, 3");
}
