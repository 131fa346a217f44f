#include "pipeline/partial/merge_run.hpp"

#include "pipeline/benchmark_results.hpp"
#include "pipeline/partial/compare_partials.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace joinedup {

namespace {

/// The partials put together again, as if one run had read all their files.
struct Merged {
  BenchmarkSetup setup;
  std::optional<SurveyReading> reading;
};

Outcome<std::unique_ptr<Merged>> put_together(const PartialSet& set, const BenchmarkRequest& request,
                                              const Library& library, FileStore& replay) {
  using Result = Outcome<std::unique_ptr<Merged>>;
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request, library, replay);
  if (!setup) return Result::failure(std::move(setup.diagnostics));
  Diagnostics said = std::move(setup.diagnostics);
  auto out = std::make_unique<Merged>(Merged{std::move(*setup), std::nullopt});
  SurveyReading& reading = out->reading.emplace(out->setup);
  for (const Partial& one : set.partials) {
    const PartialDescription& d = one.description;
    SurveySums sums(out->setup, *reading.names);
    if (d.found.size() != reading.found.size() || !read_sums(one, *reading.names, sums)) {
      said.error("J314", {file_name(one.path), 0, 0, ""}, "damaged: its sums are not those of its index",
                 "make it again with joinedup aggregate");
      continue;
    }
    reading.sums->merge(std::move(sums));
    for (std::size_t k = 0; k < d.found.size(); ++k)
      reading.found[k] = reading.found[k] || d.found[k];
    reading.files.insert(reading.files.end(), d.files.begin(), d.files.end());
  }
  if (said.has_errors()) return Result::failure(std::move(said));
  put_in_order_of_name(reading.files);
  return {std::move(out), std::move(said)};
}

} // namespace

std::vector<std::string> PartialSet::survey_files() const {
  std::vector<std::string> out;
  if (!description().files_named) return out;
  if (description().shards > 0) return description().inputs;
  for (const Partial& one : partials)
    for (const FileReading& file : one.description.files)
      out.push_back(file.path);
  return out;
}

Outcome<PartialSet> read_partials(const std::vector<std::string>& paths, FileStore& files) {
  Diagnostics said;
  PartialSet out;
  for (const std::string& path : paths) {
    auto bytes = files.text(path);
    if (!bytes) {
      said.error("J301", {file_name(path), 0, 0, ""}, "cannot read this partial", "check the path");
      continue;
    }
    Outcome<Partial> one = read_partial(path, std::move(*bytes));
    said.merge(one.diagnostics);
    if (one) out.partials.push_back(std::move(*one));
  }
  if (said.has_errors() || out.partials.empty()) return Outcome<PartialSet>::failure(std::move(said));
  said.merge(foreign_partials(out.partials));
  said.merge(repeated_partials(out.partials));
  if (!said.has_errors()) said.merge(repeats_across(out.partials));
  if (said.has_errors()) return Outcome<PartialSet>::failure(std::move(said));
  const auto paths_of = [](const Partial& one) {
    std::vector<std::string> texts;
    for (const auto& [path, text] : one.description.tape.texts)
      texts.push_back(path);
    return std::tuple(one.description.options, texts);
  };
  std::iter_swap(out.partials.begin(), std::ranges::min_element(out.partials, {}, paths_of));
  return {std::move(out), std::move(said)};
}

Outcome<BenchmarkOutcome> merge_partials(const PartialSet& set, const BenchmarkRequest& request) {
  Diagnostics missing = missing_shards(set.partials);
  if (missing.has_errors()) return Outcome<BenchmarkOutcome>::failure(std::move(missing));
  ReplayingStore replay(set.description().tape);
  const Library library(replay);
  Outcome<std::unique_ptr<Merged>> merged = put_together(set, request, library, replay);
  if (!merged) return Outcome<BenchmarkOutcome>::failure(std::move(merged.diagnostics));
  return benchmark_results(request, library, (*merged)->setup, *(*merged)->reading, std::move(merged.diagnostics));
}

Outcome<std::string> join_partials(const PartialSet& set, const BenchmarkRequest& request) {
  ReplayingStore replay(set.description().tape);
  const Library library(replay);
  Outcome<std::unique_ptr<Merged>> merged = put_together(set, request, library, replay);
  if (!merged) return Outcome<std::string>::failure(std::move(merged.diagnostics));
  SurveyReading& reading = *(*merged)->reading;
  PartialDescription all = set.description();
  all.held.clear();
  for (const Partial& one : set.partials)
    all.held.insert(all.held.end(), one.description.held.begin(), one.description.held.end());
  std::ranges::sort(all.held);
  all.found = reading.found;
  all.files = std::move(reading.files);
  return {partial_bytes(std::move(all), *reading.names, *reading.sums), std::move(merged.diagnostics)};
}

} // namespace joinedup
