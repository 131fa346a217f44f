#include "pipeline/score_run.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/record_memory.hpp"
#include "exports/survey_file_impl.hpp"
#include "pipeline/catch_all_share.hpp"
#include "pipeline/count_tables.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/reading_outline.hpp"
#include "pipeline/record_tally.hpp"
#include "pipeline/respondent_gaps.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/score_agreement.hpp"
#include "pipeline/score_rows.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/whole_area.hpp"
#include "scoring/inputs.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>

namespace joinedup {

namespace {

struct ScoredRows final : BlockProduct {
  TextBuffer text;
  RecordTally tally;
  CatchAllShare catch_all;
  std::vector<ScoreAgreement> agreements;
  std::uint64_t lines = 0;
};

/// What the rows of a file are made by.
struct RowMaker {
  const ScoreLayout& layout;
  const std::vector<ScoreColumnRef>& counted; ///< decide how far a record was scored
  const std::vector<ComparedColumn>& compared;
  const NumberStyle& numbers;
};

/// What a thread needs to make rows of one file; used again from block to block.
struct ScoreScratch {
  std::vector<ScoreBlock> scores;               ///< by administration
  std::vector<std::vector<PlanColumn>> columns; ///< made on the way to them
  ScoreTexts texts;
  std::size_t text_bytes = 0; ///< of the last block's rows: what the next ones will need
};

/// A row is written for every record that is an answer to the survey.
bool is_written(DropReason reason) { return reason == DropReason::none || reason >= DropReason::no_area; }

/// `counted` columns decide how far a record was scored: numbers with a direction, which leaves out texts and counts.
std::vector<ScoreColumnRef> counted_columns(const ScoreLayout& layout) {
  std::vector<ScoreColumnRef> out;
  for (const ScoreColumnRef& ref : layout.scores) {
    const ScoreColumn& column = layout.plans[ref.administration]->columns()[ref.column];
    if (!column.is_text && column.direction != Direction::none) out.push_back(ref);
  }
  return out.empty() ? layout.scores : out;
}

void compare_scores(const RowMaker& maker, const RecordBlock& block, const std::vector<ScoreBlock>& scores,
                    std::size_t record, std::vector<ScoreAgreement>& out) {
  for (std::size_t k = 0; k < maker.compared.size(); ++k) {
    const ComparedColumn& of = maker.compared[k];
    const ScoreValues& ours = scores[of.score.administration].scores[of.score.column];
    out[k].see(of, ours.value[record], ours.status[record], block.kept[of.kept][record], block.line[record],
               block.count.empty() ? 1 : block.count[record], maker.numbers);
  }
}

std::unique_ptr<ScoredRows> score_block(const RowMaker& maker, RecordBlock& block, ScoreScratch& scratch) {
  const ScoreLayout& layout = maker.layout;
  auto out = std::make_unique<ScoredRows>();
  out->text.room(scratch.text_bytes + scratch.text_bytes / 16);
  out->agreements.resize(maker.compared.size());
  out->lines = block.lines;
  std::vector<ScoreBlock>& scores = scratch.scores;
  scores.resize(layout.plans.size());
  scratch.columns.resize(layout.plans.size());
  for (std::size_t a = 0; a < layout.plans.size(); ++a)
    layout.plans[a]->score(block.administrations[a], block.records, scores[a], scratch.columns[a]);
  for (std::size_t r = 0; r < block.records; ++r) {
    if (!is_written(block.drop[r])) continue;
    append_score_row(out->text, layout, block, scores, r, scratch.texts);
    compare_scores(maker, block, scores, r, out->agreements);
    for (const ScoreColumnRef& ref : maker.counted)
      out->tally.see(scores[ref.administration].scores[ref.column].status[r]);
    out->tally.finish(block.count.empty() ? 1 : block.count[r]);
  }
  scratch.text_bytes = out->text.size();
  return out;
}

class ScoreRun {
public:
  ScoreRun(const ScoreRequest& request, FileStore& files, const std::function<void(std::string_view)>& write)
      : request_(request), files_(files), write_(write), library_(files), counts_(request, write) {}

