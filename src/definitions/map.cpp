#include "definitions/map.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::int64_t lowest_code = -32000, highest_code = 32767; // what an answer code can hold

void read_items(Fields& fields, Administration& out) {
  out.profile = fields.text_or("profile", "");
  const auto items =
      out.profile.empty() ? fields.need("items", "an object of item ids and columns") : fields.find("items");
  if (!items) return;
  Names columns("column");
  for (const auto& [item, value] : items->members()) {
    if (value.json().is_null()) continue; // not known yet
    std::vector<std::string> headings = value.text_or_texts();
    if (value.is_list() && value.json().empty())
      value.error("J506", fmt::format("\"{}\" is an empty list, expected at least one column", item));
    for (const std::string& heading : headings)
      columns.add(heading, value.where(), fields.faults());
    out.items[item] = std::move(headings);
  }
  if (items->is_object() && items->json().empty())
    items->error("J506", "\"items\" is empty, expected at least one item");
}

/// What people and `map propose` note beside a map: read, and of no effect.
void read_comments(Fields& fields) {
  fields.text_or("$comment", "");
  fields.text_or_texts_if("note");
  fields.text_map_if("confidence");
}

/// An item that `missing` or `recode` names must be one of the administration's.
void check_item(const std::string& item, const Value& value, const Administration& administration) {
  const bool any = administration.items.empty() || !administration.profile.empty(); // the questionnaire says which
  if (any || administration.items.contains(item)) return;
  std::vector<std::string> known;
  for (const auto& [name, columns] : administration.items)
    known.push_back(name);
  value.faults().error("J509", value.key_where(), fmt::format("no item \"{}\" in \"items\"", item),
                       suggestion(item, known));
}

void read_item_missing(Fields& fields, Administration& out) {
  const auto missing = fields.find("missing");
  if (!missing) return;
  for (const auto& [item, value] : missing->members()) {
    if (item != "*") check_item(item, value, out);
    out.missing[item] = read_missing(value, true);
  }
}

void read_recode(Fields& fields, Administration& out) {
  const auto recode = fields.find("recode");
  if (!recode) return;
  for (const auto& [item, value] : recode->members()) {
    if (item != "*") check_item(item, value, out);
    for (const auto& [cell, code] : value.members()) {
      if (code.json().is_null()) continue; // not known yet
      const auto whole = code.whole();
      if (!whole) continue;
      if (*whole < lowest_code || *whole > highest_code) {
        code.error("J506", fmt::format("code {}, expected one from {} to {}", *whole, lowest_code, highest_code));
        continue;
      }
      if (out.missing[item].contains(cell))
        code.error("J506", fmt::format("\"{}\" of {} is both missing and recoded, expected one of them", cell, item));
      out.recode[item][cell] = static_cast<int>(*whole);
    }
    if (out.missing[item].empty()) out.missing.erase(item);
  }
}

Administration read_administration(Fields& fields) {
  Administration out;
  out.where = fields.where();
  out.instrument = fields.text("instrument");
  out.wave = fields.text_or("wave", "");
  read_items(fields, out);
  read_item_missing(fields, out);
  read_recode(fields, out);
  out.compare = fields.text_map_if("compare");
  read_comments(fields);
  fields.done();
  return out;
}

void read_administrations(Fields& fields, ColumnMap& out) {
  Names names("administration");
  for (Fields& administration : fields.objects_if("administrations")) {
    out.administrations.push_back(read_administration(administration));
    const Administration& a = out.administrations.back();
    if (!a.instrument.empty())
      names.add(a.wave.empty() ? a.instrument : a.wave + "." + a.instrument, administration.where(), fields.faults());
  }
}

void read_rows(Fields& fields, ColumnMap& out) {
  const auto rows = fields.find("rows");
  if (!rows) return;
  for (const auto& [column, values] : rows->members()) {
    out.rows[column] = values.text_or_texts();
    if (values.is_list() && values.json().empty())
      values.error("J506", fmt::format("\"{}\" is an empty list, expected the values of the records to keep", column));
  }
}

ColumnMap read(Fields& fields) {
  ColumnMap out;
  out.record = fields.text_or("record", "");
  out.area = read_area_column(fields, nullptr);
  out.wave = fields.text_or("wave", "");
  out.weight = fields.text_or("weight", "");
  out.count = fields.text_or("count", "");
  out.strata = fields.text_or("strata", "");
  out.cluster = fields.text_or("cluster", "");
  out.age_band = fields.text_or("age_band", "");
  out.sex = fields.text_or("sex", "");
  read_administrations(fields, out);
  read_rows(fields, out);
  if (const auto missing = fields.find("missing")) out.missing = read_missing(*missing);
  out.columns = fields.texts_if("columns");
  read_comments(fields);
  if (auto reader = fields.object_if("reader")) {
    out.reader = read_reader_options(*reader);
    reader->done();
  }
  return out;
}

} // namespace

Outcome<ColumnMap> read_map(std::string_view text, const std::string& file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string_view start = trim(text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text);
  if (!start.empty() && start.front() != '{' && start.front() != '[') {
    Diagnostics diagnostics;
    diagnostics.error("J501", {file, 1, 1, ""}, "this is no JSON, a map was expected",
                      "a map is a JSON file that begins with {; did you swap FILE and MAP?");
    return Outcome<ColumnMap>::failure(std::move(diagnostics));
  }
  return read_definition<ColumnMap>(text, file, read);
}

} // namespace joinedup
