#include "scoring/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

const Parameter* member(const ParameterMap& map, std::string_view name) {
  const auto found = std::find_if(map.begin(), map.end(), [name](const auto& m) { return m.first == name; });
  return found == map.end() ? nullptr : &found->second;
}

/// All elements of a list as T, or nothing.
template <typename T> std::optional<std::vector<T>> all_of(const ParameterList& list) {
  std::vector<T> out;
  for (const Parameter& element : list) {
    const T* value = std::get_if<T>(&element.value);
    if (!value) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

} // namespace

std::string text_member(const ParameterMap& members, std::string_view name) {
  const Parameter* found = member(members, name);
  const auto* text = found ? std::get_if<std::string>(&found->value) : nullptr;
  return text ? *text : std::string();
}

const Parameter* Parameters::find(std::string_view name) const { return member(step_.parameters, name); }

const Parameter* Parameters::resolved(const Parameter& parameter) const {
  const auto* map = std::get_if<ParameterMap>(&parameter.value);
  const Parameter* reference = map ? member(*map, "choice") : nullptr;
  if (!reference) return &parameter;
  const auto chosen = choices_.find(text_member(*map, "choice"));
  const Parameter* values = member(*map, "values");
  const auto* by_value = values ? std::get_if<ParameterMap>(&values->value) : nullptr;
  return chosen != choices_.end() && by_value ? member(*by_value, chosen->second) : nullptr;
}

Position Parameters::where(std::string_view name) const {
  const Parameter* found = find(name);
  return found ? found->where : step_.where;
}

void Parameters::fault(std::string code, std::string_view name, std::string message, std::string hint) const {
  diagnostics_.error(std::move(code), where(name), fmt::format("step \"{}\": {}", step_.operation, message),
                     std::move(hint));
}

void Parameters::wrong(std::string_view name, std::string_view expected) const {
  fault("J513", name, fmt::format("\"{}\" is not as expected: {}", name, expected));
}

void Parameters::lacks(std::string_view name, std::string_view expected) const {
  fault("J513", name, fmt::format("\"{}\" is missing, expected {}", name, expected));
}

std::optional<double> Parameters::number(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return std::nullopt;
  const Parameter* value = resolved(*found);
  if (const auto* number = value ? std::get_if<double>(&value->value) : nullptr) return *number;
  wrong(name, "a number");
  return std::nullopt;
}

std::optional<bool> Parameters::flag(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return std::nullopt;
  const Parameter* value = resolved(*found);
  if (const auto* flag = value ? std::get_if<bool>(&value->value) : nullptr) return *flag;
  wrong(name, "true or false");
  return std::nullopt;
}

std::optional<std::string> Parameters::text(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return std::nullopt;
  const Parameter* value = resolved(*found);
  if (const auto* text = value ? std::get_if<std::string>(&value->value) : nullptr) return *text;
  // A choice named without "values" stands for the value chosen.
  if (const auto* map = std::get_if<ParameterMap>(&found->value)) {
    const auto chosen = choices_.find(text_member(*map, "choice"));
    if (chosen != choices_.end() && !member(*map, "values")) return chosen->second;
  }
  wrong(name, "a text");
  return std::nullopt;
}

std::vector<double> Parameters::numbers(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return {};
  const auto* list = std::get_if<ParameterList>(&found->value);
  if (auto numbers = list ? all_of<double>(*list) : std::nullopt) return std::move(*numbers);
  wrong(name, "a list of numbers");
  return {};
}

std::vector<std::vector<double>> Parameters::rows(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return {};
  std::vector<std::vector<double>> out;
  const auto* list = std::get_if<ParameterList>(&found->value);
  for (const Parameter& row : list ? *list : ParameterList{}) {
    const auto* cells = std::get_if<ParameterList>(&row.value);
    auto numbers = cells ? all_of<double>(*cells) : std::nullopt;
    if (!numbers) break;
    out.push_back(std::move(*numbers));
  }
  if (list && out.size() == list->size()) return out;
  wrong(name, "a list of lists of numbers");
  return {};
}

std::vector<std::string> Parameters::texts(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return {};
  if (const auto* one = std::get_if<std::string>(&found->value)) return {*one};
  const auto* list = std::get_if<ParameterList>(&found->value);
  if (auto texts = list ? all_of<std::string>(*list) : std::nullopt) return std::move(*texts);
  wrong(name, "a text or a list of texts");
  return {};
}

ParameterMap Parameters::members(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return {};
  if (const auto* map = std::get_if<ParameterMap>(&found->value)) return *map;
  wrong(name, "an object");
  return {};
}

std::vector<ParameterMap> Parameters::objects(std::string_view name) const {
  const Parameter* found = find(name);
  if (!found) return {};
  const auto* list = std::get_if<ParameterList>(&found->value);
  if (auto maps = list ? all_of<ParameterMap>(*list) : std::nullopt) return std::move(*maps);
  wrong(name, "a list of objects");
  return {};
}

} // namespace joinedup
