#include "pipeline/explain_run.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/headings.hpp"
#include "pipeline/explain_score.hpp"
#include "pipeline/find_record.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/scorers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

/// Headings that name a record where nobody says which column does.
constexpr std::array<std::string_view, 7> usual_ids{"record_id",  "respondent_id", "response_id", "responseid",
                                                    "respondent", "record",        "id"};

class ExplainRun {
public:
  ExplainRun(const ExplainRequest& request, FileStore& files) : request_(request), files_(files), library_(files) {}

  Outcome<ExplainOutcome> run() {
    if (prepare()) {
      for (const SurveyInput& input : setup_.inputs)
        if (!diagnostics_.has_errors()) look_in(input);
    }
    if (!diagnostics_.has_errors()) check_found();
    if (diagnostics_.has_errors()) return Outcome<ExplainOutcome>::failure(std::move(diagnostics_));
    for (const Setting& s : scorers_->settings())
      out_.settings.push_back(s);
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  bool prepare() {
    if (request_.line && request_.survey.files.size() != 1)
      diagnostics_.error("J153", {}, "--line counts in one file, and several are given", "name the one that is meant");
    Outcome<SurveySetup> setup = set_up_survey(request_.survey, nullptr, "", files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup || diagnostics_.has_errors()) return false;
    setup_ = std::move(*setup);
    out_.settings = setup_.settings;
    Outcome<Scorers> scorers =
        Scorers::load(instruments_to_look_for(request_.survey, setup_, library_), library_, setup_);
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    diagnostics_.merge(scorers_->check_choices(setup_));
    return !diagnostics_.has_errors();
  }

  /// The column that names records; a fault where there is none.
  std::optional<std::uint32_t> column_of_ids(const SurveyFile& file, const Headings& headings,
                                             const std::string& name) {
    if (!name.empty()) return headings.find(name, "--id", {}, diagnostics_);
    if (file.header().tool.record) return file.header().tool.record;
    for (const std::string_view usual : usual_ids) {
      const auto found = headings.all(usual);
      if (found.size() == 1) return found.front();
    }
    diagnostics_.error("J153", {file.name(), 0, 0, ""}, "nothing says which column names the record",
                       "--id COLUMN --record VALUE, or --line N");
    return std::nullopt;
  }

  RecordSought sought_in(const SurveyFile& file, const std::string& id_column) {
    RecordSought out;
    out.line = request_.line;
    if (out.line) return out;
    const Headings headings(file);
    out.name = request_.record;
    const std::string& id = request_.survey.id;
    const bool id_is_record = out.name.empty() && !id.empty() && headings.all(id).empty();
    if (id_is_record) out.name = id;
    if (out.name.empty()) {
      diagnostics_.error("J153", {}, "nothing says which record is meant",
                         id.empty() ? "--record VALUE, or --line N"
                                    : "--id names a column here: add --record VALUE, or --line N");
      return out;
    }
    out.column = column_of_ids(file, headings, id_is_record && id == id_column ? "" : id_column);
    return out;
  }

  void look_in(const SurveyInput& input) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_, Hashing::no);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    SurveyFile& file = open->file;
    const RecordSought sought = sought_in(file, input.map.record);
    if (diagnostics_.has_errors()) return;
    ReadingRequest reading;
    reading.map = input.map;
    reading.instruments = scorers_->instruments();
    reading.known_instruments = scorers_->known_instruments();
    reading.all_must_match = !request_.survey.instruments.empty();
    reading.where = setup_.where;
    reading.keep = {"none"};
    Outcome<ReadingPlan> plan = plan_reading(file, reading);
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !compile(file, *plan)) return;
    Outcome<std::vector<FoundRecord>> found = find_records(file, *plan, sought);
    // What is wrong in other records is no part of this one.
    if (!found || found->empty()) {
      if (found.diagnostics.has_errors()) diagnostics_.merge(found.diagnostics);
      return;
    }
    for (const FoundRecord& record : *found)
      places_.push_back(fmt::format("{} line {}", file.name(), record.line));
    if (places_.size() == 1) explain(file, *plan, found->front(), sought);
  }

  bool compile(const SurveyFile& file, const ReadingPlan& plan) {
    if (request_.survey.instruments.empty())
      diagnostics_.merge(ambiguous_instruments(file.name(), plan, scorers_->instruments()));
    if (plan.administrations.empty()) diagnostics_.merge(no_instrument_found(file.name()));
    diagnostics_.merge(scorers_->lacking_columns(plan, file.name()));
    for (const AdministrationPlan& a : plan.administrations) {
      if (!diagnostics_.has_errors() && !scorers_->compiled(a.instrument))
        diagnostics_.merge(scorers_->compile(a.instrument, setup_, files_, {}));
    }
    return !diagnostics_.has_errors();
  }

  void check_found() {
    if (places_.empty())
      diagnostics_.error("J151", {}, request_.line ? "no record stands on this line" : "no record has this name",
                         request_.line ? "line 1 is the first line of the file, headings are lines too"
                                       : "ids are compared letter by letter; --id names the column they stand in");
    if (places_.size() > 1)
      diagnostics_.error("J152", {}, fmt::format("{} records fit: {}", places_.size(), join(places_, ", ")),
                         "choose one with --line N and its file");
    if (!request_.scores.empty() && !diagnostics_.has_errors()) {
      for (const std::string& name : request_.scores) {
        if (std::find(names_.begin(), names_.end(), name) == names_.end())
          diagnostics_.error("J123", {}, fmt::format("--scores names \"{}\", which this run does not make", name),
                             suggestion(name, names_));
      }
    }
  }

  void explain(const SurveyFile& file, const ReadingPlan& plan, const FoundRecord& found, const RecordSought& sought) {
    std::string which = fmt::format("{} line {}", file.name(), found.line);
    if (!sought.line) which += fmt::format(", record {}", sought.name);
    out_.lines.push_back({0, "record", which});
    if (found.drop != DropReason::none)
      diagnostics_.note("J451", {file.name(), found.line, 0, ""},
                        fmt::format("this record takes part in no figure: {}", words(found.drop)));
    for (std::size_t a = 0; a < plan.administrations.size(); ++a)
      explain_administration(file, plan.administrations[a], found, a);
  }

  void explain_administration(const SurveyFile& file, const AdministrationPlan& administration,
                              const FoundRecord& found, std::size_t number) {
    const Instrument& instrument = scorers_->instrument(administration.instrument);
    const std::string name = administration_name(administration);
    ExplainLines answers{{0, name, instrument.title}}, scores;
    for (const Setting& setting : scorers_->plan(administration.instrument).settings())
      answers.push_back({1, setting.name, fmt::format("{} ({})", setting.value, setting.from)});
    answers.push_back({1, "answers", "as read"});
    for (std::size_t i = 0; i < administration.items.size(); ++i) {
      const std::uint32_t column = found.columns[number][i];
      const std::string where = column == no_number
                                    ? "not in the file"
                                    : fmt::format("column {} [{}]", column + 1, file.header().headings[column]);
      answers.push_back({2, instrument.items[i].id,
                         fmt::format("{}  {}",
                                     answer_words(found.answers[number].items[i].front(), instrument.items[i],
                                                  found.numbers[number][i]),
                                     where)});
    }
    const std::vector<TracedColumn> traced = trace(scorers_->plan(administration.instrument), found.answers[number]);
    for (const TracedColumn& column : traced) {
      if (column.is_score) names_.push_back(name + "." + column.column.id);
      if (wanted(column, name, traced))
        explain_score(column, instrument, scorers_->value_set(column.column.value_set), name + ".", scores);
    }
    if (scores.empty()) return;
    out_.lines.insert(out_.lines.end(), answers.begin(), answers.end());
    out_.lines.insert(out_.lines.end(), scores.begin(), scores.end());
  }

  /// Named by --scores, or a derived item that such a score uses.
  bool wanted(const TracedColumn& column, const std::string& name, const std::vector<TracedColumn>& all) const {
    if (request_.scores.empty()) return true;
    const auto named = [&](const TracedColumn& c) {
      return c.is_score && std::find(request_.scores.begin(), request_.scores.end(), name + "." + c.column.id) !=
                               request_.scores.end();
    };
    if (column.is_score) return named(column);
    return std::any_of(all.begin(), all.end(), [&](const TracedColumn& c) {
      return named(c) &&
             std::any_of(c.items.begin(), c.items.end(), [&](const TracedItem& item) { return item.id == column.id; });
    });
  }

  const ExplainRequest& request_;
  FileStore& files_;
  Library library_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  std::vector<std::string> places_; ///< file and line of every record that fits
  std::vector<std::string> names_;  ///< of scores
  ExplainOutcome out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<ExplainOutcome> run_explain(const ExplainRequest& request, FileStore& files) {
  return ExplainRun(request, files).run();
}

} // namespace joinedup
