// The NHS PROMs record file (hip replacement, 2018/19; NHS Digital, Open Government Licence) is not part of this
// project: JOINEDUP_REALDATA names the folder that holds nhs_proms_hip_2018_19/, else ../shared/realdata is looked at.
// Expected figures: published index in the same row, and an independent script over the same file.
#include "base/render.hpp"
#include "base/text.hpp"
#include "pipeline/benchmark_run.hpp"
#include "pipeline/score_run.hpp"

#include "support/catch.hpp"
#include "support/memory_store.hpp"

#include <cmath>
#include <cstdlib>

using namespace joinedup;

namespace {

std::optional<std::string> record_file() {
  const char* folder = std::getenv("JOINEDUP_REALDATA");
  const std::string root = folder != nullptr ? folder : std::string(JOINEDUP_SOURCE) + "/../shared/realdata";
  return test::file_text(root + "/nhs_proms_hip_2018_19/hip_1819_provider_eq5d.csv");
}

const char* const map_json = R"({
  "area": {"column": "Provider Code", "lookup": {"file": "trust_icb.csv", "from": "trust_ods", "to": "icb_code"}},
  "administrations": [
    {"instrument": "eq-5d-3l", "wave": "pre",
     "items": {"eq5d_mo": "Pre-Op Q Mobility", "eq5d_sc": "Pre-Op Q Self-Care", "eq5d_ua": "Pre-Op Q Activity",
               "eq5d_pd": "Pre-Op Q Discomfort", "eq5d_ad": "Pre-Op Q Anxiety", "eq5d_vas": "Pre-Op Q EQ VAS"},
     "compare": {"index": "Pre-Op Q EQ5D Index"},
     "missing": {"*": {"9": "missing"}, "eq5d_vas": {"999": "missing"}}},
    {"instrument": "eq-5d-3l", "wave": "post",
     "items": {"eq5d_mo": "Post-Op Q Mobility", "eq5d_sc": "Post-Op Q Self-Care", "eq5d_ua": "Post-Op Q Activity",
               "eq5d_pd": "Post-Op Q Discomfort", "eq5d_ad": "Post-Op Q Anxiety", "eq5d_vas": "Post-Op Q EQ VAS"},
     "compare": {"index": "Post-Op Q EQ5D Index"},
     "missing": {"*": {"9": "missing"}, "eq5d_vas": {"999": "missing"}}}]
})";

test::MemoryStore store_with(const std::string& records) {
  test::MemoryStore store;
  store.files["hip.csv"] = records;
  store.files["map.json"] = map_json;
  store.files["trust_icb.csv"] =
      test::file_text(std::string(JOINEDUP_SOURCE) + "/instruments/lookups/trust_icb.csv").value();
  return store;
}

/// Scores of one wave against the published column, which may be blank.
struct Column {
  std::uint64_t scored = 0, equal = 0, unequal = 0, best = 0, negative = 0;
  double sum = 0, squares = 0, low = 9, high = -9;

  void add(std::string_view score, std::string_view published) {
    if (score.empty()) {
      unequal += published.empty() ? 0U : 1U;
      return;
    }
    const double value = *parse_number(score);
    ++scored;
    (parse_number(published) == value ? equal : unequal) += 1;
    best += value == 1 ? 1U : 0U;
    negative += value < 0 ? 1U : 0U;
    sum += value;
    squares += value * value;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  double mean() const { return sum / static_cast<double>(scored); }
  double sd() const {
    const auto n = static_cast<double>(scored);
    return std::sqrt((squares - sum * sum / n) / (n - 1));
  }
};

} // namespace

