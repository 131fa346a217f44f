// Tables that only the workbook holds: what was measured, where records went, settings, what was hidden.
#include "report/html/text.hpp"
#include "report/tables/row_cells.hpp"
#include "report/xlsx/book_sheets.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {
namespace {

DataField field(std::string label, std::string description, FieldKind kind = FieldKind::text) {
  return {{}, std::move(label), std::move(description), kind, false, {}};
}

std::string domain_label(const RunResults& results, const std::string& id) {
  for (const Domain& domain : results.index.domains)
    if (domain.id == id && !domain.label.empty()) return domain.label;
  return id;
}

int range_decimals(double end) { return end == std::round(end) ? 0 : 3; }

void add_count(DataTable& table, std::string what, std::uint64_t records) {
  table.rows.push_back({{std::move(what)}, {records}});
}

} // namespace

DataTable measures_table(const RunResults& results) {
  DataTable out;
  out.title = "What each measure is";
  out.fields = {field("Measure", "Id of the measure, as in the table of measures by area"),
                field("Name", "Name of the measure"),
                field("Domain", "Domain of the index; a measure without one stands beside the index"),
                field("Better values", "Whether higher or lower values are better"),
                field("Statistic", "What the value is: a mean, a proportion, a rate"),
                field("Low goalpost", "Value that counts as 0 points of the index", FieldKind::number),
                field("High goalpost", "Value that counts as 100 points of the index", FieldKind::number),
                field("Share of the index", "Effective weight in the index", FieldKind::share),
                field("Share of the variance", "Share of the variance of the index between areas", FieldKind::number),
                field("Value set", "Value set that turns answers into the score"),
                field("Source", "Publication of the score"),
                field("Notice", "What its owner or source asks to be told")};
  for (const IndicatorInfo& info : results.indicators) {
    std::vector<DataCell> row;
    RowCells cells(row);
    cells.text(info.id).text(info.label).blank(BlankReason::not_applicable);
    cells.text(info.domain.empty() ? "" : domain_label(results, info.domain));
    cells.text(info.low_is_good ? "lower" : "higher").text(info.statistic);
    cells.number(info.low, {.decimals = range_decimals(info.low)});
    cells.number(info.high, {.decimals = range_decimals(info.high)});
    cells.number(info.weight > 0 ? Number(info.weight) : Number(), {.decimals = 1, .percent = true});
    cells.blank(info.weight > 0 ? BlankReason::absent : BlankReason::not_applicable);
    cells.number(info.variance_share, {.decimals = 1, .percent = true}).blank(BlankReason::not_applicable);
    cells.text(info.value_set).text(info.source).text(info.notice);
    out.rows.push_back(std::move(row));
  }
  return out;
}

DataTable records_table(const RunResults& results) {
  const Reconciliation& r = results.reconciliation;
  DataTable out;
  out.title = "Where every record went";
  out.notes = {"Records read are those scored in full, in part and under a missing rule, those not scored and those "
               "dropped"};
  out.fields = {field("What became of them", "Scored, not scored or dropped, with the reason"),
                field("Records", "Records of the survey files", FieldKind::whole)};
  add_count(out, "read", r.read);
  add_count(out, "scored in full", r.scored_full);
  add_count(out, "scored in part", r.scored_part);
  add_count(out, "scored under a missing rule", r.scored_prorated);
  for (const auto& [reason, records] : r.not_scored)
    add_count(out, "not scored: " + reason, records);
  for (std::size_t i = 1; i < drop_reasons; ++i)
    if (r.dropped.at(i) > 0)
      add_count(out, "dropped: " + std::string(words(static_cast<DropReason>(i))), r.dropped.at(i));
  return out;
}

DataTable settings_table(const RunResults& results) {
  DataTable out;
  out.title = "Settings in force";
  out.fields = {field("Setting", "What was set"), field("Value", "To what"),
                field("From", "Where it came from: an option, a map, the study, a definition, or the default")};
  for (const Setting& s : results.settings) {
    std::vector<DataCell> row;
    RowCells(row).text(s.name).text(s.value).text(s.from);
    out.rows.push_back(std::move(row));
  }
  return out;
}

DataTable hidden_table(const RunResults& results) {
  DataTable out;
  out.title = "What was hidden, and by which rule";
  out.fields = {field("Hidden figure", "The figure and the rule that hides it")};
  for (const std::string& line : results.suppression_log)
    out.rows.push_back({{line}});
  return out;
}

std::vector<std::string> standing_notes(const RunResults& results) {
  const DisclosureSpec& d = results.study.disclosure;
  return {fmt::format("[c] is confidential: the figure rests on fewer than {} answers, or would let such a figure be "
                      "worked out; its number of answers is hidden with it",
                      d.minimum),
          "[x] is not available: there is too little to make the figure from, or this run does not make it",
          "[z] is not applicable: only areas are ranked and compared, and measures that must not be compared are not",
          "[low] is a p value that is not zero and would round to zero; the cell holds the number",
          fmt::format("Status: caution is fewer than {} answers or a reliability below 0.7, shown and not ranked",
                      d.caution),
          "Status: partial is an index of which a measure is missing or hidden, shown and not compared or ranked",
          "Status: coverage is an index of which too few measures remain, not shown",
          "Status: suppressed, suppressed_secondary and disclosure_difference are hidden for few answers, to protect "
          "another figure, and because of an earlier release",
          "A rank that areas share is shown with an equals sign before it; the cell holds the number",
          "A share of 0% or 100% on fewer than 30 answers is shown as <5% or >95%; the cell holds the number",
          "Cells hold every digit that was computed and show those that are worth reading"};
}

} // namespace joinedup
