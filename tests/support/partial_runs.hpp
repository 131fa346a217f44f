// A survey cut into files, and runs of `aggregate` and `merge` over them in memory.
#pragma once

#include "pipeline/benchmark_run.hpp"
#include "pipeline/partial/aggregate_run.hpp"
#include "pipeline/partial/merge_run.hpp"
#include "pipeline/sha256.hpp"
#include "support/memory_store.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace joinedup::test {

inline const char* const partial_index = R"({"id": "share", "version": "1", "title": "Share", "domains": [
  {"id": "experience", "indicators": [{"id": "positive", "score": "fft.positive", "goalposts": [0, 1]}]},
  {"id": "ease", "indicators": [{"id": "ease", "column": "ease", "goalposts": [0, 10]}]}],
  "companions": [{"id": "negative", "score": "fft.negative"}]})";

/// The same index, and how people were asked and who answered.
inline const char* const answered_study = R"({"index": "./index.json", "area": {"column": "area"}, "id": "id",
  "weight": "weight", "mode": {"column": "how"}, "role": {"column": "who"}})";

/// `people` rows without heading: ids that repeat now and then, areas, strata and practices that span any cut.
inline std::vector<std::string> survey_rows(std::size_t people, unsigned seed) {
  std::mt19937 draw(seed);
  std::vector<std::string> out;
  for (std::size_t p = 0; p < people; ++p) {
    const auto one_in = [&](unsigned n) { return draw() % n == 0; };
    const std::string area = one_in(50) ? "" : fmt::format("A{}", draw() % 4);
    const std::string answer = one_in(9) ? "" : fmt::format("{}", one_in(20) ? 9 : draw() % 6 + 1);
    const std::string weight = one_in(40) ? "" : fmt::format("{}.{}", draw() % 3, draw() % 10);
    const std::string how = one_in(10) ? "" : one_in(3) ? "online" : "paper";
    out.push_back(fmt::format("p{},{},{},{},{},{},{},{},{},{}\n", one_in(15) ? 3 : p, area,
                              draw() % 2 ? "north" : "south", draw() % 9, weight, draw() % 3 ? "16-64" : "65+", answer,
                              one_in(12) ? "" : fmt::format("{}", draw() % 11), how, one_in(4) ? "carer" : "patient"));
  }
  return out;
}

inline const char* const survey_heading = "id,area,stratum,practice,weight,age,fft_1,ease,how,who\n";

inline BenchmarkRequest partial_request(bool strata, bool clusters) {
  BenchmarkRequest out;
  out.index = "index.json";
  out.survey.id = "id";
  out.survey.area = "area";
  out.survey.weight = "weight";
  if (strata) out.survey.strata = "stratum";
  if (clusters) out.survey.cluster = "practice";
  out.survey.threads = 2;
  return out;
}

/// The partial of these files of the store.
inline Outcome<AggregateOutcome> aggregate_of(const BenchmarkRequest& request, const std::vector<std::string>& files,
                                              FileStore& store) {
  AggregateRequest out{request, {}, 0, 0};
  out.benchmark.survey.files = files;
  return run_aggregate(out, store);
}

/// Results of a merge of these files of the store.
inline Outcome<BenchmarkOutcome> merge_of(BenchmarkRequest request, const std::vector<std::string>& paths,
                                          FileStore& store) {
  const Outcome<PartialSet> set = read_partials(paths, store);
  if (!set) return Outcome<BenchmarkOutcome>::failure(set.diagnostics);
  request.survey.files = set->survey_files();
  return merge_partials(*set, request);
}

/// A partial of a file, with strata, clusters, groups and kept records in it.
inline const std::string& some_partial() {
  static const std::string bytes = [] {
    MemoryStore store;
    store.files["index.json"] = partial_index;
    store.files["margins.csv"] = "column,level,total\nage,16-64,300\nage,65+,200\n";
    store.files["study.json"] =
        R"({"index": "./index.json", "inputs": [{"file": "a.csv"}], "area": {"column": "area"}, "weight": "weight",
            "strata": "stratum", "cluster": "practice", "id": "id", "by": ["age"],
            "mode": {"column": "how"}, "role": {"column": "who"}, "rake": {"margins": "margins.csv"}})";
    store.files["./index.json"] = partial_index;
    store.files["a.csv"] = survey_heading;
    for (const std::string& row : survey_rows(60, 7))
      store.files["a.csv"] += row;
    AggregateRequest request;
    request.benchmark.study = "study.json";
    const auto out = run_aggregate(request, store);
    if (!out) std::abort();
    return out->partial;
  }();
  return bytes;
}

/// The same bytes with an honest size and digest, as somebody would write who means harm.
inline std::string signed_again(std::string bytes) {
  constexpr std::size_t digest = 65;
  bytes.resize(bytes.size() - digest);
  return bytes + sha256_of(bytes) + "\n";
}

/// Whether it was refused, or merged as far as there are errors to say; a crash is what this looks for.
inline bool is_refused(const std::string& bytes) {
  MemoryStore store;
  store.files["part.jup"] = bytes;
  const Outcome<PartialSet> set = read_partials({"part.jup"}, store);
  if (!set) return set.diagnostics.has_errors();
  BenchmarkRequest request;
  request.study = "study.json";
  return !merge_partials(*set, request);
}

} // namespace joinedup::test
