// The scenarios that the committed figures come from.
#pragma once

#include "scenario.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace joinedup::test {

inline const validation::Plan& validation_plan() {
  static const validation::Plan plan = [] {
    std::ifstream file(JOINEDUP_SOURCE "/validation/scenarios.json");
    std::ostringstream text;
    text << file.rdbuf();
    Outcome<validation::Plan> read = validation::read_plan(text.str(), "scenarios.json");
    if (!read) throw std::runtime_error("validation/scenarios.json has faults");
    return std::move(*read);
  }();
  return plan;
}

inline const validation::Scenario& validation_scenario(const std::string& id) {
  const auto& all = validation_plan().scenarios;
  return *std::find_if(all.begin(), all.end(), [&id](const auto& scenario) { return scenario.id == id; });
}

} // namespace joinedup::test
