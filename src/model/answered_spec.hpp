// Columns of a survey that say of each respondent how they were asked, and who answered.
#pragma once

#include <joinedup/spec.hpp>

#include <optional>

namespace joinedup {

/// Where `mode` or `role` of a study is {"column": NAME} and not words for all.
struct AnsweredSpec {
  std::optional<Breakdown> mode, role;
};

} // namespace joinedup
