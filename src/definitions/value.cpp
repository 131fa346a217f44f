// Value: one JSON value as the type that a reader expects.
#include "definitions/fields.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

std::string_view type_in_words(const Json& json) {
  switch (json.type()) {
  case Json::value_t::string:
    return "a text";
  case Json::value_t::boolean:
    return "true or false";
  case Json::value_t::array:
    return "a list";
  case Json::value_t::object:
    return "an object";
  case Json::value_t::null:
    return "null";
  default:
    return "a number";
  }
}

constexpr double largest_exact_whole = 9007199254740992.0; // 2^53

} // namespace

void Value::wrong_type(std::string_view expected) const {
  const std::string subject = name_.empty() ? "the definition" : fmt::format("\"{}\"", name_);
  error("J504", fmt::format("{} is {}, expected {}", subject, type_in_words(*json_), expected));
}

void Value::error(std::string code, std::string message, std::string hint) const {
  faults_->error(std::move(code), where(), std::move(message), std::move(hint));
}

std::optional<std::string> Value::text() const {
  if (!is_text()) {
    wrong_type("a text");
    return std::nullopt;
  }
  auto out = json_->get<std::string>();
  if (out.empty()) {
    error("J504", fmt::format("\"{}\" is an empty text, expected some", name_));
    return std::nullopt;
  }
  return out;
}

std::optional<double> Value::number() const {
  if (is_number()) return json_->get<double>();
  wrong_type("a number");
  return std::nullopt;
}

std::optional<std::int64_t> Value::whole() const {
  if (is_number()) {
    const double value = json_->get<double>();
    if (std::floor(value) == value && std::abs(value) <= largest_exact_whole) return static_cast<std::int64_t>(value);
    error("J504", fmt::format("\"{}\" is {}, expected a whole number", name_, json_->dump()));
    return std::nullopt;
  }
  wrong_type("a whole number");
  return std::nullopt;
}

std::optional<bool> Value::flag() const {
  if (is_flag()) return json_->get<bool>();
  wrong_type("true or false");
  return std::nullopt;
}

std::vector<Value> Value::list() const {
  std::vector<Value> out;
  if (!is_list()) {
    wrong_type("a list");
    return out;
  }
  std::size_t place = place_ + 1;
  for (std::size_t i = 0; i < json_->size(); ++i) {
    out.emplace_back(*source_, (*json_)[i], place, fmt::format("{}[{}]", name_, i + 1), *faults_);
    place = source_->places()[place].next;
  }
  return out;
}

std::vector<std::string> Value::texts() const {
  std::vector<std::string> out;
  for (const Value& element : list()) {
    if (auto text = element.text()) out.push_back(std::move(*text));
  }
  return out;
}

std::vector<std::string> Value::text_or_texts() const {
  if (is_list()) return texts();
  if (!is_text()) {
    wrong_type("a text or a list of texts");
    return {};
  }
  auto one = text();
  return one ? std::vector{std::move(*one)} : std::vector<std::string>{};
}

std::vector<double> Value::numbers() const {
  std::vector<double> out;
  bool good = true;
  for (const Value& element : list()) {
    const auto number = element.number();
    good = good && number.has_value();
    out.push_back(number.value_or(0));
  }
  return good ? out : std::vector<double>{};
}

std::map<std::string, std::string> Value::text_map() const {
  std::map<std::string, std::string> out;
  for (const auto& [key, value] : members()) {
    if (auto text = value.text()) out[key] = std::move(*text);
  }
  return out;
}

std::vector<std::pair<std::string, Value>> Value::members() const {
  std::vector<std::pair<std::string, Value>> out;
  if (!is_object()) {
    wrong_type("an object");
    return out;
  }
  for (std::size_t i = place_ + 1; i < source_->places()[place_].next; i = source_->places()[i].next) {
    const std::string& key = source_->places()[i].key;
    if (source_->member(place_, key) == i) out.emplace_back(key, Value(*source_, json_->at(key), i, key, *faults_));
  }
  return out;
}

} // namespace joinedup
