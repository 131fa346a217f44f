// The tables of study_estimation.hpp.
#include "base/csv_table.hpp"
#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/study_estimation.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace joinedup {

namespace {

/// The place of a column; J58x with near names when the table has none.
std::optional<std::size_t> column_of(const CsvTable& table, const std::string& name, const std::string& code,
                                     Diagnostics& diagnostics) {
  const auto found = table.column(name);
  if (!found)
    diagnostics.error(code, {table.file, table.header.line, 0, ""}, fmt::format("no column \"{}\"", name),
                      suggestion(name, table.header.cells));
  return found;
}

template <typename T> Outcome<std::vector<T>> finish(std::vector<T> rows, Diagnostics diagnostics) {
  if (diagnostics.has_errors()) return Outcome<std::vector<T>>::failure(std::move(diagnostics));
  return {std::move(rows), std::move(diagnostics)};
}

/// Totals of one population, counted by each column, are one number but for rounding.
void check_sums(const std::vector<MarginLevel>& rows, Diagnostics& diagnostics) {
  constexpr double rounding = 1e-6;
  std::vector<std::pair<std::string, double>> sums;
  std::map<std::string, const MarginLevel*> first;
  for (const MarginLevel& row : rows) {
    if (first.emplace(row.column, &row).second) sums.emplace_back(row.column, 0);
    for (auto& [column, sum] : sums)
      sum += column == row.column ? row.total : 0;
  }
  for (const auto& [column, sum] : sums) {
    if (!(sum > 0))
      diagnostics.error("J581", first[column]->where, fmt::format("the totals of {} are all 0", column),
                        "give how many people there are in each level");
    else if (std::fabs(sum - sums.front().second) > rounding * sum)
      diagnostics.error("J581", first[column]->where,
                        fmt::format("the totals of {} sum to {}, those of {} to {}: no weights fit both", column,
                                    shortest(sum), sums.front().first, shortest(sums.front().second)),
                        "take all margins from one population, or scale them to one sum");
  }
}

} // namespace

Outcome<std::vector<StratumPopulation>> read_populations(std::string_view text, const std::string& file,
                                                         const StratumPopulations& columns) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  Diagnostics diagnostics = std::move(table.diagnostics);
  if (!table) return finish<StratumPopulation>({}, std::move(diagnostics));
  const auto stratum = column_of(*table, columns.stratum, "J580", diagnostics);
  const auto n = column_of(*table, columns.n, "J580", diagnostics);
  std::vector<StratumPopulation> out;
  std::map<std::string, std::uint64_t> lines;
  for (const CsvRow& row : table->rows) {
    if (!stratum || !n) break;
    const auto units = parse_number(row.cells[*n]);
    if (!units || !(*units > 0) || !std::isfinite(*units)) {
      diagnostics.error("J580", table->where(row, *n), "no number of units, expected one above 0",
                        "count what is sampled: clusters where there are any, else people");
      continue;
    }
    const auto [first, is_new] = lines.emplace(row.cells[*stratum], row.line);
    if (!is_new)
      diagnostics.error("J580", table->where(row, *stratum),
                        fmt::format("a stratum stands twice, first in line {}", first->second));
    out.push_back({row.cells[*stratum], *units, table->where(row, *n)});
  }
  return finish(std::move(out), std::move(diagnostics));
}

Outcome<std::vector<MarginLevel>> read_margins(std::string_view text, const std::string& file) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  Diagnostics diagnostics = std::move(table.diagnostics);
  if (!table) return finish<MarginLevel>({}, std::move(diagnostics));
  const auto column = column_of(*table, "column", "J581", diagnostics);
  const auto level = column_of(*table, "level", "J581", diagnostics);
  const auto total = column_of(*table, "total", "J581", diagnostics);
  std::vector<MarginLevel> out;
  std::map<std::pair<std::string, std::string>, std::uint64_t> lines;
  for (const CsvRow& row : table->rows) {
    if (!column || !level || !total) break;
    const auto people = parse_number(row.cells[*total]);
    if (!people || !(*people >= 0) || !std::isfinite(*people)) {
      diagnostics.error("J581", table->where(row, *total), "no total, expected a number of 0 or more",
                        "write 1234.5, without signs for thousands");
      continue;
    }
    const auto [first, is_new] = lines.emplace(std::pair(row.cells[*column], row.cells[*level]), row.line);
    if (!is_new)
      diagnostics.error("J581", table->where(row, *level),
                        fmt::format("a level stands twice, first in line {}", first->second));
    out.push_back({row.cells[*column], row.cells[*level], *people, table->where(row, *total)});
  }
  if (out.empty() && !diagnostics.has_errors())
    diagnostics.error("J581", {file, 0, 0, ""}, "no level has a total", "a row each: column,level,total");
  if (!diagnostics.has_errors()) check_sums(out, diagnostics);
  return finish(std::move(out), std::move(diagnostics));
}

} // namespace joinedup
