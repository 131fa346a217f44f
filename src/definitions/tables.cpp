#include "definitions/tables.hpp"

#include "base/csv_table.hpp"
#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace joinedup {

namespace {

constexpr double z95 = 1.959963984540054; // normal quantile of 0.975

std::optional<std::size_t> need_column(const CsvTable& table, const std::string& name, Diagnostics& diagnostics) {
  const auto found = table.column(name);
  if (!found)
    diagnostics.error("J508", {table.file, table.header.line, 0, ""}, fmt::format("no column \"{}\"", name),
                      suggestion(name, table.header.cells));
  return found;
}

std::optional<double> need_number(const CsvTable& table, const CsvRow& row, std::size_t column,
                                  Diagnostics& diagnostics) {
  const auto number = parse_number(row.cells[column]);
  if (!number)
    diagnostics.error("J508", table.where(row, column),
                      fmt::format("\"{}\" is no number, expected one with a decimal point", row.cells[column]));
  return number;
}

/// Whether a table was written without headings: its first line is numbers throughout.
bool starts_with_numbers(const CsvTable& table) {
  return parse_number(table.header.cells[0]).has_value() && parse_number(table.header.cells[1]).has_value();
}

void add_score(const CsvTable& table, const CsvRow& row, LookupTable& out, Diagnostics& diagnostics) {
  const auto raw = need_number(table, row, 0, diagnostics);
  const auto score = need_number(table, row, 1, diagnostics);
  if (!raw || !score) return;
  if (std::floor(*raw) != *raw)
    diagnostics.error("J508", table.where(row, 0),
                      fmt::format("raw score {} is no whole number, expected one", row.cells[0]));
  else if (!out.rows.empty() && *raw <= out.rows.back().first)
    diagnostics.error("J508", table.where(row, 0),
                      fmt::format("raw score {} follows {}, expected rising raw scores", row.cells[0],
                                  shortest(out.rows.back().first)),
                      "sort the table by its first column and give each raw score once");
  else if (!out.rows.empty() && *score <= out.rows.back().second)
    diagnostics.error(
        "J508", table.where(row, 1),
        fmt::format("score {} follows {}, expected rising scores", row.cells[1], shortest(out.rows.back().second)),
        "check the table for a slip of typing");
  else
    out.rows.emplace_back(*raw, *score);
}

/// The third column, where it is headed "level" or the table has no headings: each level in one run of rows.
void add_level(const CsvTable& table, const CsvRow& row, LookupTable& out, Diagnostics& diagnostics) {
  constexpr std::size_t column = 2;
  const std::string level = row.cells.size() > column ? row.cells[column] : "";
  if (level.empty()) {
    diagnostics.error("J508", table.where(row, column), "a row without a level, expected one in every row");
    return;
  }
  const bool goes_on = !out.levels.empty() && out.levels.back() == level;
  if (!goes_on && std::find(out.levels.begin(), out.levels.end(), level) != out.levels.end())
    diagnostics.error("J508", table.where(row, column), fmt::format("level {} comes again after another", level),
                      "levels follow one another as the scores rise");
  out.levels.push_back(level);
}

bool has_levels(const CsvTable& table) {
  constexpr std::size_t column = 2;
  return table.header.cells.size() > column &&
         (equal_ignoring_case(table.header.cells[column], "level") || starts_with_numbers(table));
}

class Targets {
public:
  Targets(const CsvTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  std::vector<TargetRow> run() {
    value_ = need_column(table_, "value", diagnostics_);
    indicator_ = table_.column("indicator");
    se_ = table_.column("se");
    lower_ = table_.column("lowercl");
    upper_ = table_.column("uppercl");
    if (!se_ && !(lower_ && upper_))
      diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""},
                         "no standard errors, expected a column \"se\" or both \"lowercl\" and \"uppercl\"",
                         "write 0 in \"se\" for a value that is known exactly");
    if (!indicator_ && table_.rows.size() > 1)
      diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""},
                         fmt::format("no column \"indicator\", expected one as there are {} rows", table_.rows.size()),
                         "write \"index\" for the index itself");
    if (table_.rows.empty())
      diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""}, "no rows, expected a target value");
    if (!diagnostics_.has_errors()) {
      for (const CsvRow& row : table_.rows)
        add(row);
    }
    return std::move(out_);
  }

