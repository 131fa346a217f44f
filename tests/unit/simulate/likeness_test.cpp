// Does the simulated survey look like what its notes claim? Every figure is measured from the output.
#include "simulated.hpp"

#include <map>

using namespace joinedup;
using namespace joinedup::simulated;

namespace {

/// P3CEQ item 7: mean of the four care-plan answers, 0 without a plan.
std::optional<double> care_plan(const Survey& s, const Row& row) {
  const auto gate = answer(row[s.column("p3ceq_7a")], 0, 3);
  if (!gate || *gate == 0) return gate;
  const auto all = sum(s, row, {"p3ceq_7a", "p3ceq_7b", "p3ceq_7c", "p3ceq_7d"}, 0, 3);
  return all ? std::optional(*all / 4) : std::nullopt;
}

std::vector<double> person_centred(const Survey& s) {
  std::vector<double> out;
  for (const Row& row : s.rows()) {
    const auto total =
        sum(s, row, {"p3ceq_1", "p3ceq_2", "p3ceq_3", "p3ceq_4", "p3ceq_5", "p3ceq_8", "p3ceq_9", "p3ceq_10"}, 0, 3);
    if (total) out.push_back(*total);
  }
  return out;
}

std::vector<double> coordination(const Survey& s) {
  std::vector<double> out;
  for (const Row& row : s.rows()) {
    const auto rest = sum(s, row, {"p3ceq_5", "p3ceq_6", "p3ceq_8", "p3ceq_9"}, 0, 3);
    const auto plan = care_plan(s, row);
    if (rest && plan) out.push_back(*rest + *plan);
  }
  return out;
}

std::vector<double> sums(const Survey& s, const std::vector<std::string>& names, int low, int high) {
  std::vector<double> out;
  for (const Row& row : s.rows()) {
    if (const auto total = sum(s, row, names, low, high)) out.push_back(*total);
  }
  return out;
}

/// Cronbach's alpha over the complete records.
double alpha(const Survey& s, const std::vector<std::string>& names, int low, int high) {
  std::vector<std::vector<double>> answers(names.size());
  std::vector<double> totals;
  for (const Row& row : s.rows()) {
    const auto total = sum(s, row, names, low, high);
    if (!total) continue;
    totals.push_back(*total);
    for (std::size_t i = 0; i < names.size(); ++i) {
      answers[i].push_back(*answer(row[s.column(names[i])], low, high));
    }
  }
  double items_variance = 0;
  for (const auto& one : answers) {
    items_variance += summary(one).sd * summary(one).sd;
  }
  const double k = static_cast<double>(names.size()), sd = summary(totals).sd;
  return k / (k - 1) * (1 - items_variance / (sd * sd));
}

} // namespace

TEST_CASE("P3CEQ lies near the means quoted from PaRIS") {
  const Survey& s = Survey::usual();
  CHECK_THAT(summary(person_centred(s)).mean, WithinAbs(16.6, 0.5));
  CHECK_THAT(summary(coordination(s)).mean, WithinAbs(9.8, 0.5));
}

TEST_CASE("WEMWBS lies near 50 with a spread like that of a population survey") {
  const Summary w = summary(sums(Survey::usual(), items("wemwbs_", 14), 1, 5));
  CHECK_THAT(w.mean, WithinAbs(49.8, 0.8)); // Health Survey for England 2016: 50.1 and 49.6
  CHECK_THAT(w.sd, WithinAbs(8.7, 1.2));
}

TEST_CASE("PAM raw sums lie where the open Rasch estimate is near the published mean") {
  // Raw 41 and 42 of 52 are 60.7 and 62.6 on the Swedish calibration; Hibbard et al. 2005 report a mean of 61.9.
  CHECK_THAT(summary(sums(Survey::usual(), items("pam13_", 13), 1, 4)).mean, WithinAbs(41, 0.8));
}

TEST_CASE("About 85 to 90 per cent of FFT answers are positive") {
  const Survey& s = Survey::usual();
  double answered = 0;
  for (const char* code : {"1", "2", "3", "4", "5", "6"}) {
    answered += s.share("fft_1", code);
  }
  const double positive = (s.share("fft_1", "1") + s.share("fft_1", "2")) / answered;
  CHECK(positive > 0.85);
  CHECK(positive < 0.90);
  CHECK(s.share("fft_1", "6") > 0.005);
}

TEST_CASE("Scales hang together about as well as published ones") {
  const Survey& s = Survey::usual();
  // Lloyd et al. 2019: 0.829 for person-centredness; Rademakers 2012, Maindal 2009: 0.88 and 0.89 for PAM.
  const std::vector<std::string> pc{"p3ceq_1", "p3ceq_2", "p3ceq_3", "p3ceq_4",
                                    "p3ceq_5", "p3ceq_8", "p3ceq_9", "p3ceq_10"};
  CHECK_THAT(alpha(s, pc, 0, 3), WithinAbs(0.829, 0.05));
  CHECK_THAT(alpha(s, items("pam13_", 13), 1, 4), WithinAbs(0.88, 0.04));
}

