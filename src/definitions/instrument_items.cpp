// Items with their options, and the steps of scores.
#include "definitions/instrument_parts.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "definitions/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

constexpr int lowest_code = -30000, highest_code = 30000; ///< answer codes are 16 bit with reasons below
constexpr int widest_range = 1000;

ResponseOption read_option(Fields fields) {
  ResponseOption out;
  if (fields.need("code", "a whole number"))
    out.code = fields.integer_if("code", lowest_code, highest_code).value_or(0);
  out.labels.push_back(fields.text("label"));
  for (std::string& alias : fields.texts_if("aliases"))
    out.labels.push_back(std::move(alias));
  fields.done();
  return out;
}

/// Codes and labels (in any case) must each stand for one option.
void check_options(const Value& value, const std::vector<ResponseOption>& options) {
  std::map<std::string, int> labels;
  std::vector<int> codes;
  for (const ResponseOption& option : options) {
    if (std::find(codes.begin(), codes.end(), option.code) != codes.end())
      value.error("J507", fmt::format("code {} is given twice in \"{}\"", option.code, value.name()));
    codes.push_back(option.code);
    for (const std::string& label : option.labels) {
      const auto [found, added] = labels.emplace(lower(label), option.code);
      if (!added && found->second != option.code && !label.empty())
        value.error("J507", fmt::format("\"{}\" labels both code {} and code {}", label, found->second, option.code));
    }
  }
  const auto ends = std::minmax_element(codes.begin(), codes.end());
  if (!codes.empty() && *ends.second - *ends.first > widest_range)
    value.error("J506", fmt::format("\"{}\" spans more than {} codes", value.name(), widest_range));
}

void read_codes(Fields& fields, Item& item, const OptionSets& sets) {
  const auto options = fields.find("options");
  if (options && options->is_text()) {
    const std::string name = options->text().value_or("");
    const auto found = sets.find(name);
    if (found != sets.end()) {
      item.options = found->second;
    } else {
      std::vector<std::string> names;
      for (const auto& [known, list] : sets)
        names.push_back(known);
      options->error("J503", fmt::format("no option set \"{}\"", name), suggestion(name, names));
    }
  } else if (options) {
    item.options = read_options(*options);
  }
  item.range = read_whole_range(fields, "range");
  if (item.range && item.range->second - item.range->first > widest_range)
    fields.error("J506", "range", fmt::format("\"range\" spans more than {} codes", widest_range));
  const bool has_range = fields.find("range").has_value();
  if (options.has_value() == has_range)
    fields.error("J506", options ? "range" : "id",
                 fmt::format("item \"{}\" has {} \"options\" {} \"range\", expected one of them", item.id,
                             options ? "both" : "neither", options ? "and" : "nor"));
}

void read_catch_all(Fields& fields, Item& item) {
  auto catch_all = fields.object_if("catch_all");
  if (!catch_all) return;
  const auto score = catch_all->need("score", "a whole number")
                         ? catch_all->integer_if("score", lowest_code, highest_code)
                         : std::optional<int>();
  if (catch_all->need("words", "a list of texts")) {
    for (const std::string& word : catch_all->texts_if("words"))
      item.catch_all[lower(word)] = score.value_or(0);
  }
  catch_all->done();
}

Parameter read_parameter(const Value& value) {
  Parameter out;
  out.where = value.where();
  if (value.is_number()) {
    out.value = value.number().value_or(0);
  } else if (value.is_flag()) {
    out.value = value.flag().value_or(false);
  } else if (value.is_text()) {
    out.value = value.text().value_or("");
  } else if (value.is_list()) {
    ParameterList list;
    for (const Value& element : value.list())
      list.push_back(read_parameter(element));
    out.value = std::move(list);
  } else {
    ParameterMap map;
    for (const auto& [name, member] : value.members())
      map.emplace_back(name, read_parameter(member));
    out.value = std::move(map);
  }
  return out;
}

} // namespace

std::vector<ResponseOption> read_options(const Value& value) {
  std::vector<ResponseOption> out;
  for (const Value& element : value.list())
    out.push_back(read_option(Fields(element)));
  if (value.is_list() && out.empty())
    value.error("J506", fmt::format("\"{}\" is an empty list, expected options", value.name()));
  check_options(value, out);
  return out;
}

Item read_item(Fields fields, const OptionSets& sets) {
  Item out;
  out.where = fields.where();
  out.id = read_id(fields);
  out.label = fields.text("label");
  out.note = fields.text_or("note", "");
  read_codes(fields, out, sets);
  read_catch_all(fields, out);
  for (const std::string& word : fields.texts_if("not_applicable"))
    out.not_applicable.push_back(lower(word));
  out.scored = fields.flag_or("scored", true);
  fields.done();
  return out;
}

std::vector<ScoringStep> read_steps(Fields& fields) {
  std::vector<ScoringStep> out;
  const auto steps = fields.need("steps", "a list of steps");
  if (!steps) return out;
  for (const Value& value : steps->list()) {
    ScoringStep step;
    step.where = value.where();
    for (const auto& [name, member] : value.members()) {
      if (name == "do")
        step.operation = member.text().value_or("");
      else
        step.parameters.emplace_back(name, read_parameter(member));
    }
    if (step.operation.empty() && value.is_object() && !value.json().contains("do"))
      value.error("J504", "\"do\" is missing, expected the name of an operation");
    out.push_back(std::move(step));
  }
  if (steps->is_list() && out.empty()) steps->error("J506", "\"steps\" is an empty list, expected at least one step");
  return out;
}

} // namespace joinedup
