// datapackage.json: what the CSVs of a run hold, for programs (https://datapackage.org, version 2.0). It has no clock,
// no licence and no author: none of them is known to a run.
#include "report/csv/data_csv.hpp"
#include "report/hide.hpp"
#include "report/html/text.hpp"
#include "report/json/values.hpp"
#include "report/writers.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {
namespace {

/// Lower case, digits and single dashes: what a name of the standard may hold.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) out += c;
    if (!plain && !out.empty() && out.back() != '-') out += '-';
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out.empty() ? "results" : out;
}

std::string type_of(FieldKind kind) {
  switch (kind) {
  case FieldKind::whole:
    return "integer";
  case FieldKind::number:
  case FieldKind::positive:
  case FieldKind::share:
    return "number";
  case FieldKind::yes_no:
    return "boolean";
  default:
    return "string";
  }
}

/// Marks joined by semicolons. A pattern of the standard matches the whole value and has no anchors.
std::string status_pattern() {
  ResultStatus every{true, true, true, true, true, true};
  std::string marks = every.text();
  for (char& c : marks)
    if (c == ';') c = '|';
  return fmt::format("(ok|({0})(;({0}))*)", marks);
}

OrderedJson json_constraints(const DataField& field) {
  OrderedJson out = OrderedJson::object();
  if (field.always) out["required"] = true;
  if (field.kind == FieldKind::yes_no) return out;
  if (!field.words.empty()) out["enum"] = field.words;
  if (field.kind == FieldKind::status) out["pattern"] = status_pattern();
  if (numeric(field.kind) && field.kind != FieldKind::number) out["minimum"] = 0;
  if (field.kind == FieldKind::share) out["maximum"] = 1;
  return out;
}

OrderedJson json_field(const DataField& field) {
  OrderedJson out = {{"name", field.name},
                     {"type", type_of(field.kind)},
                     {"title", field.label},
                     {"description", sentence(field.description)}};
  if (field.kind == FieldKind::yes_no) {
    out["trueValues"] = {"yes"};
    out["falseValues"] = {"no"};
  }
  if (OrderedJson constraints = json_constraints(field); !constraints.empty()) out["constraints"] = constraints;
  return out;
}

OrderedJson json_schema(const DataTable& table) {
  OrderedJson fields = OrderedJson::array();
  for (const DataField& field : table.fields)
    fields.push_back(json_field(field));
  OrderedJson out = {{"fields", fields}, {"missingValues", {""}}};
  if (!table.key.empty()) out["primaryKey"] = table.key;
  if (table.name == "indicators")
    out["foreignKeys"] = {{{"fields", {"level", "area_code"}},
                           {"reference", {{"resource", "index"}, {"fields", {"level", "area_code"}}}}}};
  return out;
}

OrderedJson json_resource(const DataTable& table) {
  std::vector<std::string> paragraphs;
  if (!table.finding.empty()) paragraphs.push_back(sentence(table.finding));
  for (const std::string& note : table.notes)
    paragraphs.push_back(sentence(note));
  OrderedJson out = {{"name", table.name}, {"type", "table"}, {"path", table.name + ".csv"}, {"title", table.title}};
  if (!paragraphs.empty()) out["description"] = join(paragraphs, "\n\n");
  out["format"] = "csv";
  out["mediatype"] = "text/csv";
  out["encoding"] = "utf-8";
  out["bytes"] = data_csv(table).size();
  out["dialect"] = {
      {"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}};
  out["schema"] = json_schema(table);
  return out;
}

/// What the study says of itself, and the caveats that must travel with its figures.
std::string description_of(const RunResults& results) {
  std::vector<std::string> out{
      fmt::format("{} ({}, version {}) by area.", results.index.title, results.index.id, results.index.version)};
  for (const auto& [head, text] :
       {std::pair{"Purpose", &results.study.purpose}, std::pair{"Population", &results.study.population},
        std::pair{"Fieldwork", &results.study.fieldwork}})
    if (!text->empty()) out.push_back(fmt::format("{}: {}", head, sentence(*text)));
  out.push_back(fmt::format("Figures on fewer than {} answers are hidden, and others where they would give those away: "
                            "empty cells, with the reason in status.",
                            results.study.disclosure.minimum));
  for (const std::string& notice : results.notices)
    out.push_back(sentence(notice));
  return join(out, "\n\n");
}

} // namespace

std::string datapackage_json(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  const std::string title = results.study.study.empty() ? results.index.title : results.study.study;
  OrderedJson resources = OrderedJson::array();
  for (const DataTable& table : data_tables(results))
    resources.push_back(json_resource(table));
  return json_text({{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                    {"name", slug(title)},
                    {"title", title},
                    {"description", description_of(results)},
                    {"resources", resources}});
}

} // namespace joinedup
