// A study and the options that beat it: what is benchmarked, where, against what.
#pragma once

#include "model/answered_spec.hpp"
#include "pipeline/earlier_release.hpp"
#include "pipeline/library.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <optional>
#include <string>
#include <vector>

namespace joinedup {

struct StudySetup {
  StudySpec study;  ///< with the options laid over it
  std::string path; ///< of the study file; empty = none
  bool from_file = false;
  IndexSpec index;
  std::optional<Geography> geography;
  std::optional<EarlierRelease> earlier; ///< what --against names
  std::optional<RunResults> wave_before; ///< what "last_wave" names
  AnsweredSpec answered;                 ///< columns of mode and role
  std::vector<Setting> settings;
  std::vector<InputInfo> files;
};

Outcome<StudySetup> set_up_study(const BenchmarkRequest& request, const Library& library, FileStore& files);

} // namespace joinedup
