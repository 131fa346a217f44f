#include <joinedup/index_methods.hpp>

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace joinedup {

namespace {

constexpr double endless = std::numeric_limits<double>::max();
using Form = MethodParameterForm;

constexpr std::array<std::string_view, 2> ties{"min", "average"}, divisors{"population", "sample"},
    sample_first{"sample", "population"}, caps{"none", "100"};

constexpr std::array ends{Form{"from", 0, -endless, endless}, Form{"to", 100, -endless, endless}};
constexpr std::array about_mean{Form{"centre", 50, -endless, endless}, Form{"spread", 10, 1e-9, endless},
                                Form{"sd", {}, 0, 0, true, sample_first}};
constexpr std::array about_reference{Form{"mean", {}, -endless, endless}, Form{"sd", {}, 1e-300, endless},
                                     Form{"centre", 50, -endless, endless}, Form{"spread", 10, 1e-9, endless}};
constexpr std::array of_ranks{Form{"ties", {}, 0, 0, true, ties}};
constexpr std::array to_target{Form{"target", {}, -endless, endless}, Form{"cap", {}, 0, 0, true, caps}};
constexpr std::array about_range{Form{"reference", {}, -endless, endless, true}};
constexpr std::array normalisers{MethodForm{"goalposts"},
                                 MethodForm{"min_max", ends},
                                 MethodForm{"z_score", about_mean},
                                 MethodForm{"reference_z", about_reference},
                                 MethodForm{"rank", of_ranks},
                                 MethodForm{"borda", of_ranks},
                                 MethodForm{"percentile", of_ranks},
                                 MethodForm{"distance_to_max"},
                                 MethodForm{"distance_to_target", to_target},
                                 MethodForm{"fraction_of_max"},
                                 MethodForm{"ampi", about_range}};

constexpr std::array power{Form{"power", {}, -20, 20}};
constexpr std::array of_shares{Form{"lower", {}, 0.01, 1}, Form{"upper", {}, 0.01, 1}};
constexpr std::array deviation{Form{"sd", {}, 0, 0, true, divisors}};
constexpr std::array aggregations{MethodForm{"arithmetic"},     MethodForm{"geometric"},
                                  MethodForm{"harmonic"},       MethodForm{"power", power},
                                  MethodForm{"median"},         MethodForm{"copeland"},
                                  MethodForm{"mpi", deviation}, MethodForm{"benefit_of_the_doubt", of_shares}};

constexpr std::array weightings{MethodForm{"given"}, MethodForm{"equal"}, MethodForm{"pca"},
                                MethodForm{"equal_influence"}};

constexpr std::array imputations{MethodForm{"none"}, MethodForm{"group_mean"}, MethodForm{"group_median"},
                                 MethodForm{"regression"}, MethodForm{"last_wave"}};

const MethodParameterForm* form_of(std::string_view method, std::string_view parameter) {
  for (const auto& table : {known_normalisers(), known_aggregations(), known_weightings()})
    for (const MethodForm& form : table) {
      if (form.name != method) continue;
      const auto found = std::find_if(form.parameters.begin(), form.parameters.end(),
                                      [parameter](const MethodParameterForm& p) { return p.name == parameter; });
      if (found != form.parameters.end()) return &*found;
    }
  return nullptr;
}

} // namespace

std::span<const MethodForm> known_normalisers() { return normalisers; }
std::span<const MethodForm> known_aggregations() { return aggregations; }
std::span<const MethodForm> known_weightings() { return weightings; }
std::span<const MethodForm> known_imputations() { return imputations; }

double MethodChoice::number(std::string_view name) const {
  if (const auto given = numbers.find(std::string(name)); given != numbers.end()) return given->second;
  const MethodParameterForm* form = form_of(method, name);
  return form != nullptr && form->fallback ? *form->fallback : std::numeric_limits<double>::quiet_NaN();
}

std::string MethodChoice::word(std::string_view name) const {
  if (const auto given = words.find(std::string(name)); given != words.end()) return given->second;
  const MethodParameterForm* form = form_of(method, name);
  return form != nullptr && !form->words.empty() ? std::string(form->words.front()) : std::string();
}

std::string MethodChoice::text() const {
  std::string out = method;
  for (const auto& [name, value] : numbers)
    out += ", " + name + " " + shortest(value);
  for (const auto& [name, value] : words)
    out += ", " + name + " " + value;
  return out;
}

} // namespace joinedup
