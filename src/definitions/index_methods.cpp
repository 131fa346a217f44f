#include "definitions/index_methods.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace joinedup {

namespace {

template <typename T> std::vector<std::string> names_of(std::span<const T> list) {
  std::vector<std::string> out;
  for (const T& one : list)
    out.emplace_back(one.name);
  return out;
}

const MethodForm* form_of(std::span<const MethodForm> known, std::string_view method) {
  const auto found =
      std::find_if(known.begin(), known.end(), [method](const MethodForm& form) { return form.name == method; });
  return found == known.end() ? nullptr : &*found;
}

void read_word(const Value& value, const MethodParameterForm& form, MethodChoice& out) {
  const std::string given = value.is_number() ? shortest(value.number().value_or(0)) : value.text().value_or("");
  const std::vector<std::string> words(form.words.begin(), form.words.end());
  if (std::find(words.begin(), words.end(), given) == words.end())
    value.error("J550", fmt::format("\"{}\" is \"{}\", expected {}", form.name, given, join(words, " or ")),
                suggestion(given, words));
  out.words[std::string(form.name)] = given;
}

/// "-20 to 20", "more than 0", "a number": smallest and largest doubles stand for no bound.
std::string range_of(const MethodParameterForm& form) {
  constexpr double endless = std::numeric_limits<double>::max();
  if (form.high < endless) return shortest(form.low) + " to " + shortest(form.high);
  return form.low > 0 ? "more than 0" : "a number";
}

void read_number(const Value& value, const MethodParameterForm& form, MethodChoice& out) {
  const auto number = value.number();
  if (!number) return;
  if (*number < form.low || *number > form.high)
    value.error("J550", fmt::format("\"{}\" is {}, expected {}", form.name, shortest(*number), range_of(form)));
  out.numbers[std::string(form.name)] = *number;
}

void read_parameters(const Value& value, const MethodForm& form, MethodChoice& out) {
  for (const auto& [name, parameter] : value.members()) {
    if (name == "method") continue;
    const auto found = std::find_if(form.parameters.begin(), form.parameters.end(),
                                    [&name = name](const MethodParameterForm& p) { return p.name == name; });
    if (found == form.parameters.end()) {
      const std::vector<std::string> names = names_of(form.parameters);
      value.faults().error("J550", parameter.key_where(), fmt::format("{} has no parameter \"{}\"", form.name, name),
                           names.empty() ? fmt::format("{} has no parameters", form.name) : suggestion(name, names));
    } else if (found->words.empty()) {
      read_number(parameter, *found, out);
    } else {
      read_word(parameter, *found, out);
    }
  }
}

} // namespace

MethodChoice read_method(Fields& fields, const std::string& name, std::span<const MethodForm> known,
                         const MethodChoice& inherited) {
  const auto value = fields.find(name);
  if (!value) return inherited;
  MethodChoice out;
  out.where = value->where();
  if (value->is_text()) {
    out.method = value->text().value_or("");
  } else {
    Fields object(*value);
    out.method = object.text("method");
    if (object.good()) out.where = object.where("method");
  }
  if (out.method.empty()) return inherited;
  const MethodForm* form = form_of(known, out.method);
  if (form == nullptr) {
    fields.faults().error("J550", out.where, fmt::format("\"{}\": no method \"{}\"", name, out.method),
                          suggestion(out.method, names_of(known)));
    return inherited;
  }
  if (out.method == inherited.method) {
    out.numbers = inherited.numbers;
    out.words = inherited.words;
  }
  if (value->is_object()) read_parameters(*value, *form, out);
  return out;
}

void check_complete(const MethodChoice& choice, std::span<const MethodForm> known, const std::string& of,
                    const Position& where, Faults& faults) {
  const MethodForm* form = form_of(known, choice.method);
  if (form == nullptr) return;
  for (const MethodParameterForm& parameter : form->parameters)
    if (!parameter.fallback && !parameter.optional && !choice.numbers.contains(std::string(parameter.name)))
      faults.error("J551", where, fmt::format("{}: {} needs \"{}\"", of, choice.method, parameter.name),
                   fmt::format("{{\"method\": \"{}\", \"{}\": NUMBER}}", choice.method, parameter.name));
}

namespace {

/// Shares of `parts` parts that sum to 1 must fit between the limits.
void check_shares(const MethodChoice& choice, std::size_t parts, const std::string& of, const Position& where,
                  Faults& faults) {
  if (choice.method != "benefit_of_the_doubt" || parts == 0) return;
  const auto lower = choice.numbers.find("lower"), upper = choice.numbers.find("upper");
  if (lower == choice.numbers.end() || upper == choice.numbers.end()) return;
  const double even = 1 / static_cast<double>(parts), rounding = 1e-9;
  if (lower->second <= even + rounding && upper->second >= even - rounding && lower->second <= upper->second) return;
  faults.error("J550", where,
               fmt::format("{}: no shares of {} parts lie between {} and {}", of, parts, shortest(lower->second),
                           shortest(upper->second)),
               "\"lower\" is at most 1 over the number of parts, \"upper\" at least that; a domain may have "
               "an \"aggregate\" of its own");
}

} // namespace

void settle_methods(IndexSpec& index, Faults& faults) {
  const auto settle = [](MethodChoice& own, const MethodChoice& general) {
    if (own.where.line == 0) {
      own = general;
      own.where = {};
    } else if (own.method == general.method) {
      own.numbers.insert(general.numbers.begin(), general.numbers.end());
      own.words.insert(general.words.begin(), general.words.end());
    }
  };
  for (Domain& domain : index.domains) {
    settle(domain.aggregate, index.aggregate);
    check_complete(domain.aggregate, known_aggregations(), "domain " + domain.id, domain.where, faults);
    check_shares(domain.aggregate, domain.indicators.size(), "domain " + domain.id, domain.where, faults);
    for (Indicator& indicator : domain.indicators) {
      settle(indicator.normalise, index.normalise);
      check_complete(indicator.normalise, known_normalisers(), "indicator " + indicator.id, indicator.where, faults);
    }
  }
  check_complete(index.aggregate, known_aggregations(), "index", index.aggregate.where, faults);
  check_shares(index.aggregate, index.domains.size(), "index", index.aggregate.where, faults);
}

} // namespace joinedup