private:
  void add(const CsvRow& row) {
    TargetRow target;
    target.indicator = indicator_ ? row.cells[*indicator_] : "index";
    if (target.indicator.empty())
      diagnostics_.error("J508", table_.where(row, *indicator_), "blank indicator, expected \"index\" or an id");
    else if (!seen_.insert(target.indicator).second)
      diagnostics_.error("J508", table_.where(row, *indicator_),
                         fmt::format("\"{}\" is given twice", target.indicator));
    const auto value = need_number(table_, row, *value_, diagnostics_);
    const auto se = se_ ? need_number(table_, row, *se_, diagnostics_) : se_of_limits(row, value);
    if (!value || !se) return;
    if (*se < 0) {
      diagnostics_.error("J508", table_.where(row, *se_),
                         fmt::format("standard error {}, expected 0 or more", row.cells[*se_]));
      return;
    }
    target.value = *value;
    target.se = *se;
    out_.push_back(std::move(target));
  }

  std::optional<double> se_of_limits(const CsvRow& row, std::optional<double> value) {
    const auto low = need_number(table_, row, *lower_, diagnostics_);
    const auto high = need_number(table_, row, *upper_, diagnostics_);
    if (!low || !high || !value) return std::nullopt;
    if (*low <= *value && *value <= *high) return (*high - *low) / (2 * z95);
    diagnostics_.error("J508", table_.where(row, *lower_),
                       fmt::format("limits {} to {} do not hold the value {}", row.cells[*lower_], row.cells[*upper_],
                                   row.cells[*value_]));
    return std::nullopt;
  }

  const CsvTable& table_;
  Diagnostics& diagnostics_;
  std::vector<TargetRow> out_;
  std::set<std::string> seen_;
  std::optional<std::size_t> value_, indicator_, se_, lower_, upper_;
};

/// #15: the fifteenth field of a table without headings.
bool names_field(std::string_view name) { return name.starts_with('#') && parse_whole(name.substr(1)).has_value(); }

/// Lists of organisations are published without headings: what is wrong with their first row is explained once.
Diagnostics about_headings(const Diagnostics& faults) {
  const auto near = [](const Diagnostic& d) { return d.hint.starts_with("did you mean"); };
  const auto of_headings = [](const Diagnostic& d) {
    return d.message.find("heading") != std::string::npos || d.message.starts_with("no column");
  };
  const auto& all = faults.all();
  Diagnostics out;
  if (std::count_if(all.begin(), all.end(), of_headings) > 1 && std::none_of(all.begin(), all.end(), near))
    out.note("J508", all.front().where, "this row was taken as the headings of the look-up",
             "of a table without headings name the fields: \"from\": \"#1\", \"to\": \"#2\"");
  out.merge(faults);
  return out;
}

} // namespace

Outcome<std::map<std::string, std::string>> read_lookup(std::string_view text, const std::string& file,
                                                        const std::string& from, const std::string& to) {
  using Lookup = std::map<std::string, std::string>;
  const bool by_number = names_field(from) && names_field(to);
  Outcome<CsvTable> table = read_csv_table(text, file, by_number ? TableHeadings::none : TableHeadings::first_row);
  if (!table) return Outcome<Lookup>::failure(about_headings(table.diagnostics));
  Diagnostics diagnostics = std::move(table.diagnostics);
  const auto key = need_column(*table, from, diagnostics), value = need_column(*table, to, diagnostics);
  if (!key || !value) return Outcome<Lookup>::failure(about_headings(diagnostics));
  Lookup out;
  for (const CsvRow& row : table->rows) {
    const std::string &k = row.cells[*key], &v = row.cells[*value];
    if (k.empty() || v.empty()) continue;
    const auto [it, is_new] = out.emplace(k, v);
    if (!is_new && it->second != v)
      diagnostics.error("J508", table->where(row, *key),
                        fmt::format("\"{}\" stands for {} and for {}, expected one of them", k, it->second, v),
                        "a code that belongs to two areas cannot be looked up: take it out");
  }
  if (diagnostics.has_errors()) return Outcome<Lookup>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

Outcome<LookupTable> read_score_table(std::string_view text, const std::string& file) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  if (!table) return Outcome<LookupTable>::failure(std::move(table.diagnostics));
  Diagnostics diagnostics = std::move(table.diagnostics);
  LookupTable out;
  out.where = {file, table->header.line, 0, ""};
  if (table->header.cells.size() < 2) {
    diagnostics.error("J508", out.where, "one column, expected two: raw scores and scores");
    return Outcome<LookupTable>::failure(std::move(diagnostics));
  }
  out.id = table->header.cells[1];
  if (starts_with_numbers(*table)) {
    out.id = "score";
    add_score(*table, table->header, out, diagnostics);
  }
  for (const CsvRow& row : table->rows)
    add_score(*table, row, out, diagnostics);
  if (has_levels(*table)) {
    if (starts_with_numbers(*table)) add_level(*table, table->header, out, diagnostics);
    for (const CsvRow& row : table->rows)
      add_level(*table, row, out, diagnostics);
  }
  if (out.rows.empty() && !diagnostics.has_errors()) diagnostics.error("J508", out.where, "no rows, expected scores");
  if (diagnostics.has_errors()) return Outcome<LookupTable>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

Outcome<std::vector<TargetRow>> read_targets(std::string_view text, const std::string& file) {
  Outcome<CsvTable> table = read_csv_table(text, file);
  if (!table) return Outcome<std::vector<TargetRow>>::failure(std::move(table.diagnostics));
  Diagnostics diagnostics = std::move(table.diagnostics);
  std::vector<TargetRow> out = Targets(*table, diagnostics).run();
  if (diagnostics.has_errors()) return Outcome<std::vector<TargetRow>>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
