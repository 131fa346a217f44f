#include "exports/report_merger.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace joinedup {

namespace {
// Lists stay small whatever the file holds; what comes later is counted together.
constexpr std::size_t area_texts = 1000, invalid_texts = 100;
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
    const bool may_be_named = plan_.show_values || plan_.areas->has_known_form(seen.text);
    const std::string what = may_be_named ? fmt::format("\"{}\"", seen.text) : "a text of another form than its codes";
    faults.push_back(
        {Severity::warning,
         "J212",
         {file_.name, summary_.lines + 1 + seen.line, seen.column, file_.header.headings[seen.column - 1]},
         fmt::format("{} is no area that the geography or the look-up knows", what),
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
    if (fault.code == "J216" && diagnostics_.count("J216") > 0) continue;
    diagnostics_.add(std::move(fault));
  }
}

Outcome<ReadSummary> ReportMerger::finish(const std::string& failure) {
  for (const auto& [code, entry] : uncounted_)
    if (code != "J216") add_many(diagnostics_, entry.first, entry.second);
  const Position whole{file_.name, 0, 0, ""};
  if (blank_lines_ > 0)
    diagnostics_.note(
        "J219", whole,
        fmt::format("{} blank line{} skipped", with_thousands(blank_lines_), blank_lines_ == 1 ? " was" : "s were"));
  if (!failure.empty()) {
    diagnostics_.error("J304", whole, fmt::format("reading stopped: {}", failure), "fetch the file again");
    return Outcome<ReadSummary>::failure(std::move(diagnostics_));
  }
  if (summary_.rows == 0) diagnostics_.warning("J210", whole, "headings and no records", "is this the file you meant?");
  return {std::move(summary_), std::move(diagnostics_)};
}

} // namespace joinedup
