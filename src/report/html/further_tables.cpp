// Tables of further analyses, each in the section whose question it helps to answer.
#include "report/html/change_figure.hpp"
#include "report/html/distribution_figures.hpp"
#include "report/html/funnel_figure.hpp"
#include "report/html/measures_tables.hpp"
#include "report/html/page.hpp"
#include "report/html/sensitivity_figure.hpp"
#include "report/html/text.hpp"

namespace joinedup {
namespace {

/// What people answered, which the report shows beside the measures.
constexpr std::string_view distribution = "distribution", wave_change = "wave_change";

bool of_measures(const ResultTable& table) { return table.id == distribution || table.id == wave_change; }

bool holds_numbers(const ResultTable& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::string>(row[column])) return false;
    any = any || !std::holds_alternative<std::monostate>(row[column]);
  }
  return any;
}

std::string cell_text(const TableColumn& column, const TableCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return escaped(*text);
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return shown(static_cast<double>(*count), 0);
  const auto* number = std::get_if<double>(&cell);
  if (number == nullptr) return "";
  return column.percent ? shown(*number * 100, column.decimals) + " %" : shown(*number, column.decimals);
}

void append_rows(std::string& out, const ResultTable& table, const std::vector<bool>& numbers) {
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::string text = cell_text(table.columns[k], row[k]);
      if (k == 0)
        put(out, "<th scope=\"row\">{}</th>", text);
      else
        put(out, "<td{}>{}</td>", numbers[k] ? " class=\"n\"" : "", text);
    }
    out += "</tr>";
  }
}

void append_figure(std::string& out, const ResultTable& table, const ReportPage& page) {
  if (table.id == "funnel") append_funnel(out, table, page.results);
  if (table.id == wave_change) append_wave_change(out, table, page);
  if (table.id == "sensitivity_ranks") append_sensitivity_ranks(out, table, page);
  if (table.id == "sensitivity_sobol") append_sensitivity_sobol(out, table);
}

void append_table(std::string& out, const ResultTable& table, const ReportPage& page) {
  put(out, "<h3 id=\"table-{}\">{}</h3>", escaped(table.id), escaped(table.title));
  if (!table.finding.empty() && table.id != wave_change) put(out, "<p>{}</p>", escaped(sentence(table.finding)));
  append_figure(out, table, page);
  std::vector<bool> numbers;
  for (std::size_t k = 0; k < table.columns.size(); ++k)
    numbers.push_back(holds_numbers(table, k));
  constexpr std::size_t in_sight = 15, columns_of_paper = 9; // more have their headings upright in print
  const bool folded = table.rows.size() > in_sight;
  if (folded) put(out, "<details><summary>All {} rows</summary>", table.rows.size());
  put(out,
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-{}\"><table "
      "class=\"ft{}\"><caption "
      "class=\"vh\">{}</caption><thead><tr>",
      escaped(table.id), table.columns.size() > columns_of_paper ? " wide" : "", escaped(table.title));
  for (std::size_t k = 0; k < table.columns.size(); ++k)
    put(out, "<th scope=\"col\"{}>{}</th>", numbers[k] ? " class=\"n\"" : "", escaped(table.columns[k].label));
  out += "</tr></thead><tbody>";
  append_rows(out, table, numbers);
  out += "</tbody></table></div>";
  if (folded) out += "</details>";
  for (const std::string& note : table.notes)
    put(out, "<p class=\"note\">{}</p>", escaped(sentence(note)));
}

} // namespace

void append_further_tables(std::string& out, const ReportPage& page, TableSection section) {
  for (const ResultTable& table : page.results.tables)
    if (table.section == section && !table.rows.empty() && !of_measures(table)) append_table(out, table, page);
}

void append_measures_tables(std::string& out, const ReportPage& page) {
  for (const ResultTable& table : page.results.tables) {
    if (table.id == distribution) append_distributions(out, table, page); // its numbers stand with each chart
    if (table.id == wave_change) append_table(out, table, page);
  }
  append_measured_changes(out, page);
}

} // namespace joinedup
