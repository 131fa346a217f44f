// Rows of the Friends and Family worked examples that hold counts; five of them are published figures.
#include "evaluate/count_row.hpp"
#include "support/worked_examples.hpp"

#include <limits>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> positive = {1, 1, 0, 0, 0, 0}, negative = {0, 0, 0, 1, 1, 0};
const std::vector<double> before_october_2014 = {100, 0, -100, -100, -100, none};

CountRow row_of(const Example& example) {
  std::vector<std::string_view> cells;
  for (const char* column : {"c1", "c2", "c3", "c4", "c5", "c6_dont_know"})
    cells.emplace_back(example.at(column));
  return read_count_row(cells, example.at("reported_total"), example.at("eligible"));
}

/// What the examples call a row: its status, else what is remarkable in it.
std::string status_of(const CountRow& row) {
  if (row.status != CountStatus::ok) return std::string(words(row.status));
  if (row.few()) return "suppress_first_level";
  if (row.total_differs()) return "total_mismatch";
  if (row.above_eligible()) return "responses_gt_eligible";
  return "ok";
}

void check_share(const std::optional<double>& share, const std::string& expected) {
  REQUIRE(share.has_value() != expected.empty());
  if (share) CHECK_THAT(*share, WithinAbs(*parse_number(expected), 5e-7));
}

} // namespace

TEST_CASE("all rows of counts of the Friends and Family worked examples come out as expected") {
  int checked = 0;
  for (const Example& example : worked_examples("fft/worked_examples.csv")) {
    if (example.at("level") == "record" || example.at("series") == "mixed") continue;
    INFO(example.at("id"));
    const CountRow row = row_of(example);
    CHECK(status_of(row) == example.at("expected_status"));
    const auto mean = [&row](const std::vector<double>& scores) {
      return row.counted() ? mean_score(row.counts, scores) : std::nullopt;
    };
    check_share(mean(positive), example.at("expected_pct_positive"));
    check_share(mean(negative), example.at("expected_pct_negative"));
    CHECK(shown_share(row, mean(positive)) == example.at("expected_display_positive"));
    CHECK(shown_share(row, mean(negative)) == example.at("expected_display_negative"));
    if (!example.at("expected_total").empty())
      CHECK(static_cast<double>(row.n()) == *parse_number(example.at("expected_total")));
    const std::string& old_score = example.at("expected_nps_pre_oct2014");
    if (!old_score.empty() || example.at("id") == "F23") check_share(mean(before_october_2014), old_score);
    ++checked;
  }
  CHECK(checked == 23);
}

TEST_CASE("a parent is the sum of the counts of its organisations, not a mean of their shares") {
  CountGroup group;
  Example parent;
  for (const Example& example : worked_examples("fft/worked_examples.csv")) {
    const std::string& id = example.at("id");
    if (id == "F01" || id == "F02" || id == "F03" || id == "F04" || id == "F11" || id == "F15")
      group.add(row_of(example));
    if (id == "F06") parent = example;
  }
  CHECK(group.rows == 6);
  CHECK(group.skipped == 2); // a starred one and an invalid one
  CHECK(group.sum.counts == row_of(parent).counts);
  check_share(mean_score(group.sum.counts, positive), parent.at("expected_pct_positive"));
  check_share(mean_score(group.sum.counts, negative), parent.at("expected_pct_negative"));
}

TEST_CASE("cells of counts are whole numbers, marks of what is unknown, or refused") {
  const auto status = [](std::string_view cell) {
    const std::vector<std::string_view> cells = {"5", cell};
    return read_count_row(cells, "", "").status;
  };
  CHECK(status("1,195") == CountStatus::ok);
  CHECK(status(" 12 ") == CountStatus::ok);
  for (const char* unknown : {"*", "-", "NA", "<5*"})
    CHECK(status(unknown) == CountStatus::suppressed_input);
  for (const char* refused : {"", "-1", "2.5", "95%", "many"})
    CHECK(status(refused) == CountStatus::invalid_count);
}
