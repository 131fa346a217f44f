#include "definitions/study_who_answered.hpp"

#include "base/csv_table.hpp"
#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace joinedup {

namespace {

/// Two columns whose tables would have one name, "Age" and "AGE", or "age" in order and "age slope".
void refuse_twice(const Value& value, const std::vector<Breakdown>& by) {
  std::map<std::string, std::string> tables;
  for (const Breakdown& one : by) {
    if (one.column.empty()) continue; // told already
    std::vector<std::string> names{breakdown_table_id(one.column)};
    if (!one.order.empty()) names.push_back(breakdown_slope_id(one.column));
    for (const std::string& name : names) {
      const auto [first, is_new] = tables.emplace(name, one.column);
      if (is_new) continue;
      value.faults().error(
          "J506", one.where,
          fmt::format("\"by\" names {} and {}, whose tables would have one name", first->second, one.column),
          "name each column once");
      break;
    }
  }
}

/// `"by"`: a column, or a list of columns, each with the order of its values or without.
void read_breakdowns(Fields& fields, StudySpec& out) {
  const auto value = fields.find("by");
  if (!value) return;
  const auto add = [&out](const Value& one) {
    if (!one.is_object()) {
      if (auto column = one.text()) out.by.push_back({std::move(*column), {}, one.where()});
      return;
    }
    Fields ordered(one);
    out.by.push_back({ordered.text("column"), ordered.texts_if("order"), one.where()});
    ordered.done();
  };
  if (!value->is_list()) return add(*value);
  for (const Value& one : value->list())
    add(one);
  refuse_twice(*value, out.by);
}

/// `{"column": NAME}` where each respondent has a value of their own; nothing for one word for all.
std::optional<Breakdown> column_if(const std::optional<Value>& value) {
  if (!value || !value->is_object()) return std::nullopt;
  Fields fields(*value);
  Breakdown out{fields.text("column"), {}, value->where()};
  fields.done();
  return out;
}

} // namespace

void read_who_answered(Fields& fields, StudySpec& out) {
  read_breakdowns(fields, out);
  if (!column_if(fields.find("mode"))) out.mode = join(fields.text_or_texts_if("mode"), ", ");
  if (!column_if(fields.find("role"))) out.role = fields.word_if("role", {"patient", "carer", "proxy", "staff"});
  if (auto issued = fields.object_if("issued")) {
    out.issued = IssuedTable{issued->text("file"), issued->text("area"), issued->text("n")};
    issued->done();
  }
}

std::string breakdown_table_id(std::string_view column) {
  std::string out = "by_";
  for (const char c : lower(column))
    out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
  return out;
}

std::string breakdown_slope_id(std::string_view column) { return breakdown_table_id(column) + "_slope"; }

AnsweredSpec read_answered_columns(const JsonSource& study) {
  Faults said_already;
  Fields fields(study, said_already);
  return {column_if(fields.find("mode")), column_if(fields.find("role"))};
}

Outcome<std::vector<IssuedRow>> read_issued(std::string_view text, const std::string& file,
                                            const IssuedTable& columns) {
  Diagnostics diagnostics;
  Outcome<CsvTable> table = read_csv_table(text, file);
  diagnostics.merge(table.diagnostics);
  if (!table) return Outcome<std::vector<IssuedRow>>::failure(std::move(diagnostics));
  const auto area = table->column(columns.area);
  const auto n = table->column(columns.n);
  for (const auto& [found, name] : {std::pair(area, columns.area), std::pair(n, columns.n)}) {
    if (!found)
      diagnostics.error("J572", {file, table->header.line, 0, ""}, fmt::format("no column \"{}\"", name),
                        suggestion(name, table->header.cells));
  }
  std::vector<IssuedRow> out;
  std::map<std::string, std::size_t> lines;
  for (const CsvRow& row : table->rows) {
    if (!area || !n) break;
    const auto number = parse_number(row.cells[*n]);
    if (!number || *number < 1 || *number > 1e12 || std::floor(*number) != *number) {
      diagnostics.error("J572", table->where(row, *n), "no number of questionnaires, expected a whole number above 0",
                        "write 1234, without signs for thousands; leave out areas that were not asked");
      continue;
    }
    const std::string code(trim(row.cells[*area]));
    const auto [first, is_new] = lines.emplace(code, row.line);
    if (!is_new) {
      diagnostics.error("J572", table->where(row, *area),
                        fmt::format("an area stands twice, first in line {}", first->second),
                        "give each area one row with all that were sent out to it");
      continue;
    }
    out.push_back({code, static_cast<std::uint64_t>(*number), table->where(row, *n)});
  }
  if (diagnostics.has_errors()) return Outcome<std::vector<IssuedRow>>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
