#include "pipeline/count_tables.hpp"

#include "base/text.hpp"
#include "exports/closing_lines.hpp"
#include "exports/headings.hpp"
#include "pipeline/count_output.hpp"
#include "pipeline/score_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Cells of one block, copied: there are as many rows as organisations.
struct CountCells final : BlockProduct {
  std::vector<std::vector<std::string>> rows; ///< [row][column of the plan]
  std::vector<std::uint64_t> line;
  std::uint64_t lines = 0;
};

constexpr std::string_view no_parent = "(no parent)";

/// Whether a name lacks one of the words that all but independent providers have.
bool is_independent(const std::string& name, const std::vector<std::string>& words) {
  const std::string small = lower(name);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return small.find(lower(word)) == std::string::npos; });
}

} // namespace

std::optional<CountColumns> recognise_counts(const SurveyFile& file,
                                             const std::vector<const Instrument*>& instruments) {
  for (const Instrument* instrument : instruments) {
    if (auto found = find_count_columns(file, *instrument)) return found;
  }
  return std::nullopt;
}

bool CountTables::prepare(const SurveyFile& file, const CountColumns& columns, const ScoringPlan& plan,
                          const std::string& convention, Diagnostics& diagnostics) {
  const Position where{file.name(), file.header().dialect.header_line, 0, ""};
  const std::string& id = columns.instrument->id;
  if (!columns.elsewhere.empty()) {
    diagnostics.error(
        "J250", where,
        fmt::format("a table of counts headed by the words of {}, which this run does not read", columns.elsewhere),
        fmt::format("--set {}.{} for such tables alone: counts of both kinds are never put into one figure", id,
                    columns.elsewhere));
    return false;
  }
  const CountTable& known = *columns.instrument->count_table;
  roll_up_.reset();
  if (!request_.roll_up.empty()) {
    roll_up_ = Headings(file).find(request_.roll_up, "--roll-up", {}, diagnostics);
    if (!roll_up_) return false;
    apart_ = !known.name_has.empty() && convention == known.apart;
    if (apart_ && !columns.name) {
      diagnostics.error("J446", where, "no column of names tells which organisations are independent",
                        fmt::format("without --set {}.{}={} every organisation stays in its parent", id,
                                    known.convention, known.apart));
      return false;
    }
  }
  choose_columns(columns, plan);
  choose_kept(file, columns, diagnostics);
  if (diagnostics.has_errors()) return false;
  const std::vector<std::string> names = output_names(file, id);
  if (names_.empty()) {
    names_ = names;
    say_convention(columns, !convention.empty(), diagnostics);
    if (!request_.ndjson) write_(csv_heading(names_));
  } else if (names != names_) {
    diagnostics.error("J124", where, "this table would give other columns than the first one",
                      "score the tables one by one");
    return false;
  }
  return true;
}

/// What --keep names, else the organisation's code, its name and its parent's code.
void CountTables::choose_kept(const SurveyFile& file, const CountColumns& columns, Diagnostics& diagnostics) {
  kept_.clear();
  const std::vector<std::string>& wanted = request_.survey.keep;
  if (roll_up_) {
    kept_.push_back(*roll_up_);
  } else if (wanted.empty()) {
    for (const auto& column : {columns.unit, columns.name, columns.parent})
      if (column) kept_.push_back(*column);
  } else if (wanted.front() == "all") {
    for (std::size_t k = 0; k < file.header().headings.size(); ++k)
      kept_.push_back(static_cast<std::uint32_t>(k));
  } else if (wanted.front() != "none") {
    const Headings headings(file);
    for (const std::string& name : wanted)
      if (const auto column = headings.find(name, "--keep", {}, diagnostics)) kept_.push_back(*column);
  }
}

/// Whose answers a parent's sum holds decides the figure, so it is named.
void CountTables::say_convention(const CountColumns& columns, bool chosen, Diagnostics& diagnostics) {
  const CountTable& known = *columns.instrument->count_table;
  settings_.push_back({columns.instrument->id + ".counts", "a row an organisation, not a person", "found"});
  if (!roll_up_ || known.name_has.empty()) return;
  const auto& choices = columns.instrument->choices;
  const auto choice =
      std::find_if(choices.begin(), choices.end(), [&](const Choice& c) { return c.id == known.convention; });
  const auto other = std::find_if(choice->values.begin(), choice->values.end(),
                                  [&](const std::string& value) { return value != known.apart; });
  const std::string together = other == choice->values.end() ? "not " + known.apart : *other;
  const std::string& used = apart_ ? known.apart : together;
  diagnostics.note("J445", {},
                   apart_ ? fmt::format("{}: organisations whose names lack {} are summed under {} ({}), not with "
                                        "their parents",
                                        used, join(known.name_has, " or "), known.other_group_id, known.other_group)
                          : used + ": every organisation is summed with its parent, independent providers too",
                   fmt::format("--set {}.{}={} for the other convention", columns.instrument->id, known.convention,
                               apart_ ? together : known.apart));
  if (chosen) return; // told with the other options
  const auto confidence = choice->confidence.find(used);
  settings_.push_back({columns.instrument->id + "." + known.convention,
                       confidence == choice->confidence.end() ? used : fmt::format("{} ({})", used, confidence->second),
                       "default"});
}

