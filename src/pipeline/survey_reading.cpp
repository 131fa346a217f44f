#include "pipeline/survey_reading.hpp"

#include "pipeline/indicator_scores.hpp"
#include "pipeline/kept_places.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/reading_outline.hpp"
#include "pipeline/respondent_gaps.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <optional>
#include <utility>

namespace joinedup {

namespace {

/// What one thread has gathered; threads are added up at the end, exactly.
struct Gathered {
  SurveySums sums;
  std::vector<ScoreBlock> scratch = {};
};

struct Nothing final : BlockProduct {};

class Reader {
public:
  Reader(const BenchmarkSetup& setup, const ReadingChoices& choices, FileStore& files)
      : setup_(setup), choices_(choices), files_(files), out_(setup),
        gathered_([this] { return Gathered{SurveySums(setup_, *out_.names)}; }) {}

  SurveyReading run(const std::vector<SurveyInput>& inputs) {
    for (const SurveyInput& input : inputs) {
      FileReading file;
      file.path = input.path;
      read(input, file);
      out_.files.push_back(std::move(file));
    }
    for (Gathered& one : gathered_)
      out_.sums->merge(std::move(one.sums));
    return std::move(out_);
  }

  /// Opens every file and finds its columns, and reads no record.
  SurveyOutline outline(const std::vector<SurveyInput>& inputs) {
    SurveyOutline out;
    for (const SurveyInput& input : inputs)
      if (const std::optional<Prepared> prepared = prepare(input, out.said))
        for (ExplainLine& line : reading_outline(prepared->open.file, prepared->plan))
          out.lines.push_back(std::move(line));
    out.found = std::move(out_.found);
    return out;
  }

private:
  ReadingRequest reading_request(const SurveyInput& input) {
    const Scorers& scorers = setup_.scorers;
    SurveyNames& names = *out_.names;
    ReadingRequest out;
    out.map = input.map;
    std::erase_if(out.map.administrations, [&](const Administration& a) { return !scorers.compiled(a.instrument); });
    out.known_instruments = scorers.known_instruments();
    for (const Instrument* i : scorers.instruments()) {
      if (scorers.compiled(i->id)) out.instruments.push_back(i);
    }
    out.where = setup_.survey.where;
    out.numeric_columns = setup_.binding.numeric_columns;
    if (setup_.keep) {
      out.numeric_columns.insert(out.numeric_columns.end(), setup_.keep->numbers.begin(), setup_.keep->numbers.end());
      out.categories = setup_.keep->categories;
      out.levels = &names.levels;
    }
    out.areas = &names.areas;
    out.strata = setup_.with_strata ? &names.strata : nullptr;
    out.clusters = setup_.with_clusters ? &names.clusters : nullptr;
    out.memory = &memory_;
    out.keep_names = choices_.for_a_partial;
    out.set_rejects_aside = choices_.set_rejects_aside;
    out.show_values = choices_.show_values;
    return out;
  }

  struct Prepared {
    OpenInput open;
    ReadingPlan plan;
    FileIndicators indicators;
    std::vector<std::size_t> groups, ways; ///< places of the columns of `by`, and of mode and role
  };

  std::optional<Prepared> prepare(const SurveyInput& input, Diagnostics& said) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_, Hashing::yes);
    said.merge(open.diagnostics);
    if (!open) return std::nullopt;
    ReadingRequest request = reading_request(input);
    KeptPlaces kept(open->file);
    std::vector<std::size_t> groups = out_.names->by.places(kept, said);
    std::vector<std::size_t> ways = out_.names->answered.places(kept, said);
    request.keep_columns = kept.columns();
    if (said.has_errors()) return std::nullopt;
    Outcome<ReadingPlan> plan = plan_reading(open->file, request);
    said.merge(plan.diagnostics);
    if (!plan) return std::nullopt;
    const Diagnostics lacking = setup_.scorers.lacking_columns(*plan, open->file.name());
    said.merge(lacking);
    if (lacking.has_errors()) return std::nullopt;
    Diagnostics placing;
    FileIndicators indicators = place_indicators(open->file.name(), *plan, setup_.binding, setup_.scorers, placing);
    said.merge(placing);
    if (placing.has_errors()) return std::nullopt;
    for (std::size_t k = 0; k < out_.found.size(); ++k)
      out_.found[k] = out_.found[k] || indicators.places[k].found();
    return Prepared{std::move(*open), std::move(*plan), std::move(indicators), std::move(groups), std::move(ways)};
  }

  void read(const SurveyInput& input, FileReading& of_file) {
    Diagnostics& said = of_file.before;
    std::optional<Prepared> prepared = prepare(input, said);
    if (!prepared) return;
    auto& [open, plan, file, groups, ways] = *prepared;
    Breakdowns& by = out_.names->by;
    AnsweredColumns& answered = out_.names->answered;
    RespondentGaps gaps(plan, setup_.scorers);
    Outcome<ReadSummary> summary = read_records(
        open.file, plan, {choices_.threads, choices_.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          Gathered& mine = gathered_.local();
          SurveySums& sums = mine.sums;
          add_block(block, file, mine.scratch, sums.sums, sums.tally, sums.kept ? &*sums.kept : nullptr,
                    by.groups(block, groups, sums.by), answered.values(block, ways, sums.answered),
                    {&sums.scores, setup_.bins});
          gaps.see(block);
          if (!setup_.cases.empty()) sums.catch_all.add(block, file, mine.scratch, plan.administrations);
          return std::make_unique<Nothing>();
        },
        [](std::unique_ptr<BlockProduct>) {});
    said.merge(summary.diagnostics);
    if (!summary) return;
    of_file.after.merge(gaps.warnings(open.file.name()));
    add_reading(*summary, of_file.reading);
    append_rejects(out_.rejects, summary->rejects);
    of_file.info = input_info(input.path, open, *summary);
    of_file.names = std::move(summary->names);
    of_file.by_name = plan.identity && plan.identity->by_name;
    of_file.drops = plan.identity && plan.drop_repeated;
  }

  const BenchmarkSetup& setup_;
  const ReadingChoices& choices_;
  FileStore& files_;
  RecordMemory memory_;
  SurveyReading out_;
  tbb::enumerable_thread_specific<Gathered> gathered_;
};

} // namespace

SurveyReading::SurveyReading(const BenchmarkSetup& setup)
    : names(std::make_unique<SurveyNames>(setup)), sums(std::make_unique<SurveySums>(setup, *names)),
      found(setup.binding.indicators.size(), false) {}

SurveyReading read_surveys(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs,
                           const ReadingChoices& choices, FileStore& files) {
  return Reader(setup, choices, files).run(inputs);
}

SurveyOutline outline_surveys(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs, FileStore& files) {
  const ReadingChoices no_choices;
  return Reader(setup, no_choices, files).outline(inputs);
}

std::vector<SurveyInput> inputs_in_order(const BenchmarkSetup& setup) {
  std::vector<SurveyInput> out = setup.survey.inputs;
  put_in_order_of_name(out);
  return out;
}

} // namespace joinedup
