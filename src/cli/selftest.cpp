#include "cli/selftest.hpp"

#include "base/csv_table.hpp"
#include "base/text.hpp"
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/survey_options.hpp"
#include "definitions/json_source.hpp"
#include "pipeline/benchmark_run.hpp"
#include "pipeline/score_run.hpp"
#include "report/writers.hpp"

#include <embedded/selftest.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace joinedup {

namespace {

std::optional<std::string> bundled(const std::string& name) {
  for (const embedded::File& file : embedded::selftest())
    if (file.name == name) return std::string(file.text);
  return std::nullopt;
}

/// Survey files, studies and indexes from the samples; definitions from where they always come.
class SampleStore final : public FileStore {
public:
  explicit SampleStore(DiskStore& definitions) : definitions_(definitions) {}
  std::optional<std::string> text(const std::string& path) override { return bundled(file_name(path)); }
  std::unique_ptr<ByteSource> open(const std::string& path) override {
    auto found = bundled(file_name(path));
    return found ? text_source(std::move(*found)) : nullptr;
  }
  std::optional<std::string> definition(const std::string& name) override { return definitions_.definition(name); }
  std::string origin(const std::string& name) override { return definitions_.origin(name); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    return definitions_.definitions(folder, ending);
  }

private:
  DiskStore& definitions_;
};

struct Sample {
  std::string id, title, source, command, expected; ///< expected: name of the bundled file
  CommandRecord arguments;
  std::map<std::string, double> tolerance; ///< column -> how far a number may be off
  double relative = 0;                     ///< of all numbers, beside it
};

std::vector<Sample> samples() {
  const auto source = parse_json(bundled("selftest.json").value_or(""), "selftest.json");
  if (!source) throw std::logic_error("the list of samples cannot be read");
  std::vector<Sample> out;
  for (const Json& one : source->root().at("cases")) {
    Sample sample;
    one.at("id").get_to(sample.id);
    one.at("title").get_to(sample.title);
    one.at("source").get_to(sample.source);
    one.at("command").get_to(sample.command);
    one.at("expected").get_to(sample.expected);
    one.at("options").get_to(sample.arguments.options);
    one.at("files").get_to(sample.arguments.files);
    one.at("tolerance").get_to(sample.tolerance);
    sample.relative = one.value("relative_tolerance", 0.0);
    out.push_back(std::move(sample));
  }
  return out;
}

struct Scored {
  std::string csv;
  std::vector<InputInfo> inputs;
};

Outcome<Scored> score(const Arguments& arguments, FileStore& files, unsigned threads) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  if (!survey) return Outcome<Scored>::failure(std::move(survey.diagnostics));
  ScoreRequest request;
  request.survey = std::move(*survey);
  request.survey.threads = threads;
  Scored out;
  auto summary = run_score(request, files, [&out](std::string_view text) { out.csv += text; });
  if (!summary) return Outcome<Scored>::failure(std::move(summary.diagnostics));
  out.inputs = std::move(summary->inputs);
  return {std::move(out), {}};
}

Outcome<Scored> benchmark(const Arguments& arguments, FileStore& files, unsigned threads) {
  Outcome<BenchmarkRequest> request = benchmark_request(arguments);
  if (!request) return Outcome<Scored>::failure(std::move(request.diagnostics));
  request->survey.threads = threads;
  auto outcome = run_benchmark(*request, files);
  if (!outcome) return Outcome<Scored>::failure(std::move(outcome.diagnostics));
  return {Scored{index_csv(outcome->results), outcome->results.inputs}, {}};
}

/// Numbers within the tolerance, texts letter by letter; empty is only like empty.
bool alike(const std::string& expected, const std::string& found, double absolute, double relative) {
  if (expected == found) return true;
  const auto a = parse_number(expected), b = parse_number(found);
  if (!a || !b) return false;
  constexpr double of_rounding = 1e-12; // the tolerance itself is no exact binary number
  return std::abs(*a - *b) <= std::max(absolute, relative * std::abs(*a)) + of_rounding;
}

void compare(const Sample& sample, const CsvTable& expected, const CsvTable& found, SampleResult& out) {
  const std::size_t key = found.column(expected.header.cells.front()).value_or(0);
  std::map<std::string, const CsvRow*> rows;
  for (const CsvRow& row : found.rows)
    rows[row.cells[key]] = &row;
  const auto differs = [&out](const std::string& what) {
    if (out.differing++ == 0) out.first = what;
  };
  for (const CsvRow& row : expected.rows) {
    const std::string& name = row.cells.front();
    const auto there = rows.find(name);
    ++out.rows;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      const std::string& heading = expected.header.cells[c];
      const auto column = found.column(heading);
      ++out.figures;
      if (there == rows.end() || !column) {
        differs(fmt::format("{} of {} is not there", heading, name));
        continue;
      }
      const auto near = sample.tolerance.find(heading);
      const std::string& cell = there->second->cells[*column];
      if (!alike(row.cells[c], cell, near == sample.tolerance.end() ? 0 : near->second, sample.relative))
        differs(fmt::format("{} of {} is {}, expected {}", heading, name, cell.empty() ? "empty" : cell,
                            row.cells[c].empty() ? "empty" : row.cells[c]));
    }
  }
}

SampleResult run_sample(const Sample& sample, FileStore& files, unsigned threads) {
  SampleResult out;
  out.id = sample.id;
  out.title = sample.title;
  out.source = sample.source;
  const auto as_it_is = [](const std::string& path) { return path; };
  const Arguments arguments = recorded_arguments(sample.arguments, as_it_is);
  const Outcome<Scored> scored =
      sample.command == "benchmark" ? benchmark(arguments, files, threads) : score(arguments, files, threads);
  if (!scored) {
    out.faults = scored.diagnostics;
    return out;
  }
  for (const InputInfo& input : scored->inputs)
    if (!input.origin.empty() && input.origin != built_in) out.users.push_back(file_name(input.name));
  const auto expected = read_csv_table(bundled(sample.expected).value_or(""), sample.expected);
  const auto found = read_csv_table(scored->csv, sample.id);
  if (!expected || !found) throw std::logic_error("sample " + sample.id + " has no expected figures");
  compare(sample, *expected, *found, out);
  return out;
}

} // namespace

std::vector<SampleResult> run_selftest(DiskStore& definitions, unsigned threads) {
  SampleStore files(definitions);
  std::vector<SampleResult> out;
  for (const Sample& sample : samples())
    out.push_back(run_sample(sample, files, threads));
  return out;
}

} // namespace joinedup
