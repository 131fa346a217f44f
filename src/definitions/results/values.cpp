#include "definitions/results/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace joinedup {

namespace {

std::string text_of(const Value& value) {
  if (value.is_text()) return value.json().get<std::string>();
  value.wrong_type("a text");
  return {};
}

} // namespace

bool has_format(const JsonSource& source, int expected, const char* what, Faults& faults) {
  const Json& root = source.root();
  const auto found = root.is_object() ? root.find("format") : root.end();
  if (root.is_object() && found != root.end() && *found == expected) return true;
  const bool given = root.is_object() && found != root.end();
  const Position where = given ? source.where(source.member(0, "format")) : source.where(0);
  faults.error("J590", where,
               given ? fmt::format("\"format\" is {}, expected {}: this release reads no other form of {}",
                                   found->dump(), expected, what)
                     : fmt::format("no member \"format\", expected {}: an earlier release wrote this {}, or another "
                                   "program",
                                   expected, what),
               "read it with the release that wrote it, or run joinedup benchmark again");
  return false;
}

std::string said(Fields& fields, const std::string& name) {
  const auto value = fields.need(name, "a text");
  return value ? text_of(*value) : std::string();
}

std::string said_or_null(Fields& fields, const std::string& name) {
  const auto value = fields.find(name);
  return value ? text_of(*value) : std::string();
}

std::vector<std::string> said_list(const Value& value) {
  std::vector<std::string> out;
  for (const Value& one : value.list())
    out.push_back(text_of(one));
  return out;
}

std::vector<std::string> said_list(Fields& fields, const std::string& name) {
  const auto value = fields.need(name, "a list of texts");
  return value ? said_list(*value) : std::vector<std::string>{};
}

Number number_or_null(Fields& fields, const std::string& name) { return fields.number_if(name); }

double number_or_nan(Fields& fields, const std::string& name) {
  return fields.number_if(name).value_or(std::numeric_limits<double>::quiet_NaN());
}

std::uint64_t whole_count(const Value& value) {
  if (value.json().is_number_unsigned()) return value.json().get<std::uint64_t>();
  value.wrong_type("a whole number of 0 or more");
  return 0;
}

std::uint64_t count_of(Fields& fields, const std::string& name) {
  const auto value = fields.need(name, "a whole number of 0 or more");
  return value ? whole_count(*value) : 0;
}

std::size_t place_of_word(Fields& fields, const std::string& name, std::span<const std::string_view> words) {
  const std::string word = said(fields, name);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (fields.has(name))
    fields.error(
        "J506", name,
        fmt::format("\"{}\" is \"{}\", expected one of {}", name, word, fmt::join(words.begin(), words.end(), ", ")));
  return 0;
}

std::map<std::string, std::uint64_t> counts_of(Fields& fields, const std::string& name) {
  std::map<std::string, std::uint64_t> out;
  if (const auto value = fields.need(name, "an object of counts"))
    for (const auto& [key, count] : value->members())
      out[key] = whole_count(count);
  return out;
}

std::vector<std::pair<std::string, Number>> numbers_of(Fields& fields, const std::string& name) {
  std::vector<std::pair<std::string, Number>> out;
  if (const auto value = fields.need(name, "an object of numbers"))
    for (const auto& [key, number] : value->members())
      out.emplace_back(key, number.json().is_null() ? std::nullopt : number.number());
  return out;
}

} // namespace joinedup
