// The real record file of NHS PROMs is never committed: the test is skipped where it is not there.
#include "support/scorer.hpp"

#include <cmath>
#include <cstdlib>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string record_file() {
  const char* named = std::getenv("JOINEDUP_REALDATA");
  const std::string folder = named ? named : std::string(JOINEDUP_SOURCE) + "/../shared/realdata";
  return folder + "/nhs_proms_hip_2018_19/hip_1819_provider_eq5d.csv";
}

struct Expected {
  std::string_view prefix;
  int scored, not_scored;
  double mean, sd;
  int full_health, below_zero, vas_n;
  double vas_mean;
};

struct Records {
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows;
};

Records read_all(std::istream& in) {
  Records out;
  std::string line;
  while (std::getline(in, line)) {
    std::vector<std::string> cells;
    for (const auto cell : split(trim(line), ','))
      cells.emplace_back(cell);
    if (out.heading.empty())
      out.heading = std::move(cells);
    else
      out.rows.push_back(std::move(cells));
  }
  return out;
}

std::size_t column(const Records& records, const std::string& name) {
  const auto found = std::find(records.heading.begin(), records.heading.end(), name);
  REQUIRE(found != records.heading.end());
  return static_cast<std::size_t>(found - records.heading.begin());
}

void check(const Records& records, const Expected& expected) {
  const std::string prefix(expected.prefix);
  const Scorer scorer("eq-5d-3l");
  AnswerBlock block = scorer.block(records.rows.size());
  const std::vector<std::string> names = {"Mobility", "Self-Care", "Activity", "Discomfort", "Anxiety", "EQ VAS"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t from = column(records, prefix + names[i]);
    const std::string missing = names[i] == "EQ VAS" ? "999" : "9";
    for (std::size_t r = 0; r < records.rows.size(); ++r)
      block.items[i][r] = records.rows[r][from] == missing ? answer::missing : code_of(records.rows[r][from]);
  }
  ScoreBlock scores;
  scorer.plan().score(block, records.rows.size(), scores);
  const std::size_t published = column(records, prefix + "EQ5D Index");
  int same = 0, empty = 0, full = 0, below = 0, vas_n = 0;
  double sum = 0, squares = 0, vas = 0;
  for (std::size_t r = 0; r < records.rows.size(); ++r) {
    const Cell index = scorer.cell(scores, 4, r);
    const Cell scale = scorer.cell(scores, 3, r);
    if (!scale.text.empty()) {
      ++vas_n;
      vas += scale.value;
    }
    if (index.text.empty()) {
      empty += records.rows[r][published].empty() ? 1 : 0;
      continue;
    }
    same += index.value == parse_number(records.rows[r][published]) ? 1 : 0;
    full += index.value == 1 ? 1 : 0;
    below += index.value < 0 ? 1 : 0;
    sum += index.value;
    squares += index.value * index.value;
  }
  CHECK(same == expected.scored);
  CHECK(empty == expected.not_scored);
  CHECK(full == expected.full_health);
  CHECK(below == expected.below_zero);
  CHECK(vas_n == expected.vas_n);
  CHECK_THAT(vas / vas_n, WithinAbs(expected.vas_mean, 5e-7));
  CHECK_THAT(sum / same, WithinAbs(expected.mean, 5e-7));
  CHECK_THAT(std::sqrt((squares - sum * sum / same) / (same - 1)), WithinAbs(expected.sd, 5e-7));
}

} // namespace

TEST_CASE("every published EQ-5D index of the real PROMs record file is reproduced") {
  std::ifstream in(record_file(), std::ios::binary);
  if (!in) {
    WARN("skipped: no PROMs record file, set JOINEDUP_REALDATA to its folder");
    return;
  }
  const Records records = read_all(in);
  REQUIRE(records.rows.size() == 41280);
  check(records, {"Pre-Op Q ", 38740, 2540, 0.339849, 0.324806, 155, 9154, 37348, 63.316510});
  check(records, {"Post-Op Q ", 39646, 1634, 0.798690, 0.241345, 16647, 783, 39531, 77.427614});
}