  Outcome<ScoreSummary> run() {
    if (prepare()) {
      for (const SurveyInput& input : setup_.inputs)
        read(input);
      if (!request_.roll_up.empty() && !counts_.any() && !diagnostics_.has_errors())
        diagnostics_.error("J446", {}, "--roll-up sums tables of counts, and these files hold answers of people",
                           "benchmark makes figures by area from answers");
      if (!request_.disclosure.empty() && !counts_.any() && !diagnostics_.has_errors())
        diagnostics_.error("J455", {}, "--disclosure stars tables of counts, and these files hold answers of people",
                           "scores of people are never published as they are: benchmark hides small numbers by itself");
      counts_.finish(diagnostics_);
    }
    const bool completed = request_.survey.set_rejects_aside && only_rejected_records(diagnostics_);
    if (diagnostics_.has_errors() && !completed) return Outcome<ScoreSummary>::failure(std::move(diagnostics_));
    tally_.merge(counts_.tally());
    tally_.add_to(summary_.reconciliation);
    if (counts_.starred() > 0) summary_.reconciliation.not_scored["unknown (suppressed)"] += counts_.starred();
    summary_.reconciliation.dropped[static_cast<std::size_t>(DropReason::not_a_response)] += counts_.left_out();
    for (const Setting& s : counts_.settings())
      summary_.settings.push_back(s);
    for (const Setting& s : scorers_->settings())
      summary_.settings.push_back(s);
    for (const Setting& s : scorers_->notices())
      summary_.settings.push_back(s);
    for (const std::vector<InputInfo>& files : {setup_.files, scorers_->files()})
      summary_.inputs.insert(summary_.inputs.end(), files.begin(), files.end());
    return {std::move(summary_), std::move(diagnostics_)};
  }

private:
  bool prepare() {
    Outcome<SurveySetup> setup = set_up_survey(request_.survey, nullptr, "", files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup) return false;
    setup_ = std::move(*setup);
    summary_.settings = setup_.settings;
    std::vector<std::string> ids = instruments_to_look_for(request_.survey, setup_, library_);
    if (!request_.scores.empty() && request_.survey.instruments.empty()) {
      const auto unnamed = [this](const std::string& id) { return wanted_of(id).empty(); };
      if (!std::all_of(ids.begin(), ids.end(), unnamed)) std::erase_if(ids, unnamed);
    }
    Outcome<Scorers> scorers = Scorers::load(ids, library_, setup_);
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    diagnostics_.merge(scorers_->check_choices(setup_));
    if (!request_.disclosure.empty()) {
      Outcome<DisclosureRules> rules = library_.disclosure(request_.disclosure);
      diagnostics_.merge(rules.diagnostics);
      if (!rules) return false;
      summary_.settings.push_back(
          {"disclosure", fmt::format("{}: {} ({})", rules->id, rules->title, rules->confidence), "option"});
      setup_.files.push_back({rules->file, rules->sha256, "disclosure", 0, rules->origin});
      counts_.star_by(std::move(*rules));
    }
    return !diagnostics_.has_errors();
  }

  ReadingRequest reading_request(const SurveyInput& input) {
    ReadingRequest out;
    out.map = input.map;
    out.instruments = scorers_->instruments();
    out.known_instruments = scorers_->known_instruments();
    out.all_must_match = !request_.survey.instruments.empty();
    out.where = setup_.where;
    out.memory = &memory_;
    out.keep = request_.survey.keep; // empty = record, area, wave and weight
    out.set_rejects_aside = request_.survey.set_rejects_aside;
    out.show_values = request_.survey.show_values;
    return out;
  }