TEST_CASE("every published EQ-5D index of the NHS PROMs record file is reproduced exactly") {
  const auto records = record_file();
  if (!records) {
    WARN("skipped: the NHS PROMs record file is not here (JOINEDUP_REALDATA)");
    return;
  }
  test::MemoryStore store = store_with(*records);
  ScoreRequest request;
  request.survey.files = {"hip.csv"};
  request.survey.map = "map.json";
  request.survey.keep = {"Pre-Op Q EQ5D Index", "Post-Op Q EQ5D Index"};
  request.scores = {"pre.eq-5d-3l.index", "post.eq-5d-3l.index", "pre.eq-5d-3l.vas", "post.eq-5d-3l.vas"};
  std::string out;
  const auto summary = run_score(request, store, [&out](std::string_view piece) { out += piece; });
  REQUIRE(summary);
  CHECK(summary->reconciliation.read == 41280);
  CHECK(summary->reconciliation.sum() == 41280);
  const std::string said = render_text(summary.diagnostics);
  CHECK(said.find("pre.eq-5d-3l.index agrees with this column in 38,740 records\n") != std::string::npos);
  CHECK(said.find("post.eq-5d-3l.index agrees with this column in 39,646 records\n") != std::string::npos);

  Column pre, post, pre_vas, post_vas, change;
  const auto lines = split(out, '\n');
  REQUIRE(lines.size() == 41282);
  for (std::size_t l = 1; l + 1 < lines.size(); ++l) {
    const auto c = split(lines[l], ',');
    REQUIRE(c.size() == 10);
    pre.add(c[2], c[0]);
    post.add(c[4], c[1]);
    pre_vas.add(c[6], "");
    post_vas.add(c[8], "");
    if (!c[2].empty() && !c[4].empty()) change.add(fixed(*parse_number(c[4]) - *parse_number(c[2]), 3), "");
  }
  CHECK(pre.equal == 38740);
  CHECK(pre.unequal == 0);
  CHECK(post.equal == 39646);
  CHECK(post.unequal == 0);
  CHECK_THAT(pre.mean(), WithinAbs(0.339849, 5e-7));
  CHECK_THAT(post.mean(), WithinAbs(0.798690, 5e-7));
  CHECK_THAT(pre.sd(), WithinAbs(0.324806, 5e-7));
  CHECK_THAT(post.sd(), WithinAbs(0.241345, 5e-7));
  CHECK(pre.low == -0.594);
  CHECK(post.high == 1);
  CHECK(pre.best == 155);
  CHECK(post.best == 16647);
  CHECK(pre.negative == 9154);
  CHECK(post.negative == 783);
  CHECK(pre_vas.scored == 37348);
  CHECK_THAT(pre_vas.mean(), WithinAbs(63.316510, 5e-7));
  CHECK(post_vas.scored == 39531);
  CHECK_THAT(post_vas.mean(), WithinAbs(77.427614, 5e-7));
  CHECK(change.scored == 37286);
  CHECK_THAT(change.mean(), WithinAbs(0.457303, 5e-7));
}

TEST_CASE("group means of the NHS PROMs record file are reproduced by area and through the trust look-up") {
  const auto records = record_file();
  if (!records) {
    WARN("skipped: the NHS PROMs record file is not here (JOINEDUP_REALDATA)");
    return;
  }
  const auto run = [&](const std::string& area, bool lookup) {
    test::MemoryStore store = store_with(*records);
    if (!lookup) {
      std::string& map = store.files["map.json"];
      const std::string from =
          R"({"column": "Provider Code", "lookup": {"file": "trust_icb.csv", "from": "trust_ods", "to": "icb_code"}})";
      map.replace(map.find(from), from.size(), R"({"column": ")" + area + "\"}");
    }
    store.files["./index.json"] =
        R"({"id": "hip", "version": "1", "title": "Outcome", "domains": [{"id": "outcome", "indicators": [
      {"id": "pre", "score": "pre.eq-5d-3l.index"}, {"id": "post", "score": "post.eq-5d-3l.index"}]}]})";
    BenchmarkRequest request;
    request.index = "./index.json";
    request.survey.files = {"hip.csv"};
    request.survey.map = "map.json";
    if (lookup) request.geography = "icb-2022";
    auto out = run_benchmark(request, store);
    for (const Diagnostic& d : out.diagnostics.all())
      UNSCOPED_INFO(d.code << ": " << d.message);
    REQUIRE(out);
    return std::move(out->results);
  };
  const auto check = [](const RunResults& results, const std::string& code, std::uint64_t n_pre, double pre,
                        std::uint64_t n_post, double post) {
    for (const AreaResult& a : results.areas) {
      if (a.code != code) continue;
      CHECK(*a.indicators[0].n == n_pre);
      CHECK_THAT(*a.indicators[0].estimate.value, WithinAbs(pre, 5e-7));
      CHECK(*a.indicators[1].n == n_post);
      CHECK_THAT(*a.indicators[1].estimate.value, WithinAbs(post, 5e-7));
      return;
    }
    FAIL("no area " << code);
  };
  const RunResults gender = run("Gender", false);
  check(gender, "1", 14101, 0.377989, 14452, 0.822670);
  check(gender, "2", 21621, 0.313356, 22155, 0.784097);
  check(gender, "*", 3018, 0.351440, 3039, 0.791034);
  const RunResults provider = run("Provider Code", false);
  check(provider, "RRF", 943, 0.316583, 969, 0.782907);
  check(provider, "RL1", 914, 0.296321, 915, 0.808749);
  check(provider, "RVR", 879, 0.420259, 879, 0.813529);
  const RunResults icb = run("", true);
  const auto dropped = icb.reconciliation.dropped[static_cast<std::size_t>(DropReason::unknown_area)];
  CHECK(icb.reconciliation.read == 41280);
  CHECK(41280 - dropped == 27870);
}
