// Partials merged in any order and grouping give the very files of one run over all survey files.
#include "report/writers.hpp"
#include "support/catch.hpp"
#include "support/partial_runs.hpp"

#include <algorithm>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string everything(const Outcome<BenchmarkOutcome>& run) {
  if (!run) {
    std::string faults = "faults:\n";
    for (const Diagnostic& d : run.diagnostics.all())
      faults += d.where.file + " " + d.code + " " + d.message + "\n";
    return faults;
  }
  const RunResults& results = run->results;
  return index_csv(results) + indicators_csv(results) + results_json(results) + run_json(results) +
         report_html(results);
}

struct Cut {
  MemoryStore store;
  std::vector<std::string> files;
};

/// Rows dealt to files of random names; some files may hold no row.
Cut cut_at_random(std::mt19937& draw) {
  Cut out;
  out.store.files["index.json"] = out.store.files["./index.json"] = partial_index;
  out.store.files["study.json"] = answered_study;
  const std::size_t count = 1 + draw() % 6;
  for (std::size_t k = 0; k < count; ++k)
    out.files.push_back(fmt::format("{}/{}.csv", k % 2, k / 2)); // names that repeat too, in another folder
  std::ranges::shuffle(out.files, draw);
  for (const std::string& file : out.files)
    out.store.files[file] = survey_heading;
  for (const std::string& row : survey_rows(150 + draw() % 100, static_cast<unsigned>(draw())))
    out.store.files[out.files[draw() % out.files.size()]] += row;
  return out;
}

std::string join(std::vector<std::string>& paths, std::size_t first, BenchmarkRequest request, MemoryStore& store) {
  const std::vector<std::string> two{paths[first], paths[first + 1]};
  const Outcome<PartialSet> set = read_partials(two, store);
  REQUIRE(static_cast<bool>(set));
  request.survey.files = set->survey_files();
  const Outcome<std::string> joined = join_partials(*set, request);
  REQUIRE(static_cast<bool>(joined));
  paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(first));
  store.files[paths[first] += "+"] = *joined;
  return *joined;
}

} // namespace

TEST_CASE("a merge of any cut of a survey is one run over it, byte for byte") {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    std::mt19937 draw(seed);
    Cut cut = cut_at_random(draw);
    BenchmarkRequest request = partial_request(draw() % 2 == 0, draw() % 2 == 0);
    if (draw() % 2 == 0) { // with counts of how people were asked and who answered
      request.study = "study.json";
      request.index.clear();
    }
    request.survey.block_bytes = draw() % 2 == 0 ? 0 : 2000;
    BenchmarkRequest whole = request;
    whole.survey.files = cut.files;
    const std::string expected = everything(run_benchmark(whole, cut.store));

    // Files go to partials at random, two or three of them to one perhaps.
    std::vector<std::vector<std::string>> groups;
    std::vector<std::string> files = cut.files;
    std::ranges::shuffle(files, draw);
    for (const std::string& file : files) {
      if (groups.empty() || draw() % 3 > 0) groups.emplace_back();
      groups.back().push_back(file);
    }
    std::vector<std::string> parts;
    for (const auto& group : groups) {
      const auto part = aggregate_of(request, group, cut.store);
      REQUIRE(static_cast<bool>(part));
      parts.push_back(fmt::format("{}.jup", parts.size()));
      cut.store.files[parts.back()] = part->partial;
    }
    std::ranges::shuffle(parts, draw);
    std::vector<std::string> again = parts;
    while (parts.size() > 1 && draw() % 4 > 0)
      join(parts, draw() % (parts.size() - 1), request, cut.store);
    REQUIRE(everything(merge_of(request, parts, cut.store)) == expected);

    // A partial of all of them has the same bytes however they came together.
    while (parts.size() > 1)
      join(parts, draw() % (parts.size() - 1), request, cut.store);
    const std::string once = cut.store.files[parts.front()];
    std::ranges::shuffle(again, draw);
    while (again.size() > 1)
      join(again, draw() % (again.size() - 1), request, cut.store);
    REQUIRE(cut.store.files[again.front()] == once);
  }
}

TEST_CASE("a file in two partials, or a partial given twice, is refused by name") {
  MemoryStore store;
  store.files["index.json"] = partial_index;
  const BenchmarkRequest request = partial_request(false, false);
  for (const char* name : {"a.csv", "b.csv"}) {
    store.files[name] = survey_heading;
    for (const std::string& row : survey_rows(40, static_cast<unsigned>(name[0])))
      store.files[name] += row;
  }
  store.files["copy-of-a.csv"] = store.files["a.csv"];
  store.files["a.jup"] = aggregate_of(request, {"a.csv"}, store)->partial;
  store.files["b.jup"] = aggregate_of(request, {"b.csv", "copy-of-a.csv"}, store)->partial;
  const auto twice = merge_of(request, {"a.jup", "a.jup"}, store);
  CHECK_FALSE(twice);
  CHECK(twice.diagnostics.count("J172") == 1);
  const auto both = merge_of(request, {"a.jup", "b.jup"}, store);
  CHECK_FALSE(both);
  REQUIRE(both.diagnostics.count("J172") == 1);
  CHECK(both.diagnostics.all().front().where.file == "b.jup");
  CHECK(both.diagnostics.all().front().message.find("copy-of-a.csv, whose bytes are in a.jup") != std::string::npos);
  CHECK(merge_of(request, {"a.jup"}, store));
}
