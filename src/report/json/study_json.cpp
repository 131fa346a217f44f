#include "report/json/spec_json.hpp"

namespace joinedup {
namespace {

OrderedJson json_reader(const ReaderOptions& reader) {
  OrderedJson out = {{"from", reader.from}};
  if (!reader.encoding.empty()) out["encoding"] = reader.encoding;
  if (!reader.delimiter.empty()) out["delimiter"] = reader.delimiter;
  if (!reader.decimal.empty()) out["decimal"] = reader.decimal;
  if (reader.header_rows) out["header_rows"] = *reader.header_rows;
  if (reader.skip) out["skip"] = *reader.skip;
  if (!reader.sheet.empty()) out["sheet"] = reader.sheet;
  if (!reader.encoding_errors.empty()) out["encoding_errors"] = reader.encoding_errors;
  if (!reader.duplicate_headers.empty()) out["duplicate_headers"] = reader.duplicate_headers;
  return out;
}

OrderedJson json_inputs(const std::vector<StudyInput>& inputs) {
  OrderedJson out = OrderedJson::array();
  for (const StudyInput& input : inputs)
    out.push_back(
        {{"file", file_name(input.file)}, {"map", file_name(input.map)}, {"reader", json_reader(input.reader)}});
  return out;
}

OrderedJson json_area_column(const std::optional<AreaColumn>& area) {
  if (!area) return nullptr;
  OrderedJson out = {{"column", area->column}};
  if (area->lookup)
    out["lookup"] = {{"file", file_name(area->lookup->file)}, {"from", area->lookup->from}, {"to", area->lookup->to}};
  return out;
}

OrderedJson json_target_spec(const TargetSpec& target) {
  OrderedJson out = {{"kind", std::string(words(target.kind))}};
  if (target.kind == TargetKind::fixed) out["value"] = json_number(target.value);
  if (!target.table.empty()) out["table"] = file_name(target.table);
  for (const TargetRow& row : target.rows)
    out["rows"].push_back(
        {{"indicator", row.indicator}, {"value", json_number(row.value)}, {"se", json_number(row.se)}});
  if (!target.label.empty()) out["label"] = target.label;
  return out;
}

OrderedJson json_tables(const std::map<std::string, std::string>& tables) {
  OrderedJson out = OrderedJson::object();
  for (const auto& [instrument, file] : tables)
    out[instrument] = file_name(file);
  return out;
}

} // namespace

OrderedJson json_study(const StudySpec& s) {
  OrderedJson out = {{"study", s.study},
                     {"index", file_name(s.index)},
                     {"inputs", json_inputs(s.inputs)},
                     {"area", json_area_column(s.area)},
                     {"geography", file_name(s.geography)},
                     {"weight", s.weight},
                     {"strata", s.strata},
                     {"cluster", s.cluster},
                     {"count", s.count},
                     {"where", s.where},
                     {"target", json_target_spec(s.target)}};
  out["disclosure"] = {{"preset", s.disclosure.preset},           {"minimum", s.disclosure.minimum},
                       {"caution", s.disclosure.caution},         {"round_to", s.disclosure.round_to},
                       {"whole_shown", s.disclosure.whole_shown}, {"source", s.disclosure.source}};
  out["against"] = file_name(s.against);
  if (s.last_wave) out["last_wave"] = file_name(s.last_wave->file);
  out["partial"] = s.partial_levels ? "levels" : "deviations";
  out["show_ranks"] = s.show_ranks;
  out["seed"] = s.seed;
  for (const auto& [name, text] :
       {std::pair{"purpose", &s.purpose}, std::pair{"population", &s.population}, std::pair{"fieldwork", &s.fieldwork},
        std::pair{"role", &s.role}, std::pair{"weights_by", &s.weights_by}})
    out[name] = *text;
  out["value_sets"] = s.value_sets;
  out["missing_rules"] = s.missing_rules;
  out["choices"] = s.choices;
  out["tables"] = json_tables(s.tables);
  out["file"] = file_name(s.file);
  out["sha256"] = s.sha256;
  return out;
}

} // namespace joinedup
