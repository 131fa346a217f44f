// Tables of further analyses, catch-all answers, and where every record went.
#include "definitions/results/parts.hpp"

#include "model/results_form.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace joinedup {

namespace {

enum class CellType : std::uint8_t { text, number, count };
constexpr std::array<std::string_view, 3> type_words{"text", "number", "count"};

struct TypedColumn {
  TableColumn column;
  CellType type = CellType::text;
};

TypedColumn read_column(Fields& fields) {
  TypedColumn out;
  constexpr int most_decimals = 17;
  out.column.name = said(fields, "name");
  out.column.label = said(fields, "label");
  out.column.decimals = fields.integer_if("decimals", 0, most_decimals).value_or(out.column.decimals);
  out.column.percent = fields.flag_or("percent", false);
  out.type = static_cast<CellType>(place_of_word(fields, "type", type_words));
  fields.done();
  return out;
}

/// Text may stand in any column: the reason why there is no number.
TableCell read_cell(const std::optional<Value>& value, CellType type) {
  if (!value) return {};
  if (value->is_text()) return value->json().get<std::string>();
  if (type == CellType::text) {
    value->wrong_type("a text");
    return {};
  }
  if (type == CellType::count) return whole_count(*value);
  const auto number = value->number();
  return number ? TableCell{*number} : TableCell{};
}

ResultTable read_table(const std::string& id, Fields fields) {
  ResultTable out;
  out.id = id;
  out.title = said(fields, "title");
  out.finding = said(fields, "finding");
  out.method = said(fields, "method");
  out.section = static_cast<TableSection>(place_of_word(fields, "section", section_words));
  std::vector<TypedColumn> columns;
  for (Fields& column : fields.objects("columns"))
    columns.push_back(read_column(column));
  for (const TypedColumn& one : columns)
    out.columns.push_back(one.column);
  out.notes = said_list(fields, "notes");
  for (Fields& row : fields.objects_if("rows")) {
    std::vector<TableCell> cells;
    for (const TypedColumn& one : columns)
      cells.push_back(read_cell(row.find(one.column.name), one.type));
    row.done();
    out.rows.push_back(std::move(cells));
  }
  fields.done();
  return out;
}

/// What is not leads out of the folder of results: the name becomes that of a file.
bool is_file_word(std::string_view id) {
  return !id.empty() &&
         std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

CatchAllArea read_catch_all_area(Fields fields) {
  CatchAllArea out;
  out.code = said(fields, "area_code");
  out.share = number_or_nan(fields, "share");
  out.moved = numbers_of(fields, "moved");
  out.index_moved = number_or_null(fields, "index_moved");
  fields.done();
  return out;
}

} // namespace

std::vector<ResultTable> read_tables(Fields& fields) {
  std::vector<ResultTable> out;
  if (const auto tables = fields.need("tables", "an object of tables"))
    for (const auto& [id, table] : tables->members()) {
      if (!is_file_word(id))
        table.error("J506", "the name of a table holds other signs than a-z, 0-9 and _",
                    "results.json has been changed since joinedup wrote it: repeat the run");
      out.push_back(read_table(id, Fields(table)));
    }
  return out;
}

std::vector<CatchAllResult> read_catch_all(Fields& fields) {
  std::vector<CatchAllResult> out;
  for (Fields& one : fields.objects_if("catch_all")) {
    CatchAllResult result;
    result.instrument = said(one, "instrument");
    result.in_force = said(one, "in_force");
    result.other = said(one, "other");
    for (const auto& [item, share] : numbers_of(one, "share_by_item"))
      result.items.emplace_back(item, share.value_or(0));
    result.total = read_catch_all_area(one.object("total"));
    for (Fields& area : one.objects_if("areas"))
      result.areas.push_back(read_catch_all_area(std::move(area)));
    one.done();
    out.push_back(std::move(result));
  }
  return out;
}

std::vector<Setting> read_settings(Fields& fields) {
  std::vector<Setting> out;
  for (Fields& one : fields.objects_if("settings")) {
    out.push_back({said(one, "name"), said(one, "value"), said(one, "from")});
    one.done();
  }
  return out;
}

std::vector<InputInfo> read_inputs(Fields& fields) {
  std::vector<InputInfo> out;
  for (Fields& one : fields.objects_if("inputs")) {
    InputInfo input{said(one, "name"), said(one, "sha256"), said(one, "role"), 0, said_or_null(one, "origin")};
    if (const auto records = one.find("records")) input.records = whole_count(*records);
    one.done();
    out.push_back(std::move(input));
  }
  return out;
}

Reconciliation read_reconciliation(Fields& fields) {
  Reconciliation out;
  Fields part = fields.object("reconciliation");
  out.read = count_of(part, "read");
  out.scored_full = count_of(part, "scored_in_full");
  out.scored_part = count_of(part, "scored_in_part");
  out.scored_prorated = count_of(part, "scored_under_a_missing_rule");
  out.not_scored = counts_of(part, "not_scored");
  Fields dropped = part.object("dropped");
  for (std::size_t i = 1; i < drop_reasons; ++i)
    out.dropped.at(i) = count_of(dropped, std::string(words(static_cast<DropReason>(i))));
  dropped.done();
  out.unknown_areas = counts_of(part, "unknown_areas");
  if (const auto instruments = part.need("no_answer", "an object of counts by reason")) {
    for (const auto& [instrument, reasons] : instruments->members())
      for (const auto& [reason, cells] : reasons.members())
        out.no_answer[instrument][reason] = whole_count(cells);
  }
  part.done();
  return out;
}

} // namespace joinedup