  void read(const SurveyInput& input) {
    Outcome<OpenInput> open =
        open_input(input.path, input.map.reader, files_, request_.with_hashes ? Hashing::yes : Hashing::no);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    if (const auto counts = recognise_counts(open->file, scorers_->instruments())) {
      read_counts(input, *open, *counts);
      return;
    }
    Outcome<ReadingPlan> plan = plan_reading(open->file, reading_request(input));
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !lay_out(open->file, *plan)) return;
    if (request_.outline) {
      outline(open->file, *plan);
      return;
    }
    const std::vector<ScoreColumnRef> counted = counted_columns(layout_);
    const std::vector<ComparedColumn> compared = compared_columns(open->file.header(), *scorers_, *plan);
    std::vector<ScoreAgreement> agreements(compared.size());
    std::uint64_t line = open->file.header().dialect.first_data_line;
    const RowMaker maker{layout_, counted, compared, open->file.impl().numbers};
    const CatchAllItems caught = catch_all_items(*plan, *scorers_);
    CatchAllShare share;
    oneapi::tbb::enumerable_thread_specific<ScoreScratch> scratches;
    RespondentGaps gaps(*plan, *scorers_);
    Outcome<ReadSummary> summary = read_records(
        open->file, *plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) {
          auto rows = score_block(maker, block, scratches.local());
          if (!caught.items.empty()) rows->catch_all.see(block, caught);
          gaps.see(block);
          return rows;
        },
        [&](std::unique_ptr<BlockProduct> product) {
          const auto& rows = static_cast<const ScoredRows&>(*product);
          tally_.merge(rows.tally);
          share.merge(rows.catch_all);
          for (std::size_t k = 0; k < agreements.size(); ++k)
            agreements[k].merge(rows.agreements[k], line);
          line += rows.lines;
          write_(rows.text.view());
        });
    share.say(open->file.name(), caught, diagnostics_);
    diagnostics_.merge(gaps.warnings(open->file.name()));
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    for (std::size_t k = 0; k < compared.size(); ++k)
      agreements[k].say(compared[k], open->file.header(), open->file.name(), diagnostics_);
    add_reading(*summary, summary_.reconciliation);
    append_rejects(summary_.rejects, summary->rejects);
    summary_.inputs.push_back(input_info(input.path, *open, *summary));
  }

  void outline(const SurveyFile& file, const ReadingPlan& plan) {
    ExplainLines lines = reading_outline(file, plan);
    lines.push_back({1, "scores", join(layout_.score_names, ", ")});
    summary_.outline.insert(summary_.outline.end(), lines.begin(), lines.end());
  }

  /// A published table of counts: a row an organisation. It stands in one output with its like only.
  void read_counts(const SurveyInput& input, OpenInput& open, const CountColumns& columns) {
    const std::string& id = columns.instrument->id;
    if (!layout_.plans.empty()) {
      diagnostics_.error("J124", {open.file.name(), 0, 0, ""}, "a table of counts after a file of answers",
                         "score tables of counts by themselves");
      return;
    }
    if (!scorers_->compiled(id)) diagnostics_.merge(scorers_->compile(id, setup_, files_, wanted_of(id)));
    if (diagnostics_.has_errors()) return;
    if (request_.outline) {
      summary_.outline.push_back({0, open.file.name(), "a table of counts of " + id + ": a row an organisation"});
      return;
    }
    const auto chosen = setup_.choices.find(id);
    const std::string& choice = columns.instrument->count_table->convention;
    const bool given = chosen != setup_.choices.end() && chosen->second.contains(choice);
    counts_.leave_out(names_of_wholes(library_));
    Outcome<ReadSummary> summary =
        counts_.add(open.file, columns, scorers_->plan(id), given ? chosen->second.at(choice) : "", diagnostics_);
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    add_reading(*summary, summary_.reconciliation);
    summary_.inputs.push_back(input_info(input.path, open, *summary));
  }