/// The score of each answer by itself; a table's figure is their mean over its answers.
void CountTables::choose_columns(const CountColumns& columns, const ScoringPlan& plan) {
  columns_.clear();
  const Instrument& instrument = *columns.instrument;
  const std::size_t number = instrument.item_number(instrument.count_table->item).value_or(0);
  const auto& options = instrument.items[number].options;
  AnswerBlock answers{std::vector<std::vector<AnswerCode>>(instrument.items.size(),
                                                           std::vector<AnswerCode>(options.size(), answer::missing))};
  for (std::size_t k = 0; k < options.size(); ++k)
    answers.items[number][k] = static_cast<AnswerCode>(options[k].code);
  ScoreBlock scores;
  plan.score(answers, options.size(), scores);
  for (std::size_t c = 0; c < plan.columns().size(); ++c) {
    const ScoreColumn& score = plan.columns()[c];
    const std::string name = instrument.id + "." + score.id;
    const bool wanted = request_.scores.empty() ||
                        std::find(request_.scores.begin(), request_.scores.end(), name) != request_.scores.end();
    if (score.is_text || !wanted) continue;
    columns_.push_back({name, score, scores.scores[c].value, score.low == 0.0 && score.high == 1.0});
  }
}

std::vector<std::string> CountTables::output_names(const SurveyFile& file, const std::string& instrument) const {
  std::vector<std::string> names;
  for (const std::uint32_t column : kept_)
    names.push_back(file.header().headings[column]);
  if (request_.items && !columns_.empty()) {
    for (std::size_t k = 0; k < columns_.front().by_option.size(); ++k)
      names.push_back(fmt::format("{}.count_{}", instrument, k + 1));
  }
  if (roll_up_) names.insert(names.end(), {instrument + ".organisations", instrument + ".skipped"});
  names.push_back(instrument + ".n");
  for (const Column& column : columns_) {
    names.push_back(column.name);
    names.push_back(column.name + ":status");
    if (column.is_share) names.push_back(column.name + ":shown");
  }
  names.push_back(instrument + ".flags");
  return names;
}

Outcome<ReadSummary> CountTables::add(SurveyFile& file, const CountColumns& columns, const ScoringPlan& plan,
                                      const std::string& convention, Diagnostics& diagnostics) {
  if (!prepare(file, columns, plan, convention, diagnostics)) return Outcome<ReadSummary>::failure({});
  ReadingPlan reading;
  reading.with_lines = true;
  reading.kept.resize(file.header().headings.size());
  for (std::size_t k = 0; k < reading.kept.size(); ++k)
    reading.kept[k] = static_cast<std::uint32_t>(k);
  std::uint64_t line = file.header().dialect.first_data_line;
  const std::uint64_t organisations = organisations_, left_out = left_out_;
  rows_of_.clear();
  without_parent_ = 0;
  Outcome<ReadSummary> summary = read_records(
      file, reading, {request_.survey.threads, request_.survey.block_bytes},
      [](RecordBlock& block) {
        auto out = std::make_unique<CountCells>();
        for (std::size_t r = 0; r < block.records; ++r) {
          if (block.drop[r] != DropReason::none) continue;
          out->line.push_back(block.line[r]);
          auto& row = out->rows.emplace_back();
          for (const auto& column : block.kept)
            row.emplace_back(column[r]);
        }
        out->lines = block.lines;
        return out;
      },
      [&](std::unique_ptr<BlockProduct> product) {
        const auto& cells = static_cast<const CountCells&>(*product);
        for (std::size_t r = 0; r < cells.rows.size(); ++r)
          add_row(file, columns, cells.rows[r], line + cells.line[r], diagnostics);
        line += cells.lines;
      });
  warn_of_rows(file, diagnostics);
  diagnostics.note("J443", {file.name(), file.header().dialect.header_line, 0, ""},
                   fmt::format("read as a table of counts: {} organisation{}, {} row{} of totals or footers left out",
                               organisations_ - organisations, organisations_ - organisations == 1 ? "" : "s",
                               left_out_ - left_out, left_out_ - left_out == 1 ? "" : "s"),
                   "shares are made from the counts; percentages in the file are rounded and are not used");
  return summary;
}

