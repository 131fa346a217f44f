// Parameters of a step, with references to choices resolved and faults gathered.
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

using ChosenValues = std::map<std::string, std::string>;

/// A parameter may be `{"choice": ID}` (the value chosen) or `{"choice": ID, "values": {VALUE: PARAMETER}}`.
class Parameters {
public:
  Parameters(const ScoringStep& step, const ChosenValues& choices, Diagnostics& diagnostics)
      : step_(step), choices_(choices), diagnostics_(diagnostics) {}

  const ScoringStep& step() const { return step_; }
  bool has(std::string_view name) const { return find(name) != nullptr; }
  /// Nothing when absent; J513 when it is of another type.
  std::optional<double> number(std::string_view name) const;
  std::optional<bool> flag(std::string_view name) const;
  std::optional<std::string> text(std::string_view name) const;
  std::vector<double> numbers(std::string_view name) const;
  std::vector<std::vector<double>> rows(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const; ///< one text or a list of them
  ParameterMap members(std::string_view name) const;
  std::vector<ParameterMap> objects(std::string_view name) const;

  Position where(std::string_view name) const; ///< of the parameter, else of the step
  void fault(std::string code, std::string_view name, std::string message, std::string hint = {}) const;
  /// J513 `step "sum" lacks "items", expected WHAT`.
  void lacks(std::string_view name, std::string_view expected) const;

private:
  const Parameter* find(std::string_view name) const;
  const Parameter* resolved(const Parameter& parameter) const;
  void wrong(std::string_view name, std::string_view expected) const;

  const ScoringStep& step_;
  const ChosenValues& choices_;
  Diagnostics& diagnostics_;
};

/// A text member of an object parameter; empty when it is not there.
std::string text_member(const ParameterMap& members, std::string_view name);

} // namespace joinedup