TEST_CASE("Every EQ-5D level occurs and VAS answers stay within 0 to 100 but for a few invalid ones") {
  const Survey& s = Survey::usual();
  for (const char* item : {"eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"}) {
    for (const char* level : {"1", "2", "3", "4", "5"}) {
      CHECK(s.share(item, level) > 0.005);
    }
  }
  const Summary vas = summary(sums(s, {"eq5d_vas"}, 0, 100));
  CHECK_THAT(vas.mean, WithinAbs(72, 3));
  CHECK_THAT(vas.sd, WithinAbs(18, 3));
}

TEST_CASE("Follow-ups of the care plan are asked only of those who have one") {
  const Survey& s = Survey::usual();
  for (const Row& row : s.rows()) {
    if (row[s.column("p3ceq_7a")] != "3") CHECK(row[s.column("p3ceq_7c")].empty());
  }
}

TEST_CASE("Answers lack item by item, questionnaire by questionnaire, by word and by invalid code") {
  const Survey& s = Survey::usual();
  CHECK(s.share("wemwbs_3", "") > 0.02);
  CHECK(s.share("wemwbs_3", "") < 0.06);
  CHECK(s.share("pam13_5", "NA") + s.share("pam13_5", "N/A") + s.share("pam13_5", "n/a") > 0.004);
  CHECK(s.share("p3ceq_2", "4") + s.share("p3ceq_2", "9") + s.share("p3ceq_2", "often") > 0);
  int whole_skipped = 0;
  for (const Row& row : s.rows()) {
    const std::size_t first = s.column("pam13_1");
    whole_skipped += std::all_of(row.begin() + static_cast<std::ptrdiff_t>(first),
                                 row.begin() + static_cast<std::ptrdiff_t>(first) + 13,
                                 [](const std::string& cell) { return cell.empty(); });
  }
  CHECK(whole_skipped > 300); // 3.3 % of 12,000 are about 400
  CHECK(whole_skipped < 500);
}

TEST_CASE("Comments hold commas, quotes, line ends, letters beyond ASCII and the beginnings of formulas") {
  const Survey& s = Survey::usual();
  const std::size_t c = s.column("comment");
  std::map<char, int> holds, starts;
  int beyond_ascii = 0, given = 0;
  for (const Row& row : s.rows()) {
    if (row[c].empty()) continue;
    ++given;
    ++starts[row[c].front()];
    for (const char mark : {',', '"', '\n'}) {
      holds[mark] += row[c].find(mark) != std::string::npos;
    }
    beyond_ascii += std::any_of(row[c].begin(), row[c].end(), [](char ch) { return (ch & '\x80') != 0; });
  }
  CHECK_THAT(given / 12000.0, WithinAbs(0.42, 0.03));
  CHECK(holds[','] > 100);
  CHECK(holds['"'] > 100);
  CHECK(holds['\n'] > 100);
  CHECK(beyond_ascii > 100);
  CHECK(starts['='] > 0);
  CHECK(starts['@'] > 0);
}

TEST_CASE("The areas made to differ stand out from the rest") {
  const Survey& s = Survey::usual();
  std::map<std::string, std::vector<double>> by_area;
  for (const Row& row : s.rows()) {
    const auto total = sum(s, row, items("p3ceq_", 5), 0, 3);
    if (total) by_area[row[s.column("icb_code")]].push_back(*total);
  }
  std::vector<double> means;
  for (const auto& [code, values] : by_area) {
    if (values.size() >= 30) means.push_back(summary(values).mean);
  }
  const Summary areas_summary = summary(means);
  // Positions 4 and 27 of the definition, counted from 0.
  CHECK(summary(by_area["A005"]).mean > areas_summary.mean + 1.5 * areas_summary.sd);
  CHECK(summary(by_area["A028"]).mean < areas_summary.mean - 1.5 * areas_summary.sd);
}

TEST_CASE("Traits of a person show as correlated scores") {
  const Survey& s = Survey::usual();
  std::vector<double> a, b;
  for (const Row& row : s.rows()) {
    const auto w = sum(s, row, items("wemwbs_", 14), 1, 5), v = sum(s, row, {"eq5d_vas"}, 0, 100);
    if (!w || !v) continue;
    a.push_back(*w);
    b.push_back(*v);
  }
  const Summary sa = summary(a), sb = summary(b);
  double product = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    product += (a[i] - sa.mean) * (b[i] - sb.mean);
  }
  const double r = product / (sa.n - 1) / sa.sd / sb.sd;
  CHECK(r > 0.3);
  CHECK(r < 0.8);
}
