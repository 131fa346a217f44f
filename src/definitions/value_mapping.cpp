#include "definitions/value_mapping.hpp"

#include "base/text.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"
#include "definitions/instrument_parts.hpp"
#include "definitions/value_set_parts.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

/// Effects of a dimension: a row of as many levels for every dimension answered.
std::vector<Matrix> read_effects(const Value& value) {
  std::vector<Matrix> out;
  for (const Value& dimension : value.list()) {
    out.push_back(read_matrix(dimension));
    if (out.back().size() != out.front().size())
      dimension.error("J506",
                      fmt::format("\"{}\" is not as expected: as many rows as the first table", dimension.name()));
  }
  return out;
}

/// An age band's years stand for it one by one, and as "18-34" with a hyphen or a dash.
void add_years(Fields& fields, Item& item, int code) {
  const auto years = read_whole_range(fields, "years");
  if (!years) return;
  for (int year = years->first; year <= years->second; ++year)
    item.cells.codes[std::to_string(year)] = code;
  for (const std::string_view dash : {"-", " - ", "\u2013", " to "})
    item.cells.codes[fmt::format("{}{}{}", years->first, dash, years->second)] = code;
  item.cells.codes[std::to_string(code)] = code;
}

/// Only words and years are read, never bare codes: 1 is male in one survey and female in the next.
void read_respondent_options(Fields& root, Item& item) {
  for (Fields& fields : root.objects("options")) {
    ResponseOption option;
    option.code = static_cast<int>(item.options.size()) + 1;
    if (fields.need("code", "a whole number") && fields.integer_if("code", 1, 100) != option.code)
      fields.error("J506", "code", fmt::format("\"code\" is not as expected: {}, as codes go 1, 2, 3", option.code));
    option.labels = {fields.text("label")};
    for (std::string& alias : fields.texts_if("aliases"))
      option.labels.push_back(std::move(alias));
    for (const std::string& label : option.labels)
      item.cells.codes[lower(label)] = option.code;
    add_years(fields, item, option.code);
    fields.done();
    item.options.push_back(std::move(option));
  }
}

Item read_respondent_item(Fields& fields) {
  Item out;
  out.where = fields.where();
  out.id = read_id(fields);
  out.label = fields.text("label");
  fields.need("role", "age_band or sex");
  out.role = fields.word_if("role", {"age_band", "sex"});
  read_respondent_options(fields, out);
  out.scored = false;
  fields.done();
  return out;
}

ValueMapping read_mapping(Fields& root) {
  ValueMapping out;
  out.id = read_id(root);
  out.citation = root.text("citation");
  out.link = root.text_or("link", "");
  root.need("confidence", "VERIFIED, LIKELY or DISPUTED");
  out.confidence = root.word_if("confidence", {"VERIFIED", "LIKELY", "DISPUTED"});
  if (const auto transition = root.find("transition")) out.transition = read_transition(*transition);
  if (const auto thresholds = root.find("thresholds")) {
    out.thresholds = read_matrix(*thresholds);
    if (const auto effects = root.need("effects", "a table of effects for each dimension"))
      out.effects = read_effects(*effects);
    if (out.effects.size() != out.thresholds.size())
      root.error("J506", "effects", "\"effects\" is not as expected: a table for each row of \"thresholds\"");
  }
  for (Fields& item : root.objects_if("respondent"))
    out.respondent.push_back(read_respondent_item(item));
  const int kinds =
      (out.transition.empty() ? 0 : 1) + (out.thresholds.empty() ? 0 : 1) + (out.respondent.empty() ? 0 : 1);
  if (kinds != 1)
    root.error("J506", "id",
               fmt::format("a mapping holds transition, thresholds or respondent: one of them, not {}", kinds));
  return out;
}

} // namespace

Outcome<ValueMapping> read_value_mapping(std::string_view text, const std::string& file) {
  auto out = read_definition<ValueMapping>(text, file, read_mapping);
  if (out) out->file = file;
  return out;
}

void apply_mapping(ValueSet& set, ValueMapping mapping, Diagnostics& diagnostics) {
  const bool fits = set.model == "crosswalk"           ? !mapping.transition.empty()
                    : set.model == "reverse_crosswalk" ? !mapping.thresholds.empty()
                                                       : !mapping.respondent.empty();
  if (!fits) {
    diagnostics.error("J530", set.where,
                      fmt::format("value set {}: mapping {} holds nothing for model {}", set.id, mapping.id, set.model),
                      "crosswalk needs transition, reverse_crosswalk thresholds and effects, by_respondent respondent");
    return;
  }
  if (set.model == "crosswalk") set.transition = mapping.transition;
  set.mapping = std::move(mapping);
}

} // namespace joinedup
