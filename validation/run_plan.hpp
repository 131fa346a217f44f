// All surveys of a plan, on many threads, with results that do not depend on them.
#pragma once

#include "findings.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace joinedup::validation {

struct RunOptions {
  std::uint64_t seed = 1, surveys = 1000; ///< surveys: of each scenario
  int threads = 0;                        ///< 0 = all
  std::string scenario;                   ///< id of the only one to run; empty = all
  /// Changes the results of each analysis before they are held against the truth: for tests that must fail.
  std::function<void(RunResults&)> spoil;
  std::function<void(const std::string&)> say; ///< what has been done
};

std::vector<Finding> run_plan(const Plan& plan, const RunOptions& options);

/// A heading and a row a finding.
std::string findings_csv(const std::vector<Finding>& findings);

} // namespace joinedup::validation
