// The methods that an index definition may name for the steps of its construction, and their parameters.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// A method with its parameters, as a definition gives them; what it leaves out has its fallback.
struct MethodChoice {
  std::string method;
  std::map<std::string, double> numbers = {};
  std::map<std::string, std::string> words = {};
  Position where = {};

  /// As given, else the method's fallback; NaN where it has none.
  double number(std::string_view name) const;
  std::string word(std::string_view name) const;
  std::string text() const; ///< "z_score, centre 100, spread 10": parameters that were given
};

/// A parameter that is a number in [low, high], or a word of `words`.
struct MethodParameterForm {
  std::string_view name;
  std::optional<double> fallback = {}; ///< none = must be given, unless `optional`
  double low = 0, high = 0;
  bool optional = false;
  std::span<const std::string_view> words = {}; ///< the first is the fallback
};

struct MethodForm {
  std::string_view name;
  std::span<const MethodParameterForm> parameters = {};
};

std::span<const MethodForm> known_normalisers();
std::span<const MethodForm> known_aggregations();
std::span<const MethodForm> known_weightings();
std::span<const MethodForm> known_imputations();

} // namespace joinedup