void CountTables::add_row(const SurveyFile& file, const CountColumns& columns, const std::vector<std::string>& cells,
                          std::uint64_t line, Diagnostics& diagnostics) {
  std::vector<std::string_view> counts;
  for (const std::uint32_t column : columns.counts)
    counts.emplace_back(cells[column]);
  const bool no_code = columns.unit && trim(cells[*columns.unit]).empty();
  const auto cell = [&](std::optional<std::uint32_t> column) { return column ? cells[*column] : std::string(); };
  const std::vector<std::string>& totals = columns.instrument->count_table->totals;
  const auto stands_for_all = [&](const std::string& text) {
    bool alone = false;
    return is_total(text, totals) || is_total(text, wholes_) || is_total_label(trim(text), alone);
  };
  if (no_code || all_blank(counts) || stands_for_all(cell(columns.unit)) || stands_for_all(cell(columns.name))) {
    ++left_out_;
    return;
  }
  const CountRow row = read_count_row(counts, cell(columns.total), cell(columns.eligible));
  ++organisations_;
  const std::uint32_t first = columns.counts.front();
  warn(row, {file.name(), line, first + 1, file.header().headings[first]}, diagnostics);
  if (columns.unit) ++rows_of_[lower(trim(cells[*columns.unit]))];
  if (row.status == CountStatus::suppressed_input) {
    ++starred_;
  } else {
    tally_.see(status_of(row, row.status == CountStatus::ok));
    tally_.finish(1);
  }
  if (roll_up_) {
    const std::string parent = group_of(columns, cells);
    Group& group = groups_[lower(parent)];
    if (group.parent.empty() || parent < group.parent) group.parent = parent;
    group.rows.add(row);
    return;
  }
  std::vector<std::string> kept;
  for (const std::uint32_t column : kept_)
    kept.push_back(cells[column]);
  write_or_hold({std::move(kept), row, {}, cell(columns.unit), cell(columns.parent)});
}

void CountTables::warn(const CountRow& row, const Position& where, Diagnostics& diagnostics) const {
  if (row.status == CountStatus::invalid_count)
    diagnostics.warning("J441", where, "a count that is blank or no whole number of 0 or more: the row is refused",
                        "counts are whole numbers, or a star where they were hidden");
  if (row.total_differs())
    diagnostics.warning("J440", where,
                        fmt::format("the counts add up to {}, the table says {}", with_thousands(row.n()),
                                    with_thousands(*row.reported)),
                        "the sum of the counts is used");
  if (row.above_eligible() || row.all_eligible())
    diagnostics.warning("J442", where,
                        row.above_eligible() ? "more answers than people who were asked"
                                             : "exactly as many answers as people who were asked",
                        "the number asked is context only: shares are of the answers");
}

void CountTables::warn_of_rows(const SurveyFile& file, Diagnostics& diagnostics) const {
  const Position where{file.name(), file.header().dialect.header_line, 0, ""};
  const auto repeated = std::count_if(rows_of_.begin(), rows_of_.end(), [](const auto& o) { return o.second > 1; });
  if (repeated > 0)
    diagnostics.warning("J448", where,
                        repeated == 1 ? "one organisation's code stands in more than one row, and each row counts"
                                      : fmt::format("the codes of {} organisations stand in more than one row, and "
                                                    "each row counts",
                                                    repeated),
                        "right where a row is a part of an organisation, such as a ward; else remove the repeats");
  if (without_parent_ > 0)
    diagnostics.warning(
        "J254", where,
        fmt::format("{} without a parent, summed under {}",
                    without_parent_ == 1 ? "one organisation" : with_thousands(without_parent_) + " organisations",
                    no_parent),
        "fill in the column that --roll-up names");
}

std::string CountTables::group_of(const CountColumns& columns, const std::vector<std::string>& cells) {
  const CountTable& known = *columns.instrument->count_table;
  if (apart_ && is_independent(cells[*columns.name], known.name_has)) return known.other_group_id;
  const std::string_view parent = trim(cells[*roll_up_]);
  if (!parent.empty()) return std::string(parent);
  ++without_parent_;
  return std::string(no_parent);
}

} // namespace joinedup
