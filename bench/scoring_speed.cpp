// Records scored a second, by instrument, without reading or writing: bench/scoring.sh builds and calls it.
//   scoring_speed DEFINITIONS_FOLDER [SECONDS]     CSV on standard output
#include "definitions/instrument.hpp"
#include "pipeline/library.hpp"
#include "pipeline/scorers.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace {

using namespace joinedup;

/// The shipped definitions in a folder.
class FolderStore final : public FileStore {
public:
  explicit FolderStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::optional<std::string> text(const std::string& path) override {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }
  std::unique_ptr<ByteSource> open(const std::string& /*path*/) override { return nullptr; }
  std::optional<std::string> definition(const std::string& name) override { return text((folder_ / name).string()); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / folder)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_regular_file() && name.ends_with(ending)) out.push_back(folder.empty() ? name : folder + "/" + name);
    }
    return out;
  }

private:
  std::filesystem::path folder_;
};

/// Valid answers, one in fifty blank.
AnswerBlock answers(const Instrument& instrument, std::size_t records) {
  std::mt19937 draw(1);
  AnswerBlock out;
  for (const Item& item : instrument.items) {
    std::vector<AnswerCode> codes;
    for (int code = item.lowest(); code <= item.highest(); ++code)
      if (item.accepts(code)) codes.push_back(static_cast<AnswerCode>(code));
    std::vector<AnswerCode> column(records, answer::missing);
    for (AnswerCode& cell : column)
      if (draw() % 50 != 0) cell = codes[draw() % codes.size()];
    out.items.push_back(std::move(column));
  }
  return out;
}

void measure(const std::string& id, FileStore& files, double seconds) {
  const Library library(files);
  SurveySetup setup;
  auto scorers = Scorers::load({id}, library, setup);
  if (!scorers) return;
  const Instrument& instrument = scorers->instrument(id);
  if (instrument.default_value_set.empty() && !instrument.suggested_value_sets.empty()) {
    setup.value_sets[id] = {instrument.suggested_value_sets.front()};
    scorers = Scorers::load({id}, library, setup);
    if (!scorers) return;
  }
  if (scorers->compile(id, setup, files, {}).has_errors()) return;
  constexpr std::size_t records = 1024; // about what a block of the reader holds
  const AnswerBlock block = answers(scorers->instrument(id), records);
  const ScoringPlan& plan = scorers->plan(id);
  ScoreBlock scores;
  std::size_t done = 0;
  const auto start = std::chrono::steady_clock::now();
  std::chrono::duration<double> took{};
  while (took.count() < seconds) {
    for (int i = 0; i < 100; ++i)
      plan.score(block, records, scores);
    done += 100 * records;
    took = std::chrono::steady_clock::now() - start;
  }
  const double rate = static_cast<double>(done) / took.count();
  std::printf("%s,%zu,%.0f,%.0f,%.1f\n", id.c_str(), plan.columns().size(), rate,
              rate * static_cast<double>(plan.columns().size()), 1e9 / rate);
}

} // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  FolderStore files(words[1]);
  std::puts("instrument,scores,records/s,scores/s,ns/record");
  for (const std::string& id : Library(files).instrument_ids())
    measure(id, files, count > 2 ? std::atof(words[2]) : 1);
  return 0;
}
