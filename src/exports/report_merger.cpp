#include "exports/report_merger.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "exports/cell_codes.hpp"
#include "exports/record_rules.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace joinedup {

namespace {
// Lists stay small whatever the file holds; what comes later is counted together.
constexpr std::size_t area_texts = 1000, invalid_texts = 100;

/// Notes on how cells are written, for the first such cell.
bool said_once(std::string_view code) { return code == "J216" || code == "J247"; }
} // namespace

void add_many(Diagnostics& diagnostics, const Diagnostic& diagnostic, std::uint64_t times) {
  Diagnostics power; // holds 1, 2, 4 ... of them
  power.add(diagnostic);
  for (; times > 0; times /= 2) {
    if (times % 2 == 1) diagnostics.merge(power);
    const Diagnostics same = power;
    power.merge(same);
  }
}

ReportMerger::ReportMerger(const SurveyFile::Impl& file, const ReadingPlan& plan, const BlockReader& reader)
    : file_(file), plan_(plan), reader_(reader) {
  summary_.lines = file.header.dialect.first_data_line - 1;
  if (!plan.set_rejects_aside) return;
  summary_.rejects = "record,line,column,code";
  for (std::size_t k = 0; k < reader.items(); ++k) {
    summary_.rejects += ',';
    append_csv_cell(summary_.rejects, reader.item(k).id);
  }
  summary_.rejects += '\n';
}

void ReportMerger::add(const BlockReport& report) {
  std::vector<Diagnostic> faults = report.faults;
  for (Diagnostic& fault : faults)
    fault.where.line += summary_.lines + 1;
  add_areas(report, faults);
  add_invalid(report);
  add_no_answer(report);
  for (const auto& [column, cells] : report.no_numbers)
    no_numbers_[column] += cells;
  two_meanings_ = two_meanings_ || report.two_meanings;
  seen_.resize(report.seen.size());
  for (std::size_t k = 0; k < report.seen.size(); ++k)
    seen_[k].merge(report.seen[k]);
  shapes_.resize(report.shapes.size());
  for (std::size_t k = 0; k < report.shapes.size(); ++k)
    shapes_[k].merge(report.shapes[k], summary_.rows);
  add_rejects(report);
  add_faults(std::move(faults));
  for (const auto& [diagnostic, times] : report.uncounted) {
    auto& entry = uncounted_.try_emplace(diagnostic.code, diagnostic, 0).first->second;
    entry.second += times;
  }
  for (std::size_t k = 0; k < drop_reasons; ++k)
    summary_.dropped.at(k) += report.dropped.at(k);
  summary_.records += report.records;
  summary_.rows += report.rows;
  summary_.lines += report.lines;
  blank_lines_ += report.blank_lines;
}

void ReportMerger::add_areas(const BlockReport& report, std::vector<Diagnostic>& faults) {
  for (const TextCount& seen : report.unknown_areas.all()) {
    const bool known = summary_.unknown_areas.count(seen.text) > 0;
    const bool room = summary_.unknown_areas.size() < area_texts;
    summary_.unknown_areas[known || room ? seen.text : "other codes"] += seen.count;
    if (known || !room) continue;
    const std::string near = plan_.areas->near(seen.text); // what is one slip from a code is nobody's name
    const bool may_be_named = plan_.show_values || !near.empty() || plan_.areas->has_known_form(seen.text);
    const std::string what = may_be_named ? fmt::format("\"{}\"", seen.text) : "a text of another form than its codes";
    faults.push_back(
        {Severity::warning,
         "J212",
         {file_.name, summary_.lines + 1 + seen.line, seen.column, file_.header.headings[seen.column - 1]},
         fmt::format("{} is no area that the geography or the look-up knows", what),
         (near.empty() ? "" : fmt::format("did you mean \"{}\"? ", near)) +
             "its records are left out and counted; add the code to the look-up, or choose another geography"});
  }
}

void ReportMerger::add_invalid(const BlockReport& report) {
  for (std::size_t k = 0; k < report.invalid.size(); ++k) {
    if (report.invalid[k].all().empty()) continue;
    auto& cells = summary_.invalid_cells[reader_.item(k).instrument + "." + reader_.item(k).id];
    for (const TextCount& seen : report.invalid[k].all()) {
      const bool listed = cells.count(seen.text) > 0 || cells.size() < invalid_texts;
      cells[listed ? seen.text : "other numbers"] += seen.count;
    }
  }
}

void ReportMerger::add_no_answer(const BlockReport& report) {
  for (std::size_t k = 0; k < report.no_answer.size(); ++k) {
    for (std::size_t reason = 0; reason < no_answer_reasons; ++reason) {
      const std::uint64_t cells = report.no_answer[k].at(reason);
      if (cells == 0) continue;
      const auto code = static_cast<AnswerCode>(answer::missing + static_cast<int>(reason));
      summary_.no_answer[reader_.item(k).instrument][std::string(reason_words(code))] += cells;
    }
  }
  left_out_.resize(std::max(left_out_.size(), report.left_out.size()), 0);
  for (std::size_t k = 0; k < report.left_out.size(); ++k)
    left_out_[k] += report.left_out[k];
}