  /// The columns of the output come from the first file; later ones must have the same.
  bool lay_out(const SurveyFile& file, const ReadingPlan& plan) {
    if (request_.survey.instruments.empty())
      diagnostics_.merge(ambiguous_instruments(file.name(), plan, scorers_->instruments()));
    if (plan.administrations.empty()) diagnostics_.merge(no_instrument_found(file.name()));
    diagnostics_.merge(scorers_->lacking_columns(plan, file.name()));
    if (diagnostics_.has_errors()) return false;
    ScoreLayout layout;
    layout.ndjson = request_.ndjson;
    for (const std::uint32_t column : plan.kept)
      layout.kept.push_back(file.header().headings[column]);
    if (!compile(plan)) return false;
    lay_out_scores(plan, layout);
    if (request_.items) lay_out_items(plan, layout);
    if (diagnostics_.has_errors()) return false;
    if (layout_.plans.empty()) {
      layout_ = std::move(layout);
      write_(score_heading(layout_));
    } else if (score_heading(layout) != score_heading(layout_) || layout.score_names != layout_.score_names) {
      diagnostics_.error("J124", {file.name(), 0, 0, ""}, "this file would give other columns than the first one",
                         "score the files one by one, or give a map that makes them alike");
      return false;
    } else {
      layout_ = std::move(layout);
    }
    return true;
  }

  bool compile(const ReadingPlan& plan) {
    for (const AdministrationPlan& a : plan.administrations) {
      if (scorers_->compiled(a.instrument)) continue;
      diagnostics_.merge(scorers_->compile(a.instrument, setup_, files_, wanted_of(a.instrument)));
    }
    return !diagnostics_.has_errors();
  }

  /// Ids of the scores of one instrument that --scores names; "index[SET]" asks for index.
  std::vector<std::string> wanted_of(const std::string& instrument) const {
    std::vector<std::string> out;
    for (const std::string& name : request_.scores) {
      const std::size_t at = ("." + name).rfind("." + instrument + ".");
      if (at == std::string::npos) continue;
      std::string id = name.substr(at + instrument.size() + 1);
      if (const std::size_t bracket = id.find('['); bracket != std::string::npos) id.resize(bracket);
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
    return out;
  }

  void lay_out_scores(const ReadingPlan& plan, ScoreLayout& layout) {
    std::vector<std::string> names;
    std::vector<ScoreColumnRef> refs;
    for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
      const AdministrationPlan& administration = plan.administrations[a];
      layout.plans.push_back(&scorers_->plan(administration.instrument));
      const auto& columns = layout.plans.back()->columns();
      for (std::size_t c = 0; c < columns.size(); ++c) {
        names.push_back(administration_name(administration) + "." + columns[c].id);
        refs.push_back({a, c});
      }
    }
    if (request_.scores.empty()) {
      layout.score_names = std::move(names);
      layout.scores = std::move(refs);
      return;
    }
    for (const std::string& name : request_.scores) {
      const auto found = std::find(names.begin(), names.end(), name);
      if (found == names.end()) {
        diagnostics_.error("J123", {}, fmt::format("--scores names \"{}\", which this run does not make", name),
                           suggestion(name, names));
        continue;
      }
      layout.score_names.push_back(name);
      layout.scores.push_back(refs[static_cast<std::size_t>(found - names.begin())]);
    }
  }

  void lay_out_items(const ReadingPlan& plan, ScoreLayout& layout) {
    for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
      const AdministrationPlan& administration = plan.administrations[a];
      const Instrument& instrument = scorers_->instrument(administration.instrument);
      for (std::size_t i = 0; i < instrument.items.size(); ++i) {
        std::string name = (administration.wave.empty() ? "" : administration.wave + ".") + instrument.items[i].id;
        if (administration.items[i].columns.empty()) continue;
        if (std::find(layout.item_names.begin(), layout.item_names.end(), name) != layout.item_names.end()) continue;
        layout.item_names.push_back(std::move(name));
        layout.items.push_back({a, i});
      }
    }
  }

  const ScoreRequest& request_;
  FileStore& files_;
  const std::function<void(std::string_view)>& write_;
  Library library_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  ScoreLayout layout_;
  CountTables counts_;
  RecordMemory memory_;
  RecordTally tally_;
  ScoreSummary summary_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<ScoreSummary> run_score(const ScoreRequest& request, FileStore& files,
                                const std::function<void(std::string_view)>& write) {
  return ScoreRun(request, files, write).run();
}

} // namespace joinedup
