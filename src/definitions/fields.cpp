#include "definitions/fields.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace joinedup {

void Faults::error(std::string code, Position where, std::string message, std::string hint) {
  list_.push_back({Severity::error, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

void Faults::warning(std::string code, Position where, std::string message, std::string hint) {
  list_.push_back({Severity::warning, std::move(code), std::move(where), std::move(message), std::move(hint)});
}

bool Faults::has_errors() const {
  return std::any_of(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Faults::move_into(Diagnostics& diagnostics) {
  std::stable_sort(list_.begin(), list_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  for (Diagnostic& d : list_)
    diagnostics.add(std::move(d));
  list_.clear();
}

Fields::Fields(const JsonSource& source, Faults& faults) : Fields(Value(source, source.root(), 0, "", faults)) {}

Fields::Fields(const Value& value) : value_(value) {
  if (!value_.is_object()) value_.wrong_type("an object");
}

Position Fields::where(std::string_view name) const {
  const std::size_t place = good() ? value_.source().member(value_.place(), name) : 0;
  return place == 0 ? where() : value_.source().where(place);
}

std::optional<Value> Fields::find(const std::string& name) {
  known_.insert(name);
  if (!good()) return std::nullopt;
  const auto it = value_.json().find(name);
  if (it == value_.json().end() || it->is_null()) return std::nullopt;
  return Value(value_.source(), *it, value_.source().member(value_.place(), name), name, faults());
}

std::optional<Value> Fields::need(const std::string& name, std::string_view expected) {
  std::optional<Value> found = find(name);
  if (!found && good()) faults().error("J504", where(), fmt::format("\"{}\" is missing, expected {}", name, expected));
  return found;
}

std::string Fields::text(const std::string& name) {
  const auto value = need(name, "a text");
  return value ? value->text().value_or("") : "";
}

std::string Fields::text_or(const std::string& name, std::string fallback) {
  const auto value = find(name);
  return value ? value->text().value_or(fallback) : fallback;
}

double Fields::number(const std::string& name) {
  const auto value = need(name, "a number");
  return value ? value->number().value_or(0) : 0;
}

double Fields::number_or(const std::string& name, double fallback) { return number_if(name).value_or(fallback); }

std::optional<double> Fields::number_if(const std::string& name) {
  const auto value = find(name);
  return value ? value->number() : std::nullopt;
}

std::optional<int> Fields::integer_if(const std::string& name, int low, int high) {
  const auto value = find(name);
  const auto whole = value ? value->whole() : std::nullopt;
  if (!whole) return std::nullopt;
  if (*whole < low || *whole > high) {
    value->error("J506", fmt::format("\"{}\" is {}, expected a whole number from {} to {}", name, *whole, low, high));
    return std::nullopt;
  }
  return static_cast<int>(*whole);
}

bool Fields::flag_or(const std::string& name, bool fallback) {
  const auto value = find(name);
  return value ? value->flag().value_or(fallback) : fallback;
}

Fields Fields::object(const std::string& name) {
  const auto value = need(name, "an object");
  if (value) return Fields(*value);
  static const Json nothing; // not an object: its members are not asked for, as one fault is enough
  Fields none = *this;
  none.value_ = Value(value_.source(), nothing, value_.place(), name, faults());
  none.known_.clear();
  return none;
}

std::optional<Fields> Fields::object_if(const std::string& name) {
  const auto value = find(name);
  return value ? std::optional(Fields(*value)) : std::nullopt;
}

std::vector<Fields> Fields::objects(const std::string& name) {
  const auto value = need(name, "a list of objects");
  std::vector<Fields> out = value ? objects_if(name) : std::vector<Fields>{};
  if (value && value->is_list() && value->json().empty())
    value->error("J506", fmt::format("\"{}\" is an empty list, expected at least one object", name));
  return out;
}

std::vector<Fields> Fields::objects_if(const std::string& name) {
  std::vector<Fields> out;
  if (const auto value = find(name)) {
    for (const Value& element : value->list())
      out.emplace_back(element);
  }
  return out;
}

std::vector<std::string> Fields::texts_if(const std::string& name) {
  const auto value = find(name);
  return value ? value->texts() : std::vector<std::string>{};
}

std::vector<std::string> Fields::text_or_texts_if(const std::string& name) {
  const auto value = find(name);
  return value ? value->text_or_texts() : std::vector<std::string>{};
}

std::map<std::string, std::string> Fields::text_map_if(const std::string& name) {
  const auto value = find(name);
  return value ? value->text_map() : std::map<std::string, std::string>{};
}

std::string Fields::word_if(const std::string& name, const std::vector<std::string>& words) {
  const auto value = find(name);
  const auto word = value ? value->text() : std::nullopt;
  if (!word) return {};
  if (std::find(words.begin(), words.end(), *word) != words.end()) return *word;
  value->error("J506", fmt::format("\"{}\" is \"{}\", expected one of {}", name, *word, fmt::join(words, ", ")),
               nearest(*word, words).empty() ? "" : suggestion(*word, words));
  return {};
}

void Fields::error(std::string code, std::string_view name, std::string message, std::string hint) {
  faults().error(std::move(code), where(name), std::move(message), std::move(hint));
}

void Fields::done() {
  if (!good()) return;
  const std::vector<std::string> names(known_.begin(), known_.end());
  for (const auto& [key, value] : value_.members()) {
    if (known_.count(key) > 0) continue;
    std::string hint = suggestion(key, names);
    faults().error("J502", value.key_where(), fmt::format("unknown member \"{}\"", key), std::move(hint));
  }
}

} // namespace joinedup