/// What the survey tool marks as no answers or unfinished, by its own words.
void ReportMerger::say_left_out() {
  const Position whole{file_.name, 0, 0, ""};
  const std::uint64_t partial = summary_.dropped.at(static_cast<std::size_t>(DropReason::partial_response));
  std::vector<std::string> parts;
  for (std::size_t k = 0; k < left_out_.size(); ++k)
    if (left_out_[k] > 0)
      parts.push_back(fmt::format("{} {}", with_thousands(left_out_[k]), what_was_left_out(plan_, k)));
  if (!parts.empty())
    diagnostics_.note("J262", whole,
                      fmt::format("left out, as {} marks them: {}", file_.header.tool.name, join(parts, ", ")),
                      partial > 0 ? "--include-partial keeps unfinished responses" : "");
  if (two_meanings_)
    diagnostics_.warning(
        "J263", whole,
        fmt::format("\"{}\" in answers may be an answer or a question that was not shown; it is read as "
                    "not applicable",
                    file_.header.tool.two_meanings),
        "export answer codes instead: there the two differ");
}

void ReportMerger::say_no_numbers() {
  for (const auto& [column, cells] : no_numbers_)
    diagnostics_.warning(
        "J256", {file_.name, 0, column + 1, file_.header.headings[column]},
        fmt::format("{} cell{} no number, where --where compares with a number: the comparison does not hold for {}",
                    with_thousands(cells), cells == 1 ? " is" : "s are", cells == 1 ? "it" : "them"),
        "for texts such as ranges of age, name those that are meant: COLUMN in (A, B)");
}

void ReportMerger::add_rejects(const BlockReport& report) {
  std::vector<const Reject*> in_order;
  for (const Reject& reject : report.rejects)
    in_order.push_back(&reject);
  std::stable_sort(in_order.begin(), in_order.end(), [](const Reject* a, const Reject* b) { return a->row < b->row; });
  for (const Reject* reject : in_order)
    summary_.rejects += fmt::format("{},{},{},{}{}\n", summary_.rows + reject->row + 1,
                                    summary_.lines + 1 + reject->line, reject->column, reject->code, reject->cells);
}

void ReportMerger::add_faults(std::vector<Diagnostic> faults) {
  const auto place = [](const Diagnostic& d) { return std::pair(d.where.line, d.where.column); };
  std::stable_sort(faults.begin(), faults.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (Diagnostic& fault : faults) {
    if (said_once(fault.code) && diagnostics_.count(fault.code) > 0) continue;
    diagnostics_.add(std::move(fault));
  }
}

/// What only all cells of a column together show.
void ReportMerger::judge_columns() {
  const auto warn = [&](std::size_t k, const ColumnShape::Seen& seen, std::string_view what, std::string_view hint) {
    const std::uint32_t column = plan_.kept[k];
    diagnostics_.warning("J246", {file_.name, 0, column + 1, file_.header.headings[column]},
                         fmt::format("{} record{} {}, first record {}", with_thousands(seen.count),
                                     seen.count == 1 ? " has" : "s have", what, seen.row + 1),
                         std::string(hint));
  };
  for (std::size_t k = 0; k < shapes_.size(); ++k) {
    if (const ColumnShape::Seen seen = shapes_[k].shortened(); seen.count > 0)
      warn(k, seen, "a number shorter than those that begin with 0 (leading zeros may be lost)",
           "export the column as text; records that are joined by it may not be found");
    if (shapes_[k].bands > 0 && shapes_[k].serials.count > 0)
      warn(k, shapes_[k].serials, "a number among ranges (it may be a spreadsheet's day count of a date)",
           "export the column as text; the range cannot be had back from this file");
    if (shapes_[k].bands > 0 && shapes_[k].dates.count > 0)
      warn(k, shapes_[k].dates, "a date among ranges (a spreadsheet may have made it of one)",
           "export the column as text; the range cannot be had back from this file");
  }
  const Position whole{file_.name, 0, 0, ""};
  if (file_.replaced != nullptr && file_.replaced->count > 0)
    diagnostics_.warning(
        "J242", {file_.name, file_.replaced->first_line, 0, ""},
        fmt::format("{} byte{} no text and {} replaced, the first on this line", with_thousands(file_.replaced->count),
                    file_.replaced->count == 1 ? " is" : "s are", file_.replaced->count == 1 ? "was" : "were"),
        "the letters cannot be had back from this file: export it again as UTF-8");
}

Outcome<ReadSummary> ReportMerger::finish(const std::string& failure) {
  for (const auto& [code, entry] : uncounted_)
    if (!said_once(code)) add_many(diagnostics_, entry.first, entry.second);
  const Position whole{file_.name, 0, 0, ""};
  if (blank_lines_ > 0)
    diagnostics_.note(
        "J219", whole,
        fmt::format("{} blank line{} skipped", with_thousands(blank_lines_), blank_lines_ == 1 ? " was" : "s were"));
  say_left_out();
  say_no_numbers();
  seen_.resize(reader_.items());
  judge_answers(file_.name, file_.header.dialect.header_line, file_.header.headings, plan_, seen_,
                summary_.invalid_cells, diagnostics_);
  judge_columns();
  if (!failure.empty()) {
    diagnostics_.error("J304", whole, fmt::format("reading stopped: {}", failure), "fetch the file again");
    return Outcome<ReadSummary>::failure(std::move(diagnostics_));
  }
  if (summary_.rows == 0) diagnostics_.warning("J210", whole, "headings and no records", "is this the file you meant?");
  return {std::move(summary_), std::move(diagnostics_)};
}

} // namespace joinedup
