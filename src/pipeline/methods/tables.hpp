// The records behind `joinedup methods`, a file for each stage of a run.
#pragma once

#include "pipeline/methods.hpp"

namespace joinedup {

std::span<const MethodInfo> scores_methods();
std::span<const MethodInfo> estimates_methods();
std::span<const MethodInfo> index_methods();
std::span<const MethodInfo> comparison_methods();
std::span<const MethodInfo> sensitivity_methods();
std::span<const MethodInfo> who_answered_methods();
std::span<const MethodInfo> publication_methods();
std::span<const MethodInfo> scale_quality_methods();
std::span<const MethodInfo> change_methods();

} // namespace joinedup
